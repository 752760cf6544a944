/** A text: with parameters, a function of them. The form of a method lets each sentence name its own parameters. */
type Text = string | { of(params: object): string }['of'];

/** A sentence with a code, and what a person can try next where there is something to try. */
export type Entry = Text | { readonly message: Text; readonly hint: Text };

/** The sentences of a language, by code. */
export type SentenceTable = Readonly<Record<string, Entry>>;

function textOf(text: Text, params: object): string {
	return typeof text === 'string' ? text : text(params);
}

/** A sentence and its hint; the hint is empty where there is none. */
export function spoken(entry: Entry, params: object): { readonly message: string; readonly hint: string } {
	if (typeof entry !== 'object') return { message: textOf(entry, params), hint: '' };
	return { message: textOf(entry.message, params), hint: textOf(entry.hint, params) };
}
