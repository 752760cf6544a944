import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface HostOptions {
	/** Folder of settings, captures and Chromium's own profile. Absolute. */
	readonly dataFolder: string;
	/** Folder of this run's capture, instead of a new one among the others. Absolute. */
	readonly captureFolder: string | undefined;
	/** Whether a packaged app may open the developer tools. */
	readonly devTools: boolean;
	/** Arguments that are not options: files to open. */
	readonly names: readonly string[];
}

/**
 * Parses `--data DIR`, `--capture DIR`, `--devtools` and names of files from the arguments after the executable. Other
 * options are ignored: Electron, Chromium and the system pass arguments of their own.
 * @param packaged otherwise the first name is that of the app, for Electron
 */
export function readOptions(args: readonly string[], defaultDataFolder: string, packaged: boolean): HostOptions {
	const { values, positionals } = parseArgs({
		args: [...args],
		options: { data: { type: 'string' }, capture: { type: 'string' }, devtools: { type: 'boolean' } },
		strict: false,
		allowPositionals: true,
	});
	return {
		dataFolder: resolve(typeof values.data === 'string' ? values.data : defaultDataFolder),
		captureFolder: typeof values.capture === 'string' ? resolve(values.capture) : undefined,
		devTools: values.devtools === true,
		names: packaged ? positionals : positionals.slice(1),
	};
}
