/** A text whose parts between backticks are code. */
export function Marked({ text }: { readonly text: string }) {
	const parts = text.split('`');
	// biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their order
	return parts.map((part, i) => (i % 2 === 0 ? part : <code key={i}>{part}</code>));
}
