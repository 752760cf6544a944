import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronDouble } from '../electron-double/driver.ts';
import type { Running } from './launch.ts';

export function doubleOf(running: Running): ElectronDouble {
	if (running.double === undefined) throw new Error('This test is for the Electron double.');
	return running.double;
}

/** The files of the data folder's only capture, and their contents as Latin-1. */
export async function captureIn(dataFolder: string): Promise<{ names: string[]; contents: string }> {
	const captures = join(dataFolder, 'captures');
	const [only, ...others] = (await readdir(captures, { withFileTypes: true })).filter((entry) => entry.isDirectory());
	if (only === undefined || others.length > 0) throw new Error(`${captures} does not hold exactly one capture.`);
	const folder = join(captures, only.name);
	const names = await readdir(folder);
	const segments = names.filter((name) => name.endsWith('.pcapng'));
	const texts = await Promise.all(segments.map((name) => readFile(join(folder, name), 'latin1')));
	return { names, contents: texts.join('') };
}
