import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { startOpener } from '../threads.ts';
import type { Found } from './look.ts';

export interface OpeningProgress {
	/** Bytes looked at, of `total`. */
	readonly done: number;
	readonly total: number;
}

type Told =
	| { readonly begun: true }
	| { readonly progress: OpeningProgress }
	| { readonly found: Found }
	| { readonly error: ErrorInfo }
	| { readonly cancelled: true };

/** A scan may be in the midst of one read when it is cancelled; it has this long to notice. */
const PATIENCE_MS = 5000;

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
	const worker = startOpener({ path, workFolder, cancelled });
	const begun = Promise.withResolvers<void>();
	const cancel = async (): Promise<void> => {
		Atomics.store(new Int32Array(cancelled), 0, 1);
		// A thread that is ended from outside while it begins can take the process with it (nodejs/node#56312).
		await begun.promise;
		setTimeout(() => void worker.terminate(), PATIENCE_MS).unref();
	};
	signal?.addEventListener('abort', cancel, { once: true });
	return new Promise<Found>((resolve, reject) => {
		worker.on('message', (told: Told) => {
			if ('begun' in told) begun.resolve();
			else if ('progress' in told) onProgress(told.progress);
			else if ('found' in told) resolve(told.found);
			else if ('cancelled' in told) reject(cancelledError());
			else reject(WirebenchError.fromInfo(told.error));
		});
		worker.on('error', (error) => {
			const reason = error instanceof Error ? error.message : String(error);
			reject(new WirebenchError('internal', `What looks at captures stopped: ${reason}`));
		});
		worker.on('exit', () => reject(cancelledError()));
	}).finally(() => signal?.removeEventListener('abort', cancel));
}
