import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, sumBytes } from '../packet/checksum.ts';
import { PacketBatch } from './batch.ts';

test('the sum of any words of a batch is that of their bytes', () => {
	const batch = new PacketBatch(1 << 17);
	const { bytes } = batch;
	fc.assert(
		fc.property(
			fc.uint8Array({ minLength: 4, maxLength: 300 }),
			fc.nat(100),
			fc.integer({ min: 0, max: 20_000 }),
			(pattern, from, count) => {
				bytes.fill(pattern);
				const summed = bytes.subarray(from * 4, (from + count) * 4);
				expect(batch.sum(from, count)).toBe(fold(sumBytes(summed)));
			},
		),
		{ numRuns: 50 },
	);
});

test('the largest sum is exact', () => {
	const batch = new PacketBatch(1 << 20);
	batch.bytes.fill(0xff);
	const words = batch.words.length;
	expect(batch.sum(0, words)).toBe(0xffff);
	batch.words[words - 1] = 0;
	batch.words[1] = 1;
	// One's complement: all ones are zero, and 1 remains.
	expect(batch.sum(0, words)).toBe(1);
});
