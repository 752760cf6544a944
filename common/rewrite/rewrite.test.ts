import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Framing, framingSchema } from '../contract/config/framing.ts';
import { rewriteSchema } from '../contract/config/proxy.ts';
import { createFramer } from '../framing/index.ts';
import { compileRewrite } from './index.ts';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const text = (written: string) => ({ format: 'text' as const, text: written });
const none: Framing = { type: 'none' };

/** A stream received in these chunks, rewritten by rules. */
function rewritten(rules: unknown[], chunks: readonly string[], framing: Framing = none): string {
	const { toTarget } = rewriteSchema.parse({ toTarget: rules });
	const { rewrite } = compileRewrite(toTarget, framing, 'rewrite.toTarget');
	const framer = createFramer(framing);
	const messages = chunks.flatMap((chunk) => framer.push(latin1(chunk), 0)).concat(framer.flush());
	const parts = messages.map((message, i) =>
		Buffer.from(rewrite(message, { n: i + 1, peer: '1.2.3.4:5' }, () => true) ?? 'given up'),
	);
	return Buffer.concat(parts).toString('latin1');
}

const contains = (pattern: string, replace: string, scope = 'matches') => ({
	match: { type: 'contains', pattern: text(pattern) },
	replace: text(replace),
	scope,
});
const regex = (pattern: string, replace: string, scope = 'matches') => ({
	match: { type: 'regex', pattern },
	replace: text(replace),
	scope,
});

describe('rules', () => {
	test.each([
		['no rule', [], 'abc', 'abc'],
		[
			'a whole message',
			[{ match: { type: 'any' }, replace: text('[{{data}}] {{n}} {{peer}}') }],
			'abc',
			'[abc] 1 1.2.3.4:5',
		],
		[
			'a message that does not match',
			[{ match: { type: 'equals', pattern: text('x') }, replace: text('y') }],
			'xx',
			'xx',
		],
		['a message that contains', [contains('b', 'gone', 'message')], 'abc', 'gone'],
		['every place', [contains('aa', 'b')], 'aaaaXaaa', 'bbXba'],
		['to nothing', [contains('a', '')], 'banana', 'bnn'],
		[
			'the beginning',
			[{ match: { type: 'starts', pattern: text('GET') }, replace: text('PUT'), scope: 'matches' }],
			'GET GET',
			'PUT GET',
		],
		['the end', [{ match: { type: 'ends', pattern: text('x') }, replace: text('y'), scope: 'matches' }], 'xx', 'xy'],
		['captures', [regex('(\\w+)=(\\w+)', '{{2}}={{1}}')], 'a=1&b=2', '1=a&2=b'],
		['an empty match', [regex('x*', '-')], 'ab', '-a-b-'],
		['one after the other', [contains('a', 'b'), contains('b', 'c')], 'ab', 'cc'],
	])('%s', (_, rules, before, after) => {
		expect(rewritten(rules, [before])).toBe(after);
	});

	test('literals replace bytes as text replacement does', () => {
		const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 });
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 40 }), word, word, (before, from, to) => {
				expect(rewritten([contains(from, to)], [before])).toBe(before.replaceAll(from, to));
			}),
		);
	});
});

describe('messages', () => {
	test('lines are matched across reads, and keep their ends', () => {
		expect(rewritten([contains('secret', '***')], ['a sec', 'ret\r', '\nsecre\nt'], { type: 'line' })).toBe(
			'a ***\r\nsecre\nt',
		);
	});

	test.each([
		['two bytes', { type: 'length', size: 2 }, '\0\x03abc', '\0\x05axxxc'],
		['little', { type: 'length', size: 2, order: 'little' }, '\x03\0abc', '\x05\0axxxc'],
		[
			'its own bytes counted, behind others',
			{ type: 'length', size: 1, offset: 1, includesHead: true },
			'?\x05abc',
			'?\x07axxxc',
		],
		['adjusted', { type: 'length', size: 1, adjustment: 1 }, '\x02abc', '\x04axxxc'],
	])('a length head is updated: %s', (_, framing, before, after) => {
		expect(rewritten([contains('b', 'xxx')], [before], framingSchema.parse(framing))).toBe(after);
	});

	test('a length that does not fit is refused', () => {
		const framing = framingSchema.parse({ type: 'length', size: 1 });
		expect(() => rewritten([contains('b', 'x'.repeat(300))], ['\x01b'], framing)).toThrow(
			expect.objectContaining({ code: 'too-large' }),
		);
	});
});

test('an invalid responder is refused with its place', () => {
	const compile = (rules: unknown[]) => () =>
		compileRewrite(rewriteSchema.parse({ toClient: rules }).toClient, none, 'rewrite.toClient');
	const fault = (path: string, position: number) =>
		expect.objectContaining({ code: 'bad-input', details: expect.objectContaining({ path, position }) });
	expect(compile([regex('a(', 'x')])).toThrow(fault('rewrite.toClient[0].match.pattern', 0));
	expect(compile([contains('a', 'b'), contains('a', '{{1}}')])).toThrow(fault('rewrite.toClient[1].replace', 2));
});
