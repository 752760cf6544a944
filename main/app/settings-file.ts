import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Settings, settingsSchema } from '../../common/contract/settings.ts';

export interface LoadedSettings {
	readonly settings: Settings;
	/** A sentence for people, when the file could not be used. */
	readonly note?: string;
}

/** Reads the settings. A file that is broken is kept aside, next to its place, and the defaults are used. */
export async function loadSettings(file: string): Promise<LoadedSettings> {
	const defaults = settingsSchema.parse({});
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch (error) {
		if (isMissing(error)) return { settings: defaults };
		return {
			settings: defaults,
			note: `The settings in ${file} cannot be read (${reason(error)}); defaults are used.`,
		};
	}
	try {
		return { settings: settingsSchema.parse(JSON.parse(text)) };
	} catch (error) {
		// The fault is told by what becomes of the file; what exactly is wrong with it, the person can see in it.
		return { settings: defaults, note: await keepAside(file, error) };
	}
}

async function keepAside(file: string, fault: unknown): Promise<string> {
	const aside = `${file}.broken-${new Date().toISOString().replaceAll(':', '-')}`;
	const what = fault instanceof SyntaxError ? 'is not JSON' : 'does not fit';
	try {
		await rename(file, aside);
	} catch (error) {
		return `The settings file ${file} ${what} and cannot be renamed (${reason(error)}); defaults are used.`;
	}
	return `The settings file ${what}. It was kept as ${aside}; defaults are used.`;
}

/** Writes the settings so that a reader, also after a crash, finds either the old file or the new one, whole. */
export async function storeSettings(file: string, settings: Settings): Promise<void> {
	await mkdir(dirname(file), { recursive: true });
	const temporary = `${file}.${process.pid}.tmp`;
	const handle = await open(temporary, 'w', 0o600);
	try {
		await handle.writeFile(`${JSON.stringify(settings, null, '\t')}\n`);
		await handle.sync();
	} finally {
		await handle.close();
	}
	await rename(temporary, file);
}

function isMissing(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function reason(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
