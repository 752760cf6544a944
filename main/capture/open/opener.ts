import { jobContract, runJob } from '../../threads/job.ts';
import { cancelledError } from './cancelled-error.ts';
import type { Found } from './look.ts';

export interface OpeningProgress {
	/** Bytes scanned, of `total`. */
	readonly done: number;
	readonly total: number;
}

export interface OpenerOrder {
	/** Absolute path of a file, or of a folder with segments. */
	readonly path: string;
	/** Existing folder for indexes that cannot be next to their segments. */
	readonly workFolder: string;
	/** One 32-bit word: the opener stops as soon as it is not 0. */
	readonly cancelled: SharedArrayBuffer;
}

/** The examination of a source, which reports its progress. */
export const openerContract = jobContract<OpenerOrder, OpeningProgress, Found>(
	'bad-input',
	'not-found',
	'not-permitted',
	'disk',
	'closed',
);

/** Examines a path on a thread: see `look`. Rejects with WirebenchErrors, with `closed` once `signal` is aborted. */
export function findCapture(
	path: string,
	workFolder: string,
	onProgress: (progress: OpeningProgress) => void,
	signal?: AbortSignal,
): Promise<Found> {
	if (signal?.aborted) return Promise.reject(cancelledError());
	const cancelled = new SharedArrayBuffer(4);
	signal?.addEventListener('abort', () => Atomics.store(new Int32Array(cancelled), 0, 1), { once: true });
	const thread = { title: 'What looks at captures', closed: cancelledError().message, signal };
	return runJob(openerContract, 'capture-opener', thread, { path, workFolder, cancelled }, onProgress);
}
