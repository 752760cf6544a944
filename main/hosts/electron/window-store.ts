import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTextSync, UnreadableFile } from '../../files/index.ts';
import { type WindowState, windowStateSchema } from './window-state.ts';

const fileIn = (dataFolder: string) => join(dataFolder, 'window.json');

/** The window as it was last closed; undefined the first time, or when what is there makes no sense. */
export function loadWindowState(dataFolder: string): WindowState | undefined {
	let text: string;
	try {
		text = readTextSync(fileIn(dataFolder), { mostBytes: 64 * 1024 });
	} catch (error) {
		// Also where it may not be read: a window can be placed anew.
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

/** Written aside and moved into place, at once: the process may end right after. Throws what the file system throws. */
export function saveWindowState(dataFolder: string, state: WindowState): void {
	const fresh = `${fileIn(dataFolder)}.new`;
	// What is left there of a process that was ended amid this may be anything.
	rmSync(fresh, { force: true, recursive: true });
	writeFileSync(fresh, `${JSON.stringify(state)}\n`);
	renameSync(fresh, fileIn(dataFolder));
}
