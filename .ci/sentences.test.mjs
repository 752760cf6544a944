import { expect, test } from 'vitest';
import { checkSentences, plainErrors } from './sentences.mjs';

test('an error whose text is written where it is made is found, with its line', () => {
	expect(plainErrors("\nthrow new WirebenchError('closed', 'It is over.');")).toMatchObject([{ line: 2 }]);
	expect(plainErrors("throw engineError('closed', 'over');")).toEqual([]);
});

test('defects and errors that are made of another are left alone', () => {
	expect(plainErrors('new WirebenchError(error.code, message, error.details)')).toEqual([]);
	expect(plainErrors("new WirebenchError('internal', String(error))")).toEqual([]);
});

test('finished folders make every error by its code', () => {
	const found = [];
	checkSentences(undefined, (line) => found.push(line));
	expect(found).toEqual([]);
});
