/** Where a text stops being JSON, from the engine's message; the text may be anything, and is not quoted. */
export function whereNotJson({ message }: SyntaxError, text: string): string {
	if (text.trim() === '') return 'it is empty.';
	const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
	if (line !== undefined) return `look at line ${line}, column ${column}.`;
	const [, position] = /position (\d+)/.exec(message) ?? [];
	return position === undefined
		? 'it ends too early, or has something at its beginning that is none.'
		: `look at character ${Number(position) + 1}.`;
}
