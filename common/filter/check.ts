import type { Filter } from './ast.ts';
import { FilterError } from './error.ts';
import { parseFilter } from './parse.ts';
import { checkRegexes } from './regex.ts';

/** Reads a filter that compileFilter accepts. Throws FilterError, with the place, for any other. */
export function readFilter(text: string): Filter {
	const filter = parseFilter(text);
	checkRegexes(text);
	return filter;
}

/** Throws a WirebenchError `bad-input`, with the position of the fault, for an invalid filter. */
export function checkFilter(text: string): void {
	try {
		readFilter(text);
	} catch (error) {
		throw error instanceof FilterError ? error.toWirebenchError() : error;
	}
}
