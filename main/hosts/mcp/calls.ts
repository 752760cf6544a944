import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { AgentCall } from '../../../common/contract/calls/agents.ts';
import { hideSecrets } from './access/secrets.ts';
import { toJson } from './access/values.ts';
import { infoOf } from './results.ts';

/** What an agent has asked for. */
interface Asked {
	/** Name and version of the client. */
	readonly client: string;
	readonly tool: string;
	readonly input: unknown;
}

export type Ended<T> = { readonly value: T } | { readonly error: ErrorInfo };

/** Runs what agents ask for, and keeps each call in the history. */
export class Calls {
	readonly #note: (call: AgentCall) => Promise<void>;
	readonly #onFault: (error: unknown) => void;
	readonly #running = new Set<Promise<unknown>>();

	/** `note` keeps a call that has ended. `onFault` receives faults of Wirebench itself. */
	constructor(note: (call: AgentCall) => Promise<void>, onFault: (error: unknown) => void) {
		this.#note = note;
		this.#onFault = onFault;
	}

	/** Never rejects: an error is how the call has ended. */
	run<T>(asked: Asked, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<Ended<T>> {
		const ended = this.#run(asked, signal, work);
		this.#running.add(ended);
		return ended.finally(() => this.#running.delete(ended));
	}

	/** Resolves when every call has ended and is in the history. */
	async idle(): Promise<void> {
		while (this.#running.size > 0) await Promise.all(this.#running);
	}

	async #run<T>(
		{ client, tool, input }: Asked,
		signal: AbortSignal,
		work: (signal: AbortSignal) => Promise<T>,
	): Promise<Ended<T>> {
		const at = Date.now();
		const began = performance.now();
		const ended = await work(signal).then(
			(value): Ended<T> => ({ value }),
			(error: unknown): Ended<T> => {
				const info = infoOf(error);
				if (info.code === 'internal') this.#onFault(error);
				return { error: info };
			},
		);
		const ok = 'value' in ended;
		const result = ok ? shortened(ended.value) : `${ended.error.code}: ${ended.error.message}`;
		const ms = Math.round(performance.now() - began);
		await this.#note({ at, client, tool, input: shortened(input), ok, result: cut(result), ms }).catch(this.#onFault);
		return ended;
	}
}

/** Characters of an input or a result in the history. */
const MOST_CHARS = 1000;

/** A value as JSON for the history: without secrets, and not longer than a person reads. */
function shortened(value: unknown): string {
	return cut(JSON.stringify(hideSecrets(toJson(value))) ?? '');
}

function cut(text: string): string {
	return text.length <= MOST_CHARS ? text : `${text.slice(0, MOST_CHARS)}…`;
}
