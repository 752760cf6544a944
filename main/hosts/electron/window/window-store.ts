import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTextSync, UnreadableFile } from '../../../files/index.ts';
import { type WindowState, windowStateSchema } from './window-state.ts';

const fileIn = (dataFolder: string) => join(dataFolder, 'window.json');

/** The window's state at its last close; undefined the first time, or when the file is invalid. */
export function loadWindowState(dataFolder: string): WindowState | undefined {
	let text: string;
	try {
		text = readTextSync(fileIn(dataFolder), { mostBytes: 64 * 1024 });
	} catch (error) {
		// Also where it may not be read: a window can be placed by default.
		if (error instanceof UnreadableFile || (error instanceof Error && 'code' in error)) return undefined;
		throw error;
	}
	try {
		return windowStateSchema.safeParse(JSON.parse(text)).data;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/** Written to a temporary file and renamed, synchronously: the process may end right after. Throws the file system's errors. */
export function saveWindowState(dataFolder: string, state: WindowState): void {
	const fresh = `${fileIn(dataFolder)}.new`;
	// Remains of a process that was killed meanwhile may be anything.
	rmSync(fresh, { force: true, recursive: true });
	writeFileSync(fresh, `${JSON.stringify(state)}\n`);
	renameSync(fresh, fileIn(dataFolder));
}
