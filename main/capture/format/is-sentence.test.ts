import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceSchema } from '../../../common/contract/base/sentence.ts';
import { isSentence } from './is-sentence.ts';

const { sentence } = fc.letrec((tie) => ({
	sentence: fc.record(
		{
			code: fc.oneof(fc.string({ maxLength: 70 }), fc.integer()),
			params: fc.oneof(
				{ weight: 5, arbitrary: fc.dictionary(fc.string({ maxLength: 70 }), tie('param'), { maxKeys: 3 }) },
				fc.jsonValue({ maxDepth: 1 }),
			),
		},
		{ requiredKeys: [] },
	),
	param: fc.oneof({ depthSize: 'small' }, fc.string(), fc.double(), fc.jsonValue({ maxDepth: 1 }), tie('sentence')),
}));

test('accepts what the schema accepts', () => {
	fc.assert(
		fc.property(fc.oneof(sentence, fc.jsonValue()), (value) => {
			expect(isSentence(value)).toBe(sentenceSchema.safeParse(value).success);
		}),
		{ numRuns: 500 },
	);
	expect(isSentence({ code: 'a', params: { of: { code: 'b', params: { n: 1 } } } })).toBe(true);
});
