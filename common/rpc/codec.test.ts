import { encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIMITS } from '../contract/base/limits.ts';
import { byTier } from '../tier.fixture.ts';
import { unicodeText } from '../unicode-text.fixture.ts';
import { decodeMessage, encodeMessage, ProtocolError } from './codec.ts';
import { cutFrames, frameJoiner } from './frames.ts';
import { faultOfStructure } from './structure.ts';

const key = fc.string().filter((text) => text !== '__proto__');
const { value } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 5 },
		unicodeText(),
		fc.integer(),
		fc.maxSafeInteger().map((n) => (n === 0 ? 0 : n)),
		fc.double({ noNaN: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
		fc.bigInt(-(2n ** 63n), 2n ** 64n - 1n),
		fc.boolean(),
		fc.constant(null),
		fc.uint8Array({ maxLength: 70_000 }),
		fc.array(tie('value'), { maxLength: 20 }),
		fc.dictionary(key, tie('value'), { maxKeys: 20, noNullPrototype: true }),
	),
}));

test('every value is restored', () => {
	fc.assert(
		fc.property(value, (one) => {
			expect(decodeMessage(encodeMessage(one))).toEqual(one);
		}),
	);
});

test('an encoded message stays unchanged while more is encoded', () => {
	const first = encodeMessage({ text: 'first' });
	const large = encodeMessage(new Uint8Array(2 * 1024 * 1024).fill(7));
	const copies = [first.slice(), large.slice()];
	encodeMessage({ text: 'another' });
	encodeMessage(new Uint8Array(2 * 1024 * 1024));
	expect(first).toEqual(copies[0]);
	expect(Buffer.compare(large, copies[1] ?? first)).toBe(0);
});

test('the structure of any encoder output is valid, and of no prefix of it', () => {
	fc.assert(
		fc.property(value, fc.nat(), (one, cut) => {
			const bytes = encode(one, { useBigInt64: true });
			expect(faultOfStructure(bytes)).toBeUndefined();
			const shorter = bytes.subarray(0, cut % bytes.byteLength);
			expect(faultOfStructure(shorter)).toBe('A message ends in the middle.');
		}),
	);
});

test('garbage is refused or decoded, nothing else', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			try {
				decodeMessage(bytes);
			} catch (error) {
				expect(error).toBeInstanceOf(ProtocolError);
			}
		}),
		{ numRuns: byTier(1000, 5000) },
	);
});

test('an array with one value per byte is the largest that is accepted', () => {
	expect(faultOfStructure(Uint8Array.of(0xdd, 0, 0, 0, 3, 1, 2, 3))).toBeUndefined();
	expect(faultOfStructure(Uint8Array.of(0xdd, 0, 0, 0, 4, 1, 2, 3))).toBe('A message ends in the middle.');
	expect(faultOfStructure(Uint8Array.of(0xdf, 0, 0, 0, 1, 1, 2))).toBeUndefined();
	const tooMany = new Uint8Array(5 + 4_000_000).fill(0xc0);
	tooMany.set([0xdd, 0, 0x3d, 0x09, 0]);
	expect(faultOfStructure(tooMany)).toBe('A message has too many values.');
});

test('joined frames are the message, and none is too large', () => {
	const { frameBytes } = LIMITS;
	const sizes = fc.oneof(
		fc.nat(2000),
		fc.constantFrom(-2, -1, 0, 1).map((d) => frameBytes + d),
		fc.nat(4 * frameBytes),
	);
	const join = frameJoiner();
	fc.assert(
		fc.property(sizes, fc.nat(255), (size, fill) => {
			const message = new Uint8Array(size).fill(fill);
			if (size > 0) message[size - 1] = 42;
			const frames = [...cutFrames(message)];
			for (const frame of frames) expect(frame.byteLength).toBeLessThanOrEqual(frameBytes);
			const joined = frames.map(join);
			expect(joined.slice(0, -1).every((part) => part === undefined)).toBe(true);
			expect(Buffer.compare(joined.at(-1) ?? new Uint8Array(1), message)).toBe(0);
		}),
	);
});
