import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../contract/base/limits.ts';
import { type Match, type Responder, type Rule, responderSchema } from '../contract/config/responder.ts';
import { NO_BYTES } from '../framing/index.ts';
import { toHex } from '../payload/index.ts';
import { formatCtime } from '../template/index.ts';
import { compileResponder } from './index.ts';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const text = (written: string) => ({ format: 'text' as const, text: written });
const rule = (match: Match, reply: string, format: 'text' | 'hex' | 'escaped' = 'text'): Rule => ({
	match,
	delayMs: 0,
	reply: { format, text: reply },
	after: 'keep',
});
const any: Match = { type: 'any' };

/** The answer of a responder to a message, as Latin-1; undefined without an answer. */
function answer(
	rules: Rule[],
	message: string,
	more: { head?: string; eol?: string; n?: number } = {},
): string | undefined {
	const data = latin1(message);
	const hit = compileResponder({ rules }).answer(data);
	if (!hit) return undefined;
	const { head = '', eol = '', n = 1 } = more;
	const parts = { head: latin1(head), data, eol: latin1(eol) };
	const context = { ...parts, n, peer: '127.0.0.1:5', captures: hit.captures };
	const reply = hit.action.reply?.render(context);
	return reply && Buffer.from(reply).toString('latin1');
}

function fault(responder: Responder): { path?: string; position?: number } {
	try {
		compileResponder(responder);
	} catch (error) {
		expect(error).toMatchObject({ code: 'bad-input', message: expect.stringMatching(/\.$/) });
		return (error as { details: object }).details;
	}
	throw new Error('It compiled.');
}

describe('matching', () => {
	test.each<[Match, string, boolean]>([
		[{ type: 'equals', pattern: text('ab') }, 'ab', true],
		[{ type: 'equals', pattern: text('ab') }, 'abc', false],
		[{ type: 'equals', pattern: text('') }, '', true],
		[{ type: 'starts', pattern: text('ab') }, 'abc', true],
		[{ type: 'starts', pattern: text('ab') }, 'a', false],
		[{ type: 'ends', pattern: text('bc') }, 'abc', true],
		[{ type: 'ends', pattern: text('bc') }, 'c', false],
		[{ type: 'contains', pattern: { format: 'hex', text: '00 ff' } }, 'a\x00\xffb', true],
		[{ type: 'contains', pattern: text('x') }, 'abc', false],
		[{ type: 'contains', pattern: text('') }, '', true],
		[{ type: 'regex', pattern: '^\\xff+$', ignoreCase: false }, '\xff\xff', true],
		[{ type: 'regex', pattern: 'ABC', ignoreCase: true }, 'xabcx', true],
		[{ type: 'regex', pattern: 'ABC', ignoreCase: false }, 'xabcx', false],
	])('%j on %j: %s', (match, message, hit) => {
		expect(answer([rule(match, 'hit')], message)).toBe(hit ? 'hit' : undefined);
	});

	test('the first rule that matches answers', () => {
		const rules = [rule({ type: 'starts', pattern: text('a') }, 'first'), rule(any, 'second')];
		expect(answer(rules, 'abc')).toBe('first');
		expect(answer(rules, 'xyz')).toBe('second');
	});

	test('contains finds what Buffer finds', () => {
		const few = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
		fc.assert(
			fc.property(few, few, (message, pattern) => {
				const hit = answer([rule({ type: 'contains', pattern: text(pattern) }, 'hit')], message) === 'hit';
				expect(hit).toBe(message.includes(pattern));
			}),
		);
	});

	test('a pattern with exponential backtracking elsewhere takes linear time', () => {
		const nested: Match = { type: 'regex', pattern: '^(a+)+$', ignoreCase: false };
		expect(answer([rule(nested, 'hit')], `${'a'.repeat(50_000)}b`)).toBeUndefined();
	});
});

describe('templates', () => {
	test('placeholders are filled from the message, its peer and its number; other braces stay', () => {
		expect(answer([rule(any, 'Hello, {{data}}~')], 'Ann')).toBe('Hello, Ann~');
		expect(answer([rule(any, '{{n}} {{peer}} {{ data }}{{eol}}')], 'x', { eol: '\r\n', n: 7 })).toBe(
			'7 127.0.0.1:5 x\r\n',
		);
		expect(answer([rule(any, '[{{time}}]')], '')).toMatch(/^\[\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}\]$/);
		expect(answer([rule(any, '{{{data}}}')], 'x')).toBe('{x}');
		expect(answer([rule(any, '{"a":{"b":"{{data}}"}}')], 'x')).toBe('{"a":{"b":"x"}}');
	});

	test('literals obey the written format', () => {
		expect(answer([rule(any, '\\x7b\\x7b{{data}}\\r\\n', 'escaped')], 'x')).toBe('{{x\r\n');
		expect(answer([rule(any, '02 {{data}} 03', 'hex')], 'x')).toBe('\x02x\x03');
		expect(answer([rule(any, '\\n{{data}}')], 'x')).toBe('\\nx');
	});

	test('captures return the exact bytes', () => {
		const match: Match = { type: 'regex', pattern: '(?P<word>[^ ]+) (.*?)(z)?$', ignoreCase: false };
		expect(answer([rule(match, '{{2}}|{{word|upper}}|{{3}}|{{0}}')], 'a\xe9 \xff\x00')).toBe(
			'\xff\x00|A\xe9||a\xe9 \xff\x00',
		);
	});

	test.each([
		['upper', 'aZ\xe9{', 'AZ\xe9{'],
		['lower', 'aZ\xc9[', 'az\xc9['],
		['hex', '\x00\xff', '00ff'],
		['reverse', 'abc', 'cba'],
		['trim', ' \t\r\nab \n', 'ab'],
		['trim', '  ', ''],
		['length', 'abc', '3'],
		['upper|reverse|hex', 'ab', '4241'],
	])('filter %s', (filters, message, expected) => {
		expect(answer([rule(any, `{{data|${filters}}}`)], message)).toBe(expected);
	});

	test('filters never change the message itself', () => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				const before = toHex(bytes);
				const hit = compileResponder({ rules: [rule(any, '{{data|upper}}{{data|lower}}{{data|reverse}}')] }).answer(
					bytes,
				);
				const reply = hit?.action.reply?.render({
					data: bytes,
					head: NO_BYTES,
					eol: NO_BYTES,
					n: 1,
					peer: '',
					captures: undefined,
				});
				expect(reply?.length).toBe(bytes.length * 3);
				expect(toHex(bytes)).toBe(before);
			}),
		);
	});

	test('a template gives the head of a message, and lengths as binary numbers of either byte order', () => {
		expect(answer([rule(any, '{{head}}{{data}}')], 'abc', { head: '\x03' })).toBe('\x03abc');
		expect(answer([rule(any, '{{data|length8}}{{data|length16be}}{{data|length16le}}')], 'abc')).toBe(
			'\x03\0\x03\x03\0',
		);
		expect(answer([rule(any, '{{data|length24be}}{{data|length24le}}')], 'a'.repeat(0x102))).toBe(
			'\0\x01\x02\x02\x01\0',
		);
		expect(answer([rule(any, '{{data|length32be}}{{data|length32le}}')], 'abc')).toBe('\0\0\0\x03\x03\0\0\0');
	});

	test('a plain echo is the message, not a copy', () => {
		const data = latin1('abc');
		const hit = compileResponder({ rules: [rule(any, '{{data}}')] }).answer(data);
		expect(
			hit?.action.reply?.render({ data, head: NO_BYTES, eol: NO_BYTES, n: 1, peer: '', captures: undefined }),
		).toBe(data);
	});

	test('a reply beyond the limit is refused before it is built', () => {
		const data = new Uint8Array(LIMITS.payloadBytes / 2);
		const hit = compileResponder({ rules: [rule(any, '{{data}}'.repeat(1000))] }).answer(data);
		const context = { data, head: NO_BYTES, eol: NO_BYTES, n: 1, peer: '', captures: undefined };
		expect(() => hit?.action.reply?.render(context)).toThrow(expect.objectContaining({ code: 'too-large' }));
	});
});

describe('an invalid responder is refused with its place', () => {
	const broken: [string, Responder, string, number][] = [
		[
			'pattern',
			{ rules: [rule(any, ''), rule({ type: 'equals', pattern: { format: 'hex', text: '4g' } }, '')] },
			'responder.rules[1].match.pattern',
			1,
		],
		[
			'regex',
			{ rules: [rule({ type: 'regex', pattern: 'ab[z-a]', ignoreCase: false }, '')] },
			'responder.rules[0].match.pattern',
			3,
		],
		[
			'wide class',
			{ rules: [rule({ type: 'regex', pattern: 'é[中]', ignoreCase: false }, '')] },
			'responder.rules[0].match.pattern',
			2,
		],
		['unknown', { rules: [rule(any, 'a{{date}}')] }, 'responder.rules[0].reply', 3],
		['unclosed', { rules: [rule(any, 'a{{data')] }, 'responder.rules[0].reply', 1],
		['filter', { rules: [rule(any, '{{data|upper|loud}}')] }, 'responder.rules[0].reply', 13],
		['capture', { rules: [rule(any, '{{1}}')] }, 'responder.rules[0].reply', 2],
		[
			'group',
			{ rules: [rule({ type: 'regex', pattern: '(a)', ignoreCase: false }, '{{2}}')] },
			'responder.rules[0].reply',
			2,
		],
		['literal', { rules: [rule(any, '{{data}}\\q', 'escaped')] }, 'responder.rules[0].reply', 8],
		[
			'on open',
			{ rules: [], onOpen: { delayMs: 0, after: 'keep', reply: text('{{data}}') } },
			'responder.onOpen.reply',
			2,
		],
	];
	test.each(broken)('an invalid rule is refused with its place: %s', (_, responder, path, position) => {
		expect(fault(responder)).toMatchObject({ path, position });
	});
});

test('the schema gives defaults that compile', () => {
	const compiled = compileResponder(responderSchema.parse({ rules: [{ match: { type: 'any' } }] }));
	expect(compiled.onOpen).toBeUndefined();
	expect(compiled.answer(NO_BYTES)?.action).toEqual({
		delayMs: 0,
		reply: undefined,
		after: 'keep',
		ns: 0,
		nsPerByte: 0,
	});
});

test('a time as ctime writes it has its day padded with a space and its clock with zeros', () => {
	expect(formatCtime(new Date(2026, 10, 21, 0, 49, 35))).toBe('Sat Nov 21 00:49:35 2026');
	expect(formatCtime(new Date(2026, 1, 3, 9, 5, 7))).toBe('Tue Feb  3 09:05:07 2026');
});
