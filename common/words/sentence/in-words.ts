/** An error as it is sent: English texts, and the code and parameters of the sentence that they are or contain. */
export interface Worded {
	readonly message: string;
	readonly details: {
		readonly hint?: string | undefined;
		readonly says?: { readonly code: string; readonly params: object } | undefined;
	};
}

type SentenceTable = Readonly<Record<string, { message(params: object): string; hint(params: object): string }>>;

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
	if (says === undefined || !Object.hasOwn(from, says.code) || !Object.hasOwn(to, says.code)) return plain;
	const english = from[says.code];
	const other = to[says.code];
	if (english === undefined || other === undefined) return plain;
	const { params } = says;
	return {
		message: message.replace(english.message(params), () => other.message(params)),
		...(hint === undefined ? {} : { hint: replaced(hint, english.hint(params), () => other.hint(params)) }),
	};
}

/** Nothing is replaced by the words of a sentence without a hint. */
function replaced(text: string, part: string, by: () => string): string {
	return part === '' ? text : text.replace(part, by);
}
