import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { jobContract, runJob } from '../../threads/job.ts';
import type { Found } from './look.ts';

export interface OpeningProgress {
	/** Bytes looked at, of `total`. */
	readonly done: number;
	readonly total: number;
}

export interface OpenerOrder {
	/** Absolute path of a file, or of a folder that holds segments. */
	readonly path: string;
	/** Folder for indexes that have no place beside their segments; it is there. */
	readonly workFolder: string;
	/** One 32-bit word: the opener gives up as soon as it is not 0. */
	readonly cancelled: SharedArrayBuffer;
}

/** A look at what is to be opened, which reports its progress. */
export const openerContract = jobContract<OpenerOrder, OpeningProgress, Found>(
	'bad-input',
	'not-found',
	'not-permitted',
	'disk',
	'closed',
);

/** What rejects when an opening is cancelled. */
export const cancelledError = () => new WirebenchError('closed', 'Opening was cancelled.');

/** Has a thread look at a path: see `look`. Rejects with WirebenchErrors, with `closed` once `signal` says so. */
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
