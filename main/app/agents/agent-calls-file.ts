import { appendFile, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type AgentCall, type AgentCalls, agentCallSchema } from '../../../common/contract/calls/agents.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import { isMissing, whyUnreadable, writeAtomic } from '../../files/index.ts';
import { readStored } from '../stored/json-file.ts';
import { FileWatch } from '../workspace/watch.ts';

/** Bytes of the file from which on it is shortened. */
const MOST_BYTES = 1024 * 1024;
/** Calls that are then kept, and calls that are listed. */
const KEPT_CALLS = 200;

function problemOf(error: unknown): Pick<AgentCalls, 'problem' | 'says'> {
	const why = whyUnreadable(error);
	return typeof why === 'string' ? { problem: why } : { problem: why.message, says: why.says };
}

/**
 * The history of agents' calls: a line of JSON for each, the newest last, in a file that only its owner may read. Several
 * processes may write it: each appends whole lines.
 */
export class AgentCallsFile {
	readonly #path: () => string;
	readonly #mostBytes: number;
	/** Ends with the last line: they are written one after the other. */
	#queue: Promise<void> = Promise.resolve();

	/** @param path of the file, each time it is written or read */
	constructor(path: () => string, mostBytes = MOST_BYTES) {
		this.#path = path;
		this.#mostBytes = mostBytes;
	}

	/** Adds a call. Rejects with Node's own error. */
	note(call: AgentCall): Promise<void> {
		const path = this.#path();
		const written = this.#queue.then(() => this.#append(path, `${JSON.stringify(call)}\n`));
		// The caller gets the failure.
		this.#queue = written.catch(() => undefined);
		return written;
	}

	/** The last calls, oldest first. Rejects with the errors of reading. */
	async read(): Promise<AgentCall[]> {
		return (await linesOf(this.#path())).slice(-KEPT_CALLS).flatMap(callIn);
	}

	/** Emits the list when it is read, and after each change. */
	follow(emit: (state: AgentCalls) => void): TopicRun<AgentCalls> {
		let isOver = false;
		const look = async (): Promise<void> => {
			const state = await this.read().then(
				(calls): AgentCalls => ({ calls, reading: false }),
				(error: unknown): AgentCalls => ({ calls: [], reading: false, ...problemOf(error) }),
			);
			if (!isOver) emit(state);
		};
		const watch = new FileWatch(this.#path(), () => void look());
		void look();
		return {
			snapshot: { calls: [], reading: true },
			dispose() {
				isOver = true;
				watch.close();
			},
		};
	}

	async #append(path: string, line: string): Promise<void> {
		await mkdir(dirname(path), { recursive: true });
		await appendFile(path, line, { mode: 0o600 });
		if ((await stat(path)).size <= this.#mostBytes) return;
		const kept = (await linesOf(path)).slice(-KEPT_CALLS);
		await writeAtomic(path, kept.map((text) => `${text}\n`).join(''));
	}
}

/** The whole lines of a file; none without one. */
async function linesOf(path: string): Promise<string[]> {
	try {
		return (await readStored(path)).split('\n').slice(0, -1);
	} catch (error) {
		if (isMissing(error)) return [];
		throw error;
	}
}

/** The call in a line; nothing for a line that a full disk has cut, or that another version wrote. */
function callIn(line: string): AgentCall[] {
	try {
		const parsed = agentCallSchema.safeParse(JSON.parse(line));
		return parsed.success ? [parsed.data] : [];
	} catch (error) {
		if (error instanceof SyntaxError) return [];
		throw error;
	}
}
