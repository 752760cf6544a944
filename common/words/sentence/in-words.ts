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
	const english = says && said(says, from);
	const other = says && said(says, to);
	if (english === undefined || other === undefined) return { message, ...(hint === undefined ? {} : { hint }) };
	return {
		message: replaced(message, english.message, other.message),
		...(hint === undefined ? {} : { hint: replaced(hint, english.hint, other.hint) }),
	};
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
