import { expect, test } from 'vitest';
import { formatSocketAddress, fromLatin1, hexDump, toAscii, toLatin1 } from './index.ts';

test('a dump has offset, hex and ASCII, and pads its last line', () => {
	const bytes = fromLatin1('0123456789abcdef\r\n\xff');
	expect(hexDump(bytes, 0x10)).toEqual([
		{ offset: '00000010', hex: '30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66', ascii: '0123456789abcdef' },
		{ offset: '00000020', hex: '0d 0a ff'.padEnd(47), ascii: '...' },
	]);
	expect(toAscii(fromLatin1('a\x7f~'))).toBe('a.~');
});

test('Latin-1 is one character a byte, also past the size of one slice', () => {
	const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => i % 256);
	expect(fromLatin1(toLatin1(bytes))).toEqual(bytes);
	expect(toLatin1(bytes)).toBe(Buffer.from(bytes).toString('latin1'));
});

test('an IPv6 address stands in brackets', () => {
	expect(formatSocketAddress({ address: '127.0.0.1', port: 80 })).toBe('127.0.0.1:80');
	expect(formatSocketAddress({ address: '::1', port: 80 })).toBe('[::1]:80');
});
