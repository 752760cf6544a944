import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The marker by which @electron/fuses finds the fuses in Electron's executable; version 1 and a length follow it. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/**
 * Fuses in the order of FuseV1Options, `0` off and `1` on. All that we set have the opposite value here, so that
 * reading them back proves that they were set.
 */
const WRONG_WAY = '111100011';

/**
 * Creates a folder that electron-builder accepts as an unpacked Electron for Linux. Nothing in it runs: it replaces the
 * real runtime where that cannot be downloaded.
 */
export async function makeStubRuntime(folder: string, version: string): Promise<void> {
	await mkdir(join(folder, 'resources'), { recursive: true });
	await mkdir(join(folder, 'locales'), { recursive: true });
	const executable = join(folder, 'electron');
	const wire = Buffer.from([1, WRONG_WAY.length, ...Buffer.from(WRONG_WAY, 'latin1')]);
	await writeFile(executable, Buffer.concat([Buffer.from(`a stub, not Electron\n${SENTINEL}`, 'latin1'), wire]));
	await chmod(executable, 0o755);
	await writeFile(join(folder, 'chrome-sandbox'), '');
	await writeFile(join(folder, 'version'), version);
	await writeFile(join(folder, 'LICENSE'), 'a stub');
	await writeFile(join(folder, 'LICENSES.chromium.html'), 'a stub');
	await writeFile(join(folder, 'locales', 'en-US.pak'), '');
}
