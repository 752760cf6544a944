import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The default folder of captures. */
export function capturesFolder(dataFolder: string): string {
	return join(dataFolder, 'captures');
}

/** The folder of a run's capture in the folder of captures: sorts by time, and differs for two processes that start at once. */
export function newCaptureFolder(captures: string, now = new Date(), pid = process.pid): string {
	// Windows permits no colon in a file name.
	const time = now.toISOString().replaceAll(':', '-');
	const folder = join(captures, `${time}-${pid}`);
	return existsSync(folder) ? freeNeighbour(folder) : folder;
}

/** A free folder name next to the one that a person has chosen: `FOLDER-2`. */
export function freeNeighbour(folder: string): string {
	let number = 2;
	while (existsSync(`${folder}-${number}`)) number++;
	return `${folder}-${number}`;
}

/** Removes a folder named by `newCaptureFolder`, with its segment and index without events. */
export async function removeEmptyCapture(folder: string): Promise<void> {
	await rm(folder, { recursive: true, force: true });
}
