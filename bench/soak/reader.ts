import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { loadFolder, watched } from '../lib/process.ts';
import type { SoakFound, SoakSent } from '../load/types.ts';

/** The endpoints whose records the load program counts. */
const COUNTED = ['tcp', 'script', 'tls', 'udp', 'unix', 'unix-datagram', 'proxy'];

/** A process that reads captures, which may be deleted afterwards. */
export interface Reader {
	read(folder: string): Promise<void>;
	/** What was in all of them. */
	finish(): Promise<SoakFound>;
}

export function startReader(): Reader {
	const args = [join(loadFolder, 'soak-read.py'), ...COUNTED];
	const child = watched(spawn('python3', args, { stdio: ['pipe', 'pipe', 'inherit'] }));
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const line = async (): Promise<string> => {
		const { value, done } = await lines.next();
		if (done) throw new Error('The reader of captures ended before it had read them.');
		return value;
	};
	return {
		async read(folder) {
			child.stdin.write(`${folder}\n`);
			await line();
		},
		async finish() {
			const exited = once(child, 'exit');
			child.stdin.end();
			const found: SoakFound = JSON.parse(await line());
			await exited;
			return found;
		},
	};
}

/** Each endpoint that did not get exactly what was sent, in a sentence. */
export function differences(loads: readonly SoakSent[], { found }: SoakFound): string[] {
	return COUNTED.flatMap((endpoint) => {
		const wanted = { records: 0, streams: 0 };
		for (const { sent } of loads) {
			wanted.records += sent[endpoint]?.records ?? 0;
			wanted.streams += sent[endpoint]?.streams ?? 0;
		}
		const got = found[endpoint] ?? { records: 0, streams: 0, wrong: 0 };
		const same = wanted.records > 0 && got.records === wanted.records && got.streams === wanted.streams;
		if (same && got.wrong === 0) return [];
		const sentence = `${endpoint}: sent ${wanted.records} records on ${wanted.streams} streams`;
		return [`${sentence}, found ${got.records} on ${got.streams}, ${got.wrong} wrong`];
	});
}
