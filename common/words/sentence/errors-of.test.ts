import { expect, test } from 'vitest';
import { WirebenchError } from '../../contract/base/errors.ts';
import { sentenceSchema } from '../../contract/base/sentence.ts';
import { errorsOf } from './errors-of.ts';
import { inWords } from './in-words.ts';

const english = {
	testPlain: 'It is closed.',
	testCount: ({ count }: { readonly count: number }) => `There are ${count}.`,
	testNamed: {
		message: ({ name, code }: { readonly name: string; readonly code?: string | undefined }) =>
			`${name} is gone${code === undefined ? '' : ` (${code})`}.`,
		hint: 'Look elsewhere.',
	},
	testOuter: ({ reason }: { readonly reason: string }) => `It cannot start. ${reason}`,
};
const chinese = {
	testPlain: '已关闭。',
	testCount: ({ count }: { readonly count: number }) => `共有 ${count} 个。`,
	testNamed: { message: ({ name }: { readonly name: string }) => `${name} 已不在。`, hint: '请到别处查找。' },
	testOuter: ({ reason }: { readonly reason: string }) => `无法启动。${reason}`,
};
const make = errorsOf(english);
const translated = (error: WirebenchError) => inWords(error, { from: english, to: chinese });

test('the message and the hint are the sentence, and the code and the parameters are beside them', () => {
	const error = make(
		'not-found',
		'testNamed',
		{ name: 'echo', code: undefined },
		{ path: 'name', hint: 'Another one.' },
	);
	expect(error.toInfo()).toEqual({
		code: 'not-found',
		message: 'echo is gone.',
		details: { path: 'name', hint: 'Look elsewhere.', says: { code: 'testNamed', params: { name: 'echo' } } },
	});
	expect(translated(error)).toEqual({ message: 'echo 已不在。', hint: '请到别处查找。' });
	expect(translated(make('closed', 'testPlain'))).toEqual({ message: '已关闭。' });
	expect(make('closed', 'testPlain', {}, { hint: 'Wait.' }).details.hint).toBe('Wait.');
});

test('a sentence within another is put into words with it, and a plain reason stays', () => {
	const inner = make('not-found', 'testCount', { count: 2 });
	const outer = make('not-found', 'testOuter', { reason: inner });
	expect(outer.message).toBe('It cannot start. There are 2.');
	expect(sentenceSchema.parse(outer.details.says)).toEqual(outer.details.says);
	expect(translated(outer)).toEqual({ message: '无法启动。共有 2 个。' });
	expect(translated(make('disk', 'testOuter', { reason: new WirebenchError('disk', 'Full.') })).message).toBe(
		'无法启动。Full.',
	);
});

test('only the parameters of the sentence compile', () => {
	// @ts-expect-error: a number is wanted
	make('closed', 'testCount', { count: 'two' });
	// @ts-expect-error: a parameter is missing
	make('closed', 'testNamed', {});
	// @ts-expect-error: there is no such parameter
	make('closed', 'testCount', { count: 1, size: 2 });
	// @ts-expect-error: it has no parameters
	make('closed', 'testPlain', { count: 1 });
	expect(() => {
		// @ts-expect-error: there is no such sentence
		make('closed', 'testNothing');
	}).toThrow(TypeError);
});
