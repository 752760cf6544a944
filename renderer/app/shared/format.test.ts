import { expect, test } from 'vitest';
import { formatBytes, formatCount, formatRate, formatShort } from './format.ts';

test.each([
	[0, '0 B'],
	[999, '999 B'],
	[999.6, '1.00 kB'],
	[1000, '1.00 kB'],
	[9_994, '9.99 kB'],
	[9_996, '10.0 kB'],
	[99_960, '100 kB'],
	[214_000_000, '214 MB'],
	[999_600_000, '1.00 GB'],
])('%d bytes is %s', (bytes, text) => {
	expect(formatBytes(bytes)).toBe(text);
});

test('counts have thousands separators, rates three digits', () => {
	expect(formatCount(88_310)).toBe('88,310');
	expect(formatRate(12_400_000)).toBe('12.4 MB/s');
	expect(formatShort(1_234)).toBe('1.23k');
	expect(formatShort(0.4)).toBe('0');
});
