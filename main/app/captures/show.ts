import { openStored } from '../../capture/index.ts';
import type { CaptureReading } from '../../capture/types.ts';
import { makeTemporaryFolder } from '../folders/temporary-folder.ts';

export type { CaptureReading } from '../../capture/types.ts';

/** A capture that is open for reading, without an engine or a screen. */
export interface Shown {
	readonly capture: CaptureReading;
	/** Sentences for people about what is not as it should be. */
	readonly warnings: readonly string[];
	/** Events that were stored cannot be read, or are gone: a warning says so. */
	readonly damaged: boolean;
	close(): Promise<void>;
}

/**
 * Opens a capture folder, or a file of whatever program. What that makes is in a temporary folder, which is gone when it is
 * closed, when it is given up, or when the process ends. Rejects with WirebenchErrors as openStored does, with `closed` once `signal`
 * is aborted.
 */
export async function showCapture(path: string, signal?: AbortSignal): Promise<Shown> {
	const work = await makeTemporaryFolder();
	try {
		const { capture, warnings, damaged } = await openStored({
			id: 'shown',
			path,
			workFolder: work.path,
			...(signal && { signal }),
		});
		return {
			capture,
			warnings,
			damaged,
			async close() {
				await capture.close();
				work.remove();
			},
		};
	} catch (error) {
		work.remove();
		throw error;
	}
}
