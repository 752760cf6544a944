/** A table as RFC 4180. */
export function csvText(lines: readonly (readonly (string | number)[])[]): string {
	return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** A cell with a text. One that a spreadsheet would take for a formula begins with an apostrophe. */
export function quoted(text: string): string {
	return `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
}
