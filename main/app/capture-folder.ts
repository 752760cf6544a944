import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of a run's capture: sorts by time, and two processes that start at once have two. */
export function newCaptureFolder(dataFolder: string, now = new Date(), pid = process.pid): string {
	// Windows allows no colon in a file name.
	const time = now.toISOString().replaceAll(':', '-');
	return join(dataFolder, 'captures', `${time}-${pid}`);
}

/** Removes a folder that `newCaptureFolder` named, with the segment and index that hold no event. */
export async function removeEmptyCapture(folder: string): Promise<void> {
	await rm(folder, { recursive: true, force: true });
}
