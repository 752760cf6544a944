import { expect, test } from 'vitest';
import { compileIgnores, formatIgnore, parseIgnore } from './index.ts';

const BYTES = new TextEncoder().encode('id=1234 end');
const PLACE = { side: 'in', message: 3, at: 0, length: BYTES.length } as const;

const left = (written: string, place: Parameters<ReturnType<typeof compileIgnores>>[1] = PLACE) =>
	compileIgnores([parseIgnore(written)])(BYTES, place).map(({ start, end }) => `${start}-${end}`);

test.each([
	['4-7', ['4-8']],
	['0x4-0x7', ['4-8']],
	['4', ['4-5']],
	['4-', ['4-11']],
	['-2-', ['9-11']],
	['-2--2', ['9-10']],
	['8-99', ['8-11']],
	['99-', []],
	['in:0', ['0-1']],
	['out:0', []],
	['message=3:0', ['0-1']],
	['message=1-2:0', []],
	['in:message=2-3:0-1', ['0-2']],
])('%s leaves out %j', (written, expected) => {
	expect(left(written)).toEqual(expected);
	expect(formatIgnore(parseIgnore(formatIgnore(parseIgnore(written))))).toBe(formatIgnore(parseIgnore(written)));
});

test.each(['', 'x', '7-4', '-1--2', 'in:', 'up:4', 'in:out:4', 'message=0:1', 'message=3-2:1', '4-5-6'])(
	'%j is refused with the syntax',
	(written) => {
		expect(() => parseIgnore(written)).toThrow('is no range to ignore: write FROM-TO');
	},
);

test('a part of a stream has the ranges of its place in it', () => {
	expect(left('4-7', { side: 'in', message: 1, at: 2, length: 100 })).toEqual(['2-6']);
	expect(left('-90-', { side: 'in', message: 1, at: 2, length: 100 })).toEqual(['8-11']);
});

test('a pattern leaves out every match, and one that does not compile is refused', () => {
	const ranges = compileIgnores([{ type: 'regex', pattern: '[0-9]' }])(BYTES, PLACE);
	expect(ranges).toEqual([{ start: 3, end: 7 }]);
	expect(() => compileIgnores([{ type: 'regex', pattern: '(' }])).toThrow('does not compile');
});
