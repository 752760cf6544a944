import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type Settings, settingsSchema } from '../../../common/contract/calls/settings.ts';
import { readText, whyUnreadable } from '../../files/index.ts';

/** A larger file is not a settings file: the settings have limits of their own. */
const MOST_BYTES = 64 * 1024 * 1024;

export interface LoadedSettings {
	readonly settings: Settings;
	/** The file's JSON, with keys unknown to this version; an empty object without a usable file. */
	readonly document: unknown;
	/** A sentence for people, when the file could not be used. */
	readonly note?: string;
	/** The file could neither be read nor renamed: it must not be overwritten. */
	readonly untouchable?: boolean;
}

/**
 * Reads the settings. Anything unusable in their place (a broken file, an unreadable one, a pipe, a folder) is renamed,
 * next to it, and the defaults are used.
 */
export async function loadSettings(file: string): Promise<LoadedSettings> {
	try {
		const document: unknown = JSON.parse(await readText(file, { mostBytes: MOST_BYTES }));
		return { settings: settingsSchema.parse(document), document };
	} catch (error) {
		const nothing = { settings: settingsSchema.parse({}), document: {} };
		// The new file name is the report; the person can inspect the file.
		return isMissing(error) ? nothing : { ...nothing, ...(await keepAside(file, error)) };
	}
}

async function keepAside(file: string, fault: unknown): Promise<Pick<LoadedSettings, 'note' | 'untouchable'>> {
	const aside = `${file}.broken-${new Date().toISOString().replaceAll(':', '-')}`;
	const what = whatIsWrong(fault);
	try {
		await rename(file, aside);
	} catch (error) {
		const note = `The settings file ${file} ${what} and cannot be renamed (${reason(error)}); defaults are used.`;
		return { note, untouchable: true };
	}
	return { note: `The settings file ${what}. It was kept as ${aside}; defaults are used.` };
}

function whatIsWrong(fault: unknown): string {
	if (fault instanceof SyntaxError) return 'is not JSON';
	return fault instanceof z.ZodError ? 'does not fit' : `cannot be read (${whyUnreadable(fault)})`;
}

/** Writes the settings so that a reader, also after a crash, finds either the old file or the new one, complete. */
export async function storeSettings(file: string, settings: unknown): Promise<void> {
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
