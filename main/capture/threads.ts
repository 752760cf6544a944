import { Worker } from 'node:worker_threads';
import type { WriterOptions } from './writer/loop.ts';

export interface WriterThreadData {
	readonly memory: SharedArrayBuffer;
	readonly options: WriterOptions;
}

export interface ReaderThreadData {
	readonly folder: string;
}

/** Starts a thread of the capture: from the source beside this file, or in a bundle from the entry made of it. */
function start(name: 'writer' | 'reader', workerData: WriterThreadData | ReaderThreadData): Worker {
	const file = import.meta.url.endsWith('.ts') ? `./${name}-thread.ts` : `./capture-${name}.js`;
	// Flags of the process (--eval, --input-type) are not for its threads.
	return new Worker(new URL(file, import.meta.url), { workerData, name: `capture-${name}`, execArgv: [] });
}

export function startWriter(data: WriterThreadData): Worker {
	return start('writer', data);
}

export function startReader(data: ReaderThreadData): Worker {
	return start('reader', data);
}
