import { type ErrorDetails, WirebenchError } from '../../contract/base/errors.ts';
import type { Said } from '../../words/sentence/said.ts';
import type { Fault } from './fault.ts';

/** A fault in written text as an error `bad-input`. */
export function faultError({ message, says }: Said, details: ErrorDetails = {}): WirebenchError {
	return new WirebenchError('bad-input', message, { ...details, says });
}

/** The same of a text at a place of the input, with the position in it. */
export function faultAt(fault: Fault, path: string): WirebenchError {
	return faultError(fault, { path, position: fault.position });
}
