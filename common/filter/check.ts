import { FilterError } from './error.ts';
import { parseFilter } from './parse.ts';

/** Throws a WirebenchError `bad-input`, with the position of the fault, for an invalid filter. */
export function checkFilter(text: string): void {
	try {
		parseFilter(text);
	} catch (error) {
		throw error instanceof FilterError ? error.toWirebenchError() : error;
	}
}
