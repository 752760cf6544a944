import type { Sentence, SentenceParams } from '../../contract/base/sentence.ts';
import { type SentenceTable, spoken } from './entry.ts';

/** An error as it is sent: English texts, and the code and parameters of the sentence that they are or contain. */
export interface Worded {
	readonly message: string;
	readonly details: {
		readonly hint?: string | undefined;
		readonly says?: Sentence | undefined;
	};
}

/** The sentences of English, and of the language to put them into. */
export interface Translation {
	readonly from: SentenceTable;
	readonly to: SentenceTable;
}

/**
 * An error's texts in another language. Only what is exactly the English sentence of the code is replaced: words that were
 * added to it, or a sentence of another version, stay as they are.
 */
export function inWords({ message, details }: Worded, { from, to }: Translation): { message: string; hint?: string } {
	const { hint, says } = details;
	const plain = { message, ...(hint === undefined ? {} : { hint }) };
	if (says === undefined) return plain;
	const english = said(says, from);
	const other = said(says, to);
	if (english === undefined || other === undefined) return plain;
	return {
		message: replaced(message, english.message, other.message),
		...(hint === undefined ? {} : { hint: hintInWords(hint, english.hint, other.hint, says, { from, to }) }),
	};
}

/** The hint of a sentence; where it has none, that of a sentence within it. */
function hintInWords(hint: string, english: string, other: string, says: Sentence, translation: Translation): string {
	if (english !== '') return replaced(hint, english, other);
	const within = Object.values(says.params).find((value) => typeof value === 'object');
	if (within === undefined) return hint;
	return inWords({ message: '', details: { hint, says: within } }, translation).hint ?? hint;
}

/** A sentence in the language of a table; undefined where it has none of this code. */
function said({ code, params }: Sentence, table: SentenceTable): ReturnType<typeof spoken> | undefined {
	const entry = Object.hasOwn(table, code) ? table[code] : undefined;
	if (entry === undefined) return undefined;
	const values = Object.entries(params).map(([name, value]) => [name, valueIn(value, table)] as const);
	return spoken(entry, Object.fromEntries(values));
}

/** A parameter, in words where it is a sentence. */
function valueIn(value: SentenceParams[string], table: SentenceTable): string | number {
	return typeof value === 'object' ? (said(value, table)?.message ?? '') : value;
}

/** Nothing is replaced by the words of a sentence without a hint. */
function replaced(text: string, part: string, by: string): string {
	return part === '' ? text : text.replace(part, () => by);
}
