import { type ErrorInfo, WirebenchError } from '../contract/base/errors.ts';

/** A filter that cannot be parsed: the position, and what was expected there. */
export class FilterError extends Error {
	override readonly name = 'FilterError';
	/** Zero-based offset in the text, in UTF-16 units; the text's length where something is missing at its end. */
	readonly position: number;
	/** Length of the faulty part; 0 where something is missing. */
	readonly length: number;
	/** What to write instead, one sentence. */
	readonly hint: string | undefined;

	constructor(message: string, position: number, length: number, hint?: string) {
		super(message);
		this.position = position;
		this.length = length;
		this.hint = hint;
	}

	/** As it crosses the contract. `path`: where the filter is in the input. */
	toWirebenchError(path = 'filter'): WirebenchError {
		const details: ErrorInfo['details'] = { path, position: this.position };
		return new WirebenchError('bad-input', this.message, this.hint ? { ...details, hint: this.hint } : details);
	}
}
