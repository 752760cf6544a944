import type { WirebenchError } from '../contract/base/errors.ts';
import { filterErrors } from '../words/en/sentences/filter.ts';
import { errorsOf } from '../words/sentence/errors-of.ts';

/** A sentence about a filter. */
export const filterSentence = errorsOf(filterErrors);

/** A filter that cannot be parsed: the position, and what was expected there. */
export class FilterError extends Error {
	override readonly name = 'FilterError';
	/** What was expected, and what to write instead, with the code that puts them into other languages. */
	readonly sentence: WirebenchError;
	/** Zero-based offset in the text, in UTF-16 units; the text's length where something is missing at its end. */
	readonly position: number;
	/** Length of the faulty part; 0 where something is missing. */
	readonly length: number;

	constructor(sentence: WirebenchError, position: number, length: number) {
		super(sentence.message);
		this.sentence = sentence;
		this.position = position;
		this.length = length;
	}

	/** What to write instead, one sentence, in English. */
	get hint(): string | undefined {
		return this.sentence.details.hint;
	}

	/** As it crosses the contract. `path`: where the filter is in the input. */
	toWirebenchError(path = 'filter'): WirebenchError {
		return this.sentence.with({ path, position: this.position });
	}
}
