/** Attributes that are read or shown to a person. */
const SPOKEN = [
	'aria-label',
	'aria-description',
	'aria-valuetext',
	'aria-roledescription',
	'title',
	'placeholder',
	'alt',
];

/** Words that no language translates: names of the product, of protocols and of notations. */
const SAME = /\b(?:Wirebench|TCP|UDP|TLS|Unix|Base64|JSON|CSV|Hex|UTF|RFC|pcapng|Wireshark|MiB|GiB)\b/g;

function* textsOf(element: Element): Generator<string> {
	for (const name of SPOKEN) {
		const text = element.getAttribute(name);
		if (text !== null) yield text;
	}
	for (const child of element.childNodes) {
		if (child instanceof Text) yield child.data;
		else if (child instanceof Element) yield* textsOf(child);
	}
}

/**
 * Texts within an element that have a Latin word of three letters or more: in a Chinese page, those that are not translated.
 * @param names what a person or a protocol has named: these words are left out
 */
export function latinTexts(element: Element, names: readonly string[] = []): string[] {
	return [...new Set(textsOf(element))].filter((text) => {
		const rest = names.reduce((left, name) => left.replaceAll(name, ' '), text.replace(SAME, ' '));
		return /[A-Za-z]{3}/.test(rest);
	});
}
