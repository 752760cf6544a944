import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../contract/base/limits.ts';
import type { Framing } from '../contract/config/framing.ts';
import { EndsFramer } from './ends-framer.ts';
import { createFramer, type Framer, type Message } from './index.ts';
import { EitherEndTerminator, ExactTerminator, type Terminator } from './terminator.ts';
import { TerminatorEnds } from './terminator-ends.ts';

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const show = (messages: Message[]): [string, string][] => messages.map((m) => [latin1(m.data), latin1(m.eol)]);

function cut(framer: Framer, ...chunks: (string | Uint8Array)[]): [string, string][] {
	const messages = chunks.flatMap((chunk) => framer.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk, 0));
	return show([...messages, ...framer.flush()]);
}

const delimiter = (text: string): Framing => ({ type: 'delimiter', delimiter: { format: 'escaped', text } });

describe('line', () => {
	test('ends at LF, leaves out a CR before it and keeps it as the terminator', () => {
		expect(cut(createFramer({ type: 'line' }), 'a\r\nb\n\r\n\nc\rd\r')).toEqual([
			['a', '\r\n'],
			['b', '\n'],
			['', '\r\n'],
			['', '\n'],
			['c\rd\r', ''],
		]);
	});

	test('a terminator may come in two chunks', () => {
		expect(cut(createFramer({ type: 'line' }), 'hep', 'eng\r', '\n', 'x')).toEqual([
			['hepeng', '\r\n'],
			['x', ''],
		]);
	});
});

test('a delimiter ends a message, also one that overlaps itself', () => {
	expect(cut(createFramer(delimiter('\\0\\0')), 'a\0', '\0b\0\0\0')).toEqual([
		['a', '\0\0'],
		['b', '\0\0'],
		['\0', ''],
	]);
});

describe('a delimiter with either line end', () => {
	const either = (text: string): Framing => ({
		type: 'delimiter',
		delimiter: { format: 'escaped', text },
		eitherLineEnd: true,
	});

	test.each(['\\n\\n', '\\r\\n\\r\\n'])(
		'%s ends a head with LF, CR LF and one of each; the terminator is as received',
		(text) => {
			expect(cut(createFramer(either(text)), 'GET /\r\nA: b\r\n\r\nGET /\n\nc\n\r\nd\r\n\n\r\n\n')).toEqual([
				['GET /\r\nA: b', '\r\n\r\n'],
				['GET /', '\n\n'],
				['c', '\n\r\n'],
				['d', '\r\n\n'],
				['', '\r\n\n'],
			]);
		},
	);

	test('a CR that is not part of a line end is data', () => {
		expect(cut(createFramer(either('\\n.\\n')), 'a\r\r\n.\r\nb\r.\n\n.x\n.\n')).toEqual([
			['a\r', '\r\n.\r\n'],
			['b\r.\n\n.x', '\n.\n'],
		]);
	});

	test('a delimiter that would have to wait is refused', () => {
		expect(() => createFramer(either('a\\r'))).toThrow(/cannot end with CR/);
	});

	test('agrees with a regular expression, however the stream is split', () => {
		const stream = fc.array(fc.constantFrom('\r', '\n', '.', 'a'), { maxLength: 60 });
		const delimiters = fc.constantFrom('\n', '\n\n', '\r\n.\r\n', '.\n', 'a\n\na', '\n.');
		fc.assert(
			fc.property(stream, delimiters, fc.integer({ min: 1, max: 7 }), (characters, text, size) => {
				const all = characters.join('');
				const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
					all.slice(i * size, (i + 1) * size),
				);
				const pattern = text.replaceAll('\r', '').replaceAll('.', '\\.').replaceAll('\n', '\\r?\\n');
				const expected: [string, string][] = [];
				let at = 0;
				for (const { index, 0: eol } of all.matchAll(new RegExp(pattern, 'g'))) {
					expected.push([all.slice(at, index), eol]);
					at = index + eol.length;
				}
				if (at < all.length) expected.push([all.slice(at), '']);
				const escaped = text.replaceAll('\r', '\\r').replaceAll('\n', '\\n');
				expect(cut(createFramer(either(escaped)), ...chunks)).toEqual(expected);
			}),
			{ numRuns: 1000 },
		);
	});
});

test('none: each chunk is a message', () => {
	expect(cut(createFramer({ type: 'none' }), 'a\n', 'b', '')).toEqual([
		['a\n', ''],
		['b', ''],
	]);
});

test('a message without an end is delivered at the limit, with a fault', () => {
	const framer = createFramer({ type: 'line' });
	const endless = new Uint8Array(LIMITS.frameMessageBytes + 5).fill(0x61);
	const messages = framer.push(endless, 0);
	expect(messages.map((m) => m.data.length)).toEqual([LIMITS.frameMessageBytes]);
	expect(messages[0]?.fault).toContain('No end of the message within 1048576 bytes');
	expect(framer.flush().map((m) => m.data.length)).toEqual([5]);
});

test('a bad delimiter is refused with its place', () => {
	expect(() => createFramer(delimiter('a\\q'))).toThrow(
		expect.objectContaining({
			code: 'bad-input',
			details: expect.objectContaining({ path: 'framing.delimiter', position: 1 }),
		}),
	);
	expect(() => createFramer(delimiter(''))).toThrow(/at least one byte/);
});

describe('properties', () => {
	const framerOf = (terminator: Terminator, limit: number): Framer =>
		new EndsFramer(new TerminatorEnds(terminator, limit), limit);
	const stream = fc.array(fc.constantFrom(0x0d, 0x0a, 0x61), { maxLength: 80 }).map((v) => Uint8Array.from(v));
	const cuts = fc.array(fc.nat(80), { maxLength: 10 });
	const framers = fc.record({
		pattern: fc.constantFrom('\n', '\r\n', 'aa', 'a\na'),
		limit: fc.integer({ min: 3, max: 20 }),
		Terminator: fc.constantFrom(ExactTerminator, EitherEndTerminator),
	});

	test('any split of the input gives the same messages, and none exceeds the limit', () => {
		fc.assert(
			fc.property(stream, cuts, framers, (bytes, places, { pattern, limit, Terminator }) => {
				const create = () => framerOf(new Terminator(Buffer.from(pattern)), limit);
				const borders = [0, ...places.map((p) => Math.min(p, bytes.length)), bytes.length].sort((a, b) => a - b);
				const chunks = borders.slice(1).map((to, i) => bytes.subarray(borders[i], to));
				const messages = cut(create(), ...chunks);
				expect(messages).toEqual(cut(create(), bytes));
				expect(messages.map((m) => m.join('')).join('')).toBe(latin1(bytes));
				for (const [data, eol] of messages) expect(data.length + eol.length).toBeLessThanOrEqual(limit);
			}),
			{ numRuns: 1000 },
		);
	});

	test('below the limit, messages equal a plain split', () => {
		fc.assert(
			fc.property(stream, fc.constantFrom('\n', '\r\n', 'aa'), (bytes, pattern) => {
				const framer = framerOf(new ExactTerminator(Buffer.from(pattern)), 1000);
				const parts = latin1(bytes).split(pattern);
				const rest = parts.pop();
				const expected = [...parts.map((p) => [p, pattern]), ...(rest ? [[rest, '']] : [])];
				expect(cut(framer, bytes)).toEqual(expected);
			}),
		);
	});
});

test('an impossible length of eight bytes is reported to the last digit', () => {
	const framing = { type: 'length', size: 8, order: 'big', offset: 0, adjustment: 0, includesHead: false } as const;
	const faults = [new Uint8Array(8).fill(255), Uint8Array.of(0, 32, 0, 0, 0, 0, 0, 1)].map(
		(head) => createFramer(framing).push(head, 0)[0]?.fault,
	);
	expect(faults[0]).toContain('The length 18446744073709551615 cannot be: a message of 18446744073709551623 bytes');
	expect(faults[1]).toContain('The length 9007199254740993 cannot be');
});
