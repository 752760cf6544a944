/** Attributes that a person reads or hears. */
const READ = [
	'aria-label',
	'aria-description',
	'aria-valuetext',
	'aria-roledescription',
	'title',
	'placeholder',
	'alt',
] as const;

/** The same in every language: names of the product, of protocols and of notations. */
const NAMES = /\b(?:Wirebench|TCP|UDP|TLS|JSON|CSV|UTF-\d+|Base64|MiB)\b/g;

function* textsOf(part: Element): Generator<string> {
	if (part instanceof HTMLStyleElement) return;
	for (const name of READ) yield part.getAttribute(name) ?? '';
	for (const child of part.childNodes) {
		if (child instanceof Text) yield child.data;
		else if (child instanceof Element) yield* textsOf(child);
	}
}

/**
 * The texts, labels and hints of a part of the page that have a Latin word of three letters or more: what is not translated.
 * @param quoted what people or machines wrote, such as names of endpoints and payloads, and names that only this part shows
 */
export function latinTexts(part: Element, quoted: readonly string[] = []): string[] {
	return [...new Set(textsOf(part))].filter((text) => {
		const rest = quoted.reduce((left, quote) => left.replaceAll(quote, ' '), text).replace(NAMES, ' ');
		return /[A-Za-z]{3}/.test(rest);
	});
}
