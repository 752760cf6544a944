import type { Sentence } from '../../contract/base/sentence.ts';
import { type SentenceTable, spoken } from './entry.ts';

/** Around the name of a parameter, in a text with names in place of values. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const NAMED = new RegExp(`${OPEN}(\\w+)${CLOSE}`, 'g');

/** Whatever is read of it is the name of what was read, in marks. */
const NAMES = new Proxy({}, { get: (_, name) => `${OPEN}${String(name)}${CLOSE}` });

/** UTF-16 units of the longest text that is looked at: none of ours is longer, and a hostile one could keep its reader busy. */
const MOST_UNITS = 2000;

/** A text with the names of its parameters as the pattern of what it says with any values. */
function patternOf(text: string): RegExp {
	const escaped = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
	return new RegExp(`^${escaped.replace(NAMED, '(?<$1>.+?)')}$`, 's');
}

/**
 * Returns which sentence of a table a text is by its form, with its parameters as they were written: for texts that were stored
 * without a code. A parameter that is itself one of them is a sentence. Undefined for any other text. The first that fits counts.
 * @param table of English, whose parameters are only put in
 * @param parts by the names of parameters: what their values may be besides
 */
export function knownSentence(
	table: SentenceTable,
	parts: Readonly<Record<string, (text: string) => Sentence | undefined>> = {},
): (text: string) => Sentence | undefined {
	const patterns = Object.entries(table).map(([code, entry]) => ({
		code,
		is: patternOf(spoken(entry, NAMES).message),
	}));
	const known = (text: string): Sentence | undefined => {
		for (const { code, is } of patterns) {
			const match = is.exec(text);
			if (match === null) continue;
			const params = Object.entries(match.groups ?? {}).map(
				([name, value]) => [name, known(value) ?? parts[name]?.(value) ?? value] as const,
			);
			return { code, params: Object.fromEntries(params) };
		}
		return undefined;
	};
	return (text) => (text.length > MOST_UNITS ? undefined : known(text));
}
