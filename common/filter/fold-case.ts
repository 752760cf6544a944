/** A text with the small letter of each ASCII letter. */
export function foldCase(text: string): string {
	return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
