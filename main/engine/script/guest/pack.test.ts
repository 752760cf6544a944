import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeChecks } from './checks.ts';
import { makePacking } from './pack.ts';
import { makeText } from './text.ts';

const { view8, hex } = makeText(() => undefined);
const { pack, unpack, packedSize } = makePacking(view8);
const { crc16, crc32, sum8, xor8 } = makeChecks(view8);

const RANGES = { b: 8, B: 8, h: 16, H: 16, i: 32, I: 32, q: 64, Q: 64 } as const;

/** One code of a format with a value for it. */
const part = fc.oneof(
	...(['b', 'h', 'i', 'q'] as const).map((code) =>
		fc.bigInt(-(2n ** BigInt(RANGES[code] - 1)), 2n ** BigInt(RANGES[code] - 1) - 1n).map((value) => ({ code, value })),
	),
	...(['B', 'H', 'I', 'Q'] as const).map((code) =>
		fc.bigInt(0n, 2n ** BigInt(RANGES[code]) - 1n).map((value) => ({ code, value })),
	),
	fc.double({ noNaN: true }).map((value) => ({ code: 'd', value })),
	fc.boolean().map((value) => ({ code: '?', value })),
);
const formatted = fc.record({ order: fc.constantFrom('>', '<', ''), parts: fc.array(part, { maxLength: 12 }) });

test('packed values are unpacked, in either order and from any offset', () => {
	fc.assert(
		fc.property(formatted, fc.nat(9), ({ order, parts }, offset) => {
			const format = order + parts.map(({ code }) => code).join('');
			const bytes = pack(format, ...parts.map(({ value }) => value));
			expect(bytes).toHaveLength(packedSize(format));
			const moved = new Uint8Array(offset + bytes.length + 3);
			moved.set(bytes, offset);
			const wanted = parts.map(({ value }) => value);
			// Codes of up to four bytes return numbers.
			const whole = (value: unknown) => (typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value);
			expect(unpack(format, moved, offset).map(whole)).toEqual(wanted.map(whole));
		}),
	);
});

test("the bytes equal those of Python's struct module", () => {
	const cases = fc.sample(formatted, 200).map(({ order, parts }) => ({
		format: (order || '>') + parts.map(({ code }) => code).join(''),
		values: parts.map(({ value }) => value),
	}));
	const program = `
import json, struct, sys
for line in sys.stdin:
    case = json.loads(line)
    values = [int(v) if c in 'bBhHiIqQ' else (v == 'true' if c == '?' else float(v)) for c, v in zip(case['format'][1:], case['values'])]
    print(struct.pack(case['format'], *values).hex())
`;
	const input = cases.map(({ format, values }) =>
		JSON.stringify({
			format,
			values: values.map((value) => (Object.is(value, -0) ? '-0' : String(value).replace('Infinity', 'inf'))),
		}),
	);
	const printed = execFileSync('python3', ['-c', program], { input: input.join('\n'), encoding: 'utf8' });
	expect(cases.map(({ format, values }) => hex(pack(format, ...values)))).toEqual(printed.split('\n').slice(0, -1));
});

test('counts, padding and texts', () => {
	expect(hex(pack('>B2x3s2H', 1, 'abcd', 2, 3))).toBe('01000061626300020003');
	expect(unpack('<2B2s', [1, 2, 3, 4, 5])).toEqual([1, 2, new Uint8Array([3, 4])]);
	expect(hex(pack('5s', 'ab'))).toBe('6162000000');
});

test.each([
	['B', [256], '256 does not fit into B: it takes 0 to 255.'],
	['b', [-129], 'does not fit into b'],
	['q', [2n ** 63n], 'does not fit into q'],
	['H', [1.5], 'H takes a whole number.'],
	['H', [], 'H takes a whole number.'],
	['f', [1e300], '1e+300 does not fit into f.'],
	['B', [1, 2], 'takes 1 values, and 2 were given'],
	['z', [], '"z" is not known'],
	['999999999B', [], 'is too large'],
	['2s', [5], 's takes bytes or a text.'],
] as const)('%s refuses %o', (format, values, message) => {
	expect(() => pack(format, ...values)).toThrow(message);
});

test('too few bytes are refused', () => {
	expect(() => unpack('>I', [1, 2, 3])).toThrow('takes 4 bytes, and there are 3');
	expect(() => unpack('>I', [1, 2, 3, 4], 1)).toThrow('with offset 1');
});

/** The values for "123456789" in the catalogue of CRC algorithms. */
test('checksums have their check values', () => {
	const digits = '123456789';
	expect(crc32(digits)).toBe(0xcbf43926);
	expect(crc16(digits)).toBe(0x4b37);
	expect(crc16(digits, 'xmodem')).toBe(0x31c3);
	expect(crc16(digits, 'ccitt')).toBe(0x29b1);
	expect(sum8(digits)).toBe(477 % 256);
	expect(xor8(digits)).toBe(0x31);
});
