import { setFlagsFromString } from 'node:v8';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** V8 prefers sizes of the command line to the limits of a thread. They are meant for the main thread, whose heap has and keeps them. */
const NO_SIZES = ['--min-semi-space-size=0', '--max-semi-space-size=0'];

/** The threads of this program: `capture-reader` starts in main/capture/reader-thread.ts, and so on. */
export type ThreadName =
	| 'capture-writer'
	| 'capture-reader'
	| 'capture-opener'
	| 'capture-import'
	| 'capture-export'
	| 'engine-datagrams'
	| 'engine-rules'
	| 'engine-script';

/** Starts a thread: from its source, or in a bundle from its entry. */
export function startWorker(
	name: ThreadName,
	options: Pick<WorkerOptions, 'env' | 'resourceLimits' | 'workerData'>,
): Worker {
	if (options.resourceLimits?.maxYoungGenerationSizeMb !== undefined)
		for (const flag of NO_SIZES) setFlagsFromString(flag);
	const [folder, entry] = name.split('-');
	const file = import.meta.url.endsWith('.ts') ? `../${folder}/${entry}-thread.ts` : `./${name}.js`;
	// Flags of the process (--eval, --input-type) do not apply to its threads.
	return new Worker(new URL(file, import.meta.url), { ...options, name, execArgv: [] });
}
