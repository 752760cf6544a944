import { Worker, type WorkerOptions } from 'node:worker_threads';

/** The threads of this program: `capture-reader` starts in main/capture/reader-thread.ts, and so on. */
export type ThreadName =
	| 'capture-writer'
	| 'capture-reader'
	| 'capture-opener'
	| 'capture-import'
	| 'capture-export'
	| 'engine-rules'
	| 'engine-script';

/** Starts a thread: from its source, or in a bundle from its entry. */
export function startWorker(
	name: ThreadName,
	options: Pick<WorkerOptions, 'env' | 'resourceLimits' | 'workerData'>,
): Worker {
	const [folder, entry] = name.split('-');
	const file = import.meta.url.endsWith('.ts') ? `../${folder}/${entry}-thread.ts` : `./${name}.js`;
	// Flags of the process (--eval, --input-type) do not apply to its threads.
	return new Worker(new URL(file, import.meta.url), { ...options, name, execArgv: [] });
}
