import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAddress, parseIp, sameFamily } from './address.ts';

const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex');

test('parses IPv4 and every notation of IPv6', () => {
	expect(hex(parseIp('192.168.0.255'))).toBe('c0a800ff');
	expect(hex(parseIp('::'))).toBe('0'.repeat(32));
	expect(hex(parseIp('::1'))).toBe(`${'0'.repeat(31)}1`);
	expect(hex(parseIp('2001:DB8::8:800:200C:417A'))).toBe('20010db80000000000080800200c417a');
	expect(hex(parseIp('1:2:3:4:5:6:7::'))).toBe('00010002000300040005000600070000');
	expect(hex(parseIp('64:ff9b::192.0.2.33'))).toBe('0064ff9b0000000000000000c0000221');
	expect(hex(parseIp('fe80::1%eth0'))).toBe('fe800000000000000000000000000001');
	expect(hex(parseIp('::ffff:1.2.3.4'))).toBe('01020304');
	expect(hex(parseIp('::ffff:102:304'))).toBe('01020304');
});

test('refuses anything else', () => {
	for (const text of [
		'',
		'localhost',
		'1.2.3',
		'1.2.3.256',
		'1.2.3.4.5',
		'1::2::3',
		'1:2:3',
		'12345::',
		':::',
		'1.2.3.4::',
		'::1.2.3',
	]) {
		expect(parseIp(text), text).toBeUndefined();
	}
});

test('full groups are parsed back', () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
			bytes[0] = 0x20;
			const text = (hex(bytes)?.match(/.{4}/g) ?? []).join(':');
			expect(hex(parseIp(text))).toBe(hex(bytes));
		}),
	);
});

test('two ends get one family', () => {
	const both = (a: string, b: string) => sameFamily(a, b).map(hex);
	expect(both('::ffff:127.0.0.1', '10.0.0.1')).toEqual(['7f000001', '0a000001']);
	expect(both('::', '10.0.0.1')).toEqual(['00000000', '0a000001']);
	expect(both('0.0.0.0', '::1')).toEqual(['0'.repeat(32), `${'0'.repeat(31)}1`]);
	expect(both('::1', '10.0.0.1')).toEqual([`${'0'.repeat(31)}1`, '00000000000000000000ffff0a000001']);
	expect(both('a-name', '10.0.0.1')).toEqual(['00000000', '0a000001']);
});

test('addresses for people', () => {
	expect(formatAddress({ address: '::ffff:127.0.0.1', port: 80 })).toBe('127.0.0.1:80');
	expect(formatAddress({ address: 'fe80::1%eth0', port: 80 })).toBe('[fe80::1]:80');
	expect(formatAddress({ address: '0.0.0.0', port: 0 })).toBe('0.0.0.0:0');
});
