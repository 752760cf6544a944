import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksumOf } from './checksum.ts';
import { encodeWritten, formatBytes, toHex } from './index.ts';
import { CHECKSUMS } from './schema.ts';

const CHECK = new TextEncoder().encode('123456789');

/** The catalogue's check values, in the protocols' byte order. */
const VALUES = {
	none: '',
	'crc16-modbus': '374b',
	'crc16-ccitt': '29b1',
	'crc16-xmodem': '31c3',
	crc32: 'cbf43926',
	'crc32-le': '2639f4cb',
	xor: '31',
	sum: 'dd',
} as const;

test.each(CHECKSUMS)('%s has the check value of the catalogue', (kind) => {
	expect(toHex(checksumOf(CHECK, kind))).toBe(VALUES[kind]);
});

test("crc32 equals zlib's, for any bytes", () => {
	fc.assert(
		fc.property(fc.uint8Array(), (bytes) => {
			expect(Number.parseInt(toHex(checksumOf(bytes, 'crc32')), 16)).toBe(crc32(bytes));
		}),
	);
});

test('it stands between the payload and the line ending, which it does not cover', () => {
	const result = encodeWritten({ format: 'text', text: '123456789' }, 'crlf', 'crc16-modbus');
	expect(result.ok && toHex(result.bytes)).toBe('313233343536373839374b0d0a');
});

test('base64 is read as the platform writes it, with and without padding, in either alphabet', () => {
	fc.assert(
		fc.property(fc.uint8Array(), (bytes) => {
			for (const text of [
				formatBytes(bytes, 'base64'),
				Buffer.from(bytes).toString('base64'),
				Buffer.from(bytes).toString('base64url'),
				Buffer.from(bytes)
					.toString('base64')
					.replace(/(.{5})/g, '$1\n'),
			]) {
				const result = encodeWritten({ format: 'base64', text });
				expect(result.ok && toHex(result.bytes)).toBe(toHex(bytes));
			}
			expect(formatBytes(bytes, 'base64')).toBe(Buffer.from(bytes).toString('base64'));
		}),
	);
});

test.each([
	['ab*d', 2, 'no digit'],
	['abcde', 4, 'less than a byte'],
	['ab=', 3, 'Another ='],
	['abc==', 4, 'no place'],
	['=', 0, 'no place'],
	['ab==cd', 4, 'Nothing can follow'],
	['aB', 1, 'bits that belong'],
])('base64 %j is wrong at %i: %s', (text, position, message) => {
	expect(encodeWritten({ format: 'base64', text })).toMatchObject({
		ok: false,
		position,
		message: expect.stringContaining(message),
	});
});
