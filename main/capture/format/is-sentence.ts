import type { Sentence } from '../../../common/contract/base/sentence.ts';
import { isObject } from '../../../common/json/is-object.ts';

/** UTF-16 units of a code, and of the name of a parameter. */
const MOST_UNITS = 64;

/** Whether a value is a sentence, as `sentenceSchema` says: for threads that do not load the library of schemas. */
export function isSentence(value: unknown): value is Sentence {
	if (!isObject(value) || typeof value.code !== 'string' || value.code.length > MOST_UNITS) return false;
	return (
		isObject(value.params) &&
		Object.entries(value.params).every(
			([name, param]) => name.length <= MOST_UNITS && (isPlain(param) || isSentence(param)),
		)
	);
}

function isPlain(value: unknown): boolean {
	return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}
