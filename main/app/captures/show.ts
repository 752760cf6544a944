import { openStored } from '../../capture/index.ts';
import type { CaptureReading } from '../../capture/types.ts';
import { makeTemporaryFolder } from '../folders/temporary-folder.ts';

export type { CaptureReading, ReadProtocols } from '../../capture/types.ts';

/** A capture that is open for reading, without an engine or a screen. */
export interface Shown {
	readonly capture: CaptureReading;
	/** Sentences for people about problems in the files. */
	readonly warnings: readonly string[];
	/** Some stored events cannot be read, or are missing: a warning reports it. */
	readonly damaged: boolean;
	close(): Promise<void>;
}

/**
 * Opens a capture folder, or a file of any program. Created files are in a temporary folder, which is removed on close,
 * on cancelling, or at the end of the process. Rejects with WirebenchErrors as openStored does, with `closed` once
 * `signal` is aborted.
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
