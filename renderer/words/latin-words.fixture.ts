/** Attributes that a person reads or hears. */
const READ = ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'aria-roledescription'] as const;

/** The same in every language: protocols, keys, notations and charsets. */
const NAMES =
	/\b(?:Wirebench|TCP|UDP|TLS|FIN|RST|JSON|CSV|HTML|UTF-\d+|Base64|JavaScript|Python|Ctrl|Shift|Alt|Enter|Escape|Delete|Tab|GBK|MiB|Mac|Latin-1)\b/g;

/**
 * The Latin words of three letters and more in the texts, labels and hints of a part of the page: what is not translated.
 * @param quoted what people or machines wrote, such as names of endpoints and payloads
 */
export function latinWords(part: Element, quoted: readonly string[] = []): string[] {
	const texts: string[] = [];
	const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
		if (node.parentElement?.closest('code, style') === null) texts.push(node.nodeValue ?? '');
	}
	for (const element of part.querySelectorAll('*')) {
		for (const name of READ) texts.push(element.getAttribute(name) ?? '');
	}
	return texts.filter((text) => {
		const rest = quoted.reduce((left, quote) => left.replaceAll(quote, ''), text).replace(NAMES, '');
		return /[A-Za-z]{3,}/.test(rest);
	});
}
