import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where captures are put to which nobody gives a place. */
export function capturesFolder(dataFolder: string): string {
	return join(dataFolder, 'captures');
}

/** The folder of a run's capture: sorts by time, and two processes that start at once have two. */
export function newCaptureFolder(dataFolder: string, now = new Date(), pid = process.pid): string {
	// Windows allows no colon in a file name.
	const time = now.toISOString().replaceAll(':', '-');
	const folder = join(capturesFolder(dataFolder), `${time}-${pid}`);
	return existsSync(folder) ? freeNeighbour(folder) : folder;
}

/** A folder beside the one that a person has chosen, that is not there yet: `FOLDER-2`. */
export function freeNeighbour(folder: string): string {
	let number = 2;
	while (existsSync(`${folder}-${number}`)) number++;
	return `${folder}-${number}`;
}

/** Removes a folder that `newCaptureFolder` named, with the segment and index that hold no event. */
export async function removeEmptyCapture(folder: string): Promise<void> {
	await rm(folder, { recursive: true, force: true });
}
