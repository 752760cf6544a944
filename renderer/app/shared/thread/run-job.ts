import type { JobName, JobOrder, JobReply, JobTable } from './jobs.ts';

/** Milliseconds after which work is given up: a pattern can take years for some bytes. */
const LIMIT_MS = 10_000;

/**
 * Does work in a thread of its own, which ends with it: the page stays fluid, and nothing can hold it. Rejects with a sentence for
 * people, also after `limitMs` milliseconds, and with the signal's reason as soon as it is aborted.
 */
export function runJob<N extends JobName>(
	order: JobOrder<N>,
	signal: AbortSignal,
	limitMs = LIMIT_MS,
): Promise<JobTable[N]['output']> {
	return new Promise((resolve, reject) => {
		signal.throwIfAborted();
		const worker = new Worker(new URL('./job.worker.ts', import.meta.url), { type: 'module' });
		const end = (settle: () => void): void => {
			clearTimeout(timer);
			signal.removeEventListener('abort', onAbort);
			worker.terminate();
			settle();
		};
		const onAbort = (): void => end(() => reject(signal.reason));
		const timer = setTimeout(
			() => end(() => reject(new Error(`It took longer than ${limitMs / 1000} s and was given up.`))),
			limitMs,
		);
		signal.addEventListener('abort', onAbort);
		worker.addEventListener('message', ({ data }: MessageEvent<JobReply<N>>) =>
			end(() => ('error' in data ? reject(new Error(data.error)) : resolve(data.output))),
		);
		worker.addEventListener('error', ({ message }) =>
			end(() => reject(new Error(`The thread for it has failed: ${message || 'it could not be loaded'}.`))),
		);
		worker.postMessage(order);
	});
}
