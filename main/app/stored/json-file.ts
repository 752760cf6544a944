import { rename } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { NestingError, parseJson } from '../../../common/json/parse.ts';
import type { storedFiles } from '../../../common/words/en/sentences/files/stored.ts';
import type { Said } from '../../../common/words/sentence/said.ts';
import { isMissing, readText, whyUnreadable } from '../../files/index.ts';
import { startSays } from '../sentences/start-says.ts';

/** A larger file is none of ours: what we store has limits of its own. */
const MOST_BYTES = 64 * 1024 * 1024;

export interface Loaded<T> {
	/** Undefined without a usable file. */
	readonly value: T | undefined;
	/** The file's JSON, with keys unknown to this version; an empty object without a usable file. */
	readonly document: unknown;
	/** For people, when the file could not be used. */
	readonly note?: Said;
	/** The file could neither be read nor renamed: it must not be overwritten. */
	readonly untouchable?: boolean;
}

/**
 * Reads a JSON file of ours. Anything unusable in its place (a broken file, an unreadable one, a pipe, a folder) is
 * renamed, next to it. `what` names the file in the note, `instead` what happens now.
 */
export async function loadJson<S extends z.ZodType>(
	file: string,
	schema: S,
	what: keyof typeof storedFiles,
	instead: keyof typeof storedFiles,
): Promise<Loaded<z.output<S>>> {
	try {
		const document = parseJson(await readStored(file));
		return { value: schema.parse(document), document };
	} catch (error) {
		const nothing = { value: undefined, document: {} };
		if (isMissing(error)) return nothing;
		// The new file name is the report; the person can inspect the file.
		const words = { what: startSays(what), fault: whatIsWrong(error), instead: startSays(instead) };
		try {
			const aside = await moveAside(file, 'broken');
			return { ...nothing, note: startSays('storedKept', { ...words, aside }) };
		} catch (failure) {
			const note = startSays('storedUntouchable', { ...words, file, why: messageOf(failure) });
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

function whatIsWrong(fault: unknown): Said {
	if (fault instanceof NestingError) return startSays('nestsTooDeep');
	if (fault instanceof SyntaxError) return startSays('isNotJson');
	if (fault instanceof z.ZodError) return startSays('doesNotFit');
	return startSays('storedUnreadable', { why: whyUnreadable(fault) });
}
