import { nestingFault } from './nesting.ts';

/** JSON that nests deeper than the functions that go through a value can take. Its message is the end of a sentence. */
export class NestingError extends SyntaxError {}

/** The value of a JSON text from outside. Throws a SyntaxError: `whyNotJson` has the sentence for it. */
export function parseJson(text: string): unknown {
	const value: unknown = JSON.parse(text);
	const nesting = nestingFault(value);
	if (nesting !== undefined) throw new NestingError(nesting);
	return value;
}

/**
 * Why `parseJson` refused a text, as the end of a sentence: `is not JSON: look at line 3, column 5.` The text may be
 * anything, and is not quoted.
 */
export function whyNotJson(error: SyntaxError, text: string): string {
	return error instanceof NestingError ? error.message : `is not JSON: ${whereNotJson(error, text)}`;
}

/** Where a text stops being JSON, from the engine's message. */
function whereNotJson({ message }: SyntaxError, text: string): string {
	if (text.trim() === '') return 'it is empty.';
	const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
	if (line !== undefined) return `look at line ${line}, column ${column}.`;
	const [, position] = /position (\d+)/.exec(message) ?? [];
	return position === undefined
		? 'it ends too early, or has something at its beginning that is none.'
		: `look at character ${Number(position) + 1}.`;
}
