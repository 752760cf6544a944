import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../contract/base/limits.ts';
import type { Framing, LengthFraming } from '../contract/config/framing.ts';
import { createFramer, type Message, NO_BYTES } from './index.ts';

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const whole = ({ head = NO_BYTES, data, eol }: Message): string => latin1(head) + latin1(data) + latin1(eol);

/** All messages of a stream that arrives in these chunks and then ends. */
function cut(framing: Framing, ...chunks: Uint8Array[]): Message[] {
	const framer = createFramer(framing);
	return [...chunks.flatMap((chunk) => framer.push(chunk, 0)), ...framer.flush()];
}

const shown = (messages: Message[]) =>
	messages.map(({ head = NO_BYTES, data, fault }) => [latin1(head), latin1(data), fault ?? '']);

const length = (framing: Partial<LengthFraming>): LengthFraming => ({
	type: 'length',
	size: 2,
	order: 'big',
	offset: 0,
	adjustment: 0,
	includesHead: false,
	...framing,
});

/** A message as a sender with this framing writes it. */
function written(framing: LengthFraming, body: Uint8Array): Uint8Array {
	const head = new Uint8Array(framing.offset + framing.size).fill(0xee, 0, framing.offset);
	let value = body.length - framing.adjustment + (framing.includesHead ? head.length : 0);
	for (let i = 0; i < framing.size; i++) {
		head[framing.offset + (framing.order === 'little' ? i : framing.size - 1 - i)] = value % 256;
		value = Math.floor(value / 256);
	}
	return Buffer.concat([head, body]);
}

describe('fixed', () => {
	test('messages of fixed length; a shorter rest has a fault', () => {
		expect(shown(cut({ type: 'fixed', length: 3 }, Buffer.from('abcde'), Buffer.from('fg')))).toEqual([
			['', 'abc', ''],
			['', 'def', ''],
			['', 'g', 'The stream ended after 1 of 3 bytes.'],
		]);
	});
});

describe('length', () => {
	test.each<[string, Partial<LengthFraming>, string]>([
		['one byte', { size: 1 }, '\x03'],
		['big-endian', {}, '\0\x03'],
		['little-endian', { order: 'little' }, '\x03\0'],
		['three bytes', { size: 3 }, '\0\0\x03'],
		['eight bytes', { size: 8, order: 'little' }, '\x03\0\0\0\0\0\0\0'],
		['behind a type', { offset: 1 }, 'T\0\x03'],
		['with its head', { offset: 1, includesHead: true }, 'T\0\x06'],
		['adjusted', { adjustment: -2 }, '\0\x05'],
	])('%s', (_name, framing, head) => {
		const bytes = Buffer.from(`${head}abc`, 'latin1');
		expect(shown(cut(length(framing), bytes))).toEqual([[head, 'abc', '']]);
	});

	test('a message may be empty', () => {
		expect(shown(cut(length({ size: 1 }), Buffer.from([0, 0, 1, 0x61])))).toEqual([
			['\0', '', ''],
			['\0', '', ''],
			['\x01', 'a', ''],
		]);
	});

	test('after a length that is too large each read is a message, and the fault is reported once', () => {
		const messages = cut(
			length({ size: 4 }),
			Buffer.from('\xff\xff\xff\xff', 'latin1'),
			Buffer.from('ab'),
			Buffer.from('c'),
		);
		expect(messages.map((message) => latin1(message.data))).toEqual(['\xff\xff\xff\xff', 'ab', 'c']);
		expect(messages[0]?.fault).toBe(
			'The length 4294967295 cannot be: a message of 4294967299 bytes is over the limit of 1048576. From now on each read is a message.',
		);
		expect(messages.slice(1).map(({ fault }) => fault)).toEqual([undefined, undefined]);
	});

	test('a length shorter than the head is invalid', () => {
		const [message] = cut(length({ includesHead: true }), Buffer.from([0, 1, 5]));
		expect(message?.fault).toContain('a message of 1 is shorter than its head of 2 bytes');
	});

	test('a stream that ends within a message reports how much is missing', () => {
		expect(shown(cut(length({}), Buffer.from([0, 3, 0x61])))).toEqual([
			['', '\0\x03a', 'The stream ended after 3 of 5 bytes of a message.'],
		]);
		expect(shown(cut(length({}), Buffer.from([0])))).toEqual([
			['', '\0', 'The stream ended after 1 of 2 bytes of the head of a message.'],
		]);
	});
});

describe('idle', () => {
	test('chunks within the idle time form one message', () => {
		const framer = createFramer({ type: 'idle', ms: 10 });
		expect(framer.idleMs).toBe(10);
		const push = (text: string, at: number) => framer.push(Buffer.from(text), at).map(whole);
		expect([push('a', 1000), push('b', 1009), push('c', 1019), push('d', 1028)]).toEqual([[], [], ['ab'], []]);
		expect(framer.flush().map(whole)).toEqual(['cd']);
	});

	test('a message without a silence is delivered at the limit', () => {
		const framer = createFramer({ type: 'idle', ms: 10 });
		const [message, ...others] = framer.push(new Uint8Array(LIMITS.frameMessageBytes + 1), 0);
		expect(message?.data.length).toBe(LIMITS.frameMessageBytes);
		expect(message?.fault).toContain('No silence within');
		expect(others).toEqual([]);
		expect(framer.flush().map(({ data }) => data.length)).toEqual([1]);
	});
});

describe('properties', () => {
	const bodies = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 });
	const cuts = fc.array(fc.nat(3000), { maxLength: 12 });
	const framings = fc.record({
		type: fc.constant('length' as const),
		size: fc.constantFrom(2 as const, 3 as const, 4 as const, 8 as const),
		order: fc.constantFrom('big' as const, 'little' as const),
		offset: fc.nat(5),
		adjustment: fc.integer({ min: -20, max: 0 }),
		includesHead: fc.boolean(),
	});

	/** Splits the stream at these places. */
	function chunked(bytes: Uint8Array, places: number[]): Uint8Array[] {
		const borders = [0, ...places.map((place) => Math.min(place, bytes.length)), bytes.length].sort((a, b) => a - b);
		return borders.slice(1).map((to, i) => bytes.subarray(borders[i], to));
	}

	test('messages written with a length are restored, however the stream is split', () => {
		fc.assert(
			fc.property(bodies, cuts, framings, (sent, places, framing) => {
				const stream = Buffer.concat(sent.map((body) => written(framing, body)));
				const messages = cut(framing, ...chunked(stream, places));
				expect(messages.map(({ data }) => latin1(data))).toEqual(sent.map(latin1));
				expect(messages.map(whole).join('')).toBe(latin1(stream));
				expect(messages.every(({ fault }) => fault === undefined)).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});

	test('no framing loses or adds bytes, for any stream', () => {
		const any = fc.oneof(
			framings,
			fc.record({ type: fc.constant('fixed' as const), length: fc.integer({ min: 1, max: 50 }) }),
			fc.record({ type: fc.constant('idle' as const), ms: fc.integer({ min: 1, max: 50 }) }),
		);
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), cuts, any, (stream, places, framing) => {
				expect(
					cut(framing, ...chunked(stream, places))
						.map(whole)
						.join(''),
				).toBe(latin1(stream));
			}),
			{ numRuns: 500 },
		);
	});
});
