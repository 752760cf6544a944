import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStored } from '../capture/index.ts';
import type { CaptureReading } from '../capture/types.ts';

export type { CaptureReading } from '../capture/types.ts';

/** A capture that is open for reading, without an engine or a screen. */
export interface Shown {
	readonly capture: CaptureReading;
	/** Sentences for people about what is not as it should be. */
	readonly warnings: readonly string[];
	close(): Promise<void>;
}

/**
 * Opens a capture folder, or a file of whatever program. What that makes is in a temporary folder, which is gone when it is
 * closed, or when the process ends short of being killed. Rejects with WirebenchErrors as openStored does.
 */
export async function showCapture(path: string, signal?: AbortSignal): Promise<Shown> {
	const workFolder = mkdtempSync(join(tmpdir(), 'wirebench-'));
	const remove = (): void => rmSync(workFolder, { recursive: true, force: true });
	process.once('exit', remove);
	const { capture, warnings } = await openStored({ id: 'shown', path, workFolder, ...(signal && { signal }) });
	return {
		capture,
		warnings,
		async close() {
			await capture.close();
			remove();
			process.off('exit', remove);
		},
	};
}
