import { rename } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { NestingError, parseJson } from '../../../common/json/parse.ts';
import { isMissing, readText, whyUnreadable } from '../../files/index.ts';

/** A larger file is none of ours: what we store has limits of its own. */
const MOST_BYTES = 64 * 1024 * 1024;

export interface Loaded<T> {
	/** Undefined without a usable file. */
	readonly value: T | undefined;
	/** The file's JSON, with keys unknown to this version; an empty object without a usable file. */
	readonly document: unknown;
	/** A sentence for people, when the file could not be used. */
	readonly note?: string;
	/** The file could neither be read nor renamed: it must not be overwritten. */
	readonly untouchable?: boolean;
}

/**
 * Reads a JSON file of ours. Anything unusable in its place (a broken file, an unreadable one, a pipe, a folder) is
 * renamed, next to it. `what` names the file in the note, `instead` says what happens now.
 */
export async function loadJson<S extends z.ZodType>(
	file: string,
	schema: S,
	what: string,
	instead: string,
): Promise<Loaded<z.output<S>>> {
	try {
		const document = parseJson(await readStored(file));
		return { value: schema.parse(document), document };
	} catch (error) {
		const nothing = { value: undefined, document: {} };
		if (isMissing(error)) return nothing;
		// The new file name is the report; the person can inspect the file.
		const fault = whatIsWrong(error);
		try {
			const aside = await moveAside(file, 'broken');
			return { ...nothing, note: `${what} ${fault}. It was kept as ${aside}; ${instead}.` };
		} catch (failure) {
			const note = `${what} ${file} ${fault} and cannot be renamed (${messageOf(failure)}); ${instead}.`;
			return { ...nothing, note, untouchable: true };
		}
	}
}

/** The text of a stored file. Rejects as `readText`. */
export function readStored(file: string): Promise<string> {
	return readText(file, { mostBytes: MOST_BYTES });
}

/** Renames a file next to itself, with the reason and the time in its name; returns its new path. */
export async function moveAside(file: string, why: string): Promise<string> {
	const aside = `${file}.${why}-${new Date().toISOString().replaceAll(':', '-')}`;
	await rename(file, aside);
	return aside;
}

function whatIsWrong(fault: unknown): string {
	if (fault instanceof NestingError) return 'nests too deep';
	if (fault instanceof SyntaxError) return 'is not JSON';
	return fault instanceof z.ZodError ? 'does not fit' : `cannot be read (${whyUnreadable(fault)})`;
}
