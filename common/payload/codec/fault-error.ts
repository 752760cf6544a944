import { type ErrorDetails, WirebenchError } from '../../contract/base/errors.ts';
import type { Said } from '../../words/sentence/said.ts';

/** A fault in written text as an error `bad-input`. */
export function faultError({ message, says }: Said, details: ErrorDetails = {}): WirebenchError {
	return new WirebenchError('bad-input', message, { ...details, says });
}
