import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface HostOptions {
	/** Folder of settings, captures and Chromium's own profile. Absolute. */
	readonly dataFolder: string;
	/** Folder of this run's capture, instead of a new one among the others. Absolute. */
	readonly captureFolder: string | undefined;
	/** Whether a packaged app may open the developer tools. */
	readonly devTools: boolean;
}

/**
 * Parses `--data DIR`, `--capture DIR` and `--devtools` from the arguments after the executable. Everything else is
 * ignored: Electron, Chromium and the system pass arguments of their own.
 */
export function readOptions(args: readonly string[], defaultDataFolder: string): HostOptions {
	const { values } = parseArgs({
		args: [...args],
		options: { data: { type: 'string' }, capture: { type: 'string' }, devtools: { type: 'boolean' } },
		strict: false,
	});
	return {
		dataFolder: resolve(typeof values.data === 'string' ? values.data : defaultDataFolder),
		captureFolder: typeof values.capture === 'string' ? resolve(values.capture) : undefined,
		devTools: values.devtools === true,
	};
}
