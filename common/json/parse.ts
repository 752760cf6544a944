import { documentSays } from '../sentences/document-says.ts';
import type { Said } from '../words/sentence/said.ts';
import { MOST_LEVELS, nestingFault } from './nesting.ts';

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
export function whyNotJson(error: SyntaxError, text: string): Said {
	if (error instanceof NestingError) return documentSays('jsonTooDeep', { levels: MOST_LEVELS });
	return documentSays('notJson', { where: whereNotJson(error, text) });
}

/** Where a text stops being JSON, from the engine's message. */
function whereNotJson({ message }: SyntaxError, text: string): Said {
	if (text.trim() === '') return documentSays('jsonEmpty');
	const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
	if (line !== undefined && column !== undefined) return documentSays('jsonAtLine', { line, column });
	const [, position] = /position (\d+)/.exec(message) ?? [];
	if (position === undefined) return documentSays('jsonEndsEarly');
	return documentSays('jsonAtCharacter', { character: Number(position) + 1 });
}
