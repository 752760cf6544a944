import type { Filter } from './ast.ts';
import { BUILT_IN, type KnownProtocols } from './decoded/known.ts';
import { FilterError } from './error.ts';
import { parseFilter } from './parse.ts';
import { checkRegexes } from './regex.ts';

/** Reads a filter that compileFilter accepts. Throws FilterError, with the place, for any other. */
export function readFilter(text: string, known: KnownProtocols = BUILT_IN): Filter {
	const filter = parseFilter(text, known);
	checkRegexes(text, known);
	return filter;
}

/** Throws a WirebenchError `bad-input`, with the position of the fault, for an invalid filter. */
export function checkFilter(text: string, known: KnownProtocols = BUILT_IN): void {
	try {
		readFilter(text, known);
	} catch (error) {
		throw error instanceof FilterError ? error.toWirebenchError() : error;
	}
}
