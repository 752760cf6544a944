import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RingConsumer } from './consumer.ts';
import { createShared, DEFAULT_RING_BYTES, packMeta, RECORD, RECORD_PAYLOAD_BYTES, SLOT, WRITER } from './layout.ts';
import { RingProducer } from './producer.ts';

interface Expected {
	id: number;
	time: number;
	bytes: Uint8Array;
}

function pattern(length: number, seed: number): Uint8Array {
	const bytes = new Uint8Array(length);
	for (let i = 0; i < length; i++) bytes[i] = (i * 31 + seed) & 0xff;
	return bytes;
}

const step = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ type: fc.constant('push' as const), length: fc.integer({ min: 0, max: 300 }) }) },
	{
		weight: 1,
		arbitrary: fc.record({
			type: fc.constant('push' as const),
			length: fc.integer({ min: 1000, max: RECORD_PAYLOAD_BYTES }),
		}),
	},
	{ weight: 2, arbitrary: fc.record({ type: fc.constant('take' as const), length: fc.integer({ min: 1, max: 4 }) }) },
);

test.each([
	['one chunk', 1, 60, 120],
	['many chunks', 8 << 20, 10, 400],
])('returns its input, in order, over many turns of a ring of %s', (_name, size, numRuns, maxLength) => {
	fc.assert(
		fc.property(fc.array(step, { minLength: 1, maxLength, size: 'max' }), fc.integer(), (steps, seed) => {
			const shared = createShared(size);
			const producer = new RingProducer(shared);
			const consumer = new RingConsumer(shared);
			const model: Expected[] = [];
			let n = 0;
			const take = () => {
				const record = consumer.peek();
				const expected = model.shift();
				expect(record === undefined).toBe(expected === undefined);
				if (!record || !expected) return false;
				expect(record.id).toBe(expected.id);
				expect(record.time).toBe(expected.time);
				expect(record.total).toBe(expected.bytes.length + 1);
				expect(record.meta).toBe(packMeta(RECORD.data, 2, 1, 3));
				expect(record.start % 8).toBe(0);
				const bytes = shared.bytes.slice(record.start, record.start + record.length);
				expect(Buffer.compare(bytes, expected.bytes)).toBe(0);
				consumer.release();
				return true;
			};
			for (const { type, length } of steps) {
				if (type === 'take') {
					for (let i = 0; i < length; i++) take();
					continue;
				}
				const bytes = pattern(length, seed + n);
				const fits = producer.fits([length]);
				const pushed = producer.push(packMeta(RECORD.data, 2, 1, 3), n / 3, n, bytes, 0, length, length + 1);
				expect(pushed).toBe(fits);
				if (pushed) model.push({ id: n, time: n / 3, bytes });
				else expect(consumer.used).toBeGreaterThan(shared.size / 4);
				n++;
			}
			while (model.length > 0) expect(take()).toBe(true);
			expect(take()).toBe(false);
			expect(consumer.used).toBe(0);
		}),
		{ numRuns },
	);
});

test('a full ring refuses, and accepts again after a release', () => {
	const shared = createShared(1);
	const producer = new RingProducer(shared);
	const consumer = new RingConsumer(shared);
	const bytes = pattern(100_000, 1);
	let pushed = 0;
	while (producer.push(1, 0, pushed, bytes, 0, bytes.length, bytes.length)) pushed++;
	expect(pushed).toBe(10);
	consumer.peek();
	consumer.release();
	consumer.peek();
	consumer.release();
	expect(producer.push(1, 0, 99, bytes, 0, bytes.length, bytes.length)).toBe(true);
});

test('wakes an idle writer always, a resting one from a quarter on, a busy one never', () => {
	const shared = createShared(1);
	const producer = new RingProducer(shared);
	const state = () => Atomics.load(shared.slots, SLOT.writerState);
	const push = (length: number) => {
		producer.push(1, 0, 1, new Uint8Array(length), 0, length, length);
		producer.wake();
	};
	Atomics.store(shared.slots, SLOT.writerState, WRITER.idle);
	push(1);
	expect(state()).toBe(WRITER.busy);
	Atomics.store(shared.slots, SLOT.writerState, WRITER.resting);
	push(1);
	expect(state()).toBe(WRITER.resting);
	push(RECORD_PAYLOAD_BYTES);
	push(1);
	expect(state()).toBe(WRITER.resting);
	push(1000);
	expect(state()).toBe(WRITER.busy);
});

test('a ring that is read at once uses the same memory again', () => {
	const shared = createShared(DEFAULT_RING_BYTES);
	const producer = new RingProducer(shared);
	const consumer = new RingConsumer(shared);
	const bytes = pattern(65_536, 1);
	const used = new Set<number>();
	for (let n = 0; n < 2000; n++) {
		expect(producer.push(1, 0, n, bytes, 0, bytes.length, bytes.length)).toBe(true);
		used.add((consumer.peek()?.start ?? 0) >>> shared.chunks.shift);
		consumer.release();
	}
	expect(used.size).toBeLessThanOrEqual(2);
});

test('all but one chunk of a large ring can be in use', () => {
	const shared = createShared(DEFAULT_RING_BYTES);
	const producer = new RingProducer(shared);
	const consumer = new RingConsumer(shared);
	const bytes = pattern(65_000, 1);
	for (let turn = 0; turn < 3; turn++) {
		let pushed = 0;
		while (producer.push(1, 0, pushed, bytes, 0, bytes.length, bytes.length)) pushed++;
		expect(consumer.used).toBeGreaterThan(DEFAULT_RING_BYTES - 2 * shared.chunks.bytes);
		for (let n = 0; n < pushed; n++) {
			expect(consumer.peek()?.id).toBe(n);
			consumer.release();
		}
	}
});

test('a kept payload can be repeated in its chunk, and arrives unchanged however late it is read', () => {
	const length = fc.integer({ min: 0, max: 150_000 });
	const repeatable = fc.array(fc.tuple(fc.constantFrom('push', 'other', 'repeat', 'repeat', 'take'), length), {
		minLength: 1,
		maxLength: 400,
		size: 'max',
	});
	let repeats = 0;
	fc.assert(
		fc.property(repeatable, fc.integer(), (steps, seed) => {
			const shared = createShared(8 << 20);
			const producer = new RingProducer(shared);
			const consumer = new RingConsumer(shared);
			const model: Expected[] = [];
			let kept: Uint8Array = new Uint8Array(0);
			const take = () => {
				const record = consumer.peek();
				const expected = model.shift();
				expect(record?.id).toBe(expected?.id);
				if (!record || !expected) return;
				expect([record.time, record.total]).toEqual([expected.time, expected.bytes.length]);
				const bytes = shared.bytes.subarray(record.start, record.start + record.length);
				expect(Buffer.compare(bytes, expected.bytes)).toBe(0);
				consumer.release();
			};
			for (const [n, [type, size]] of steps.entries()) {
				if (type === 'take') take();
				else if (type === 'repeat') {
					if (!producer.repeat(1, n / 3, n, kept.subarray())) continue;
					repeats++;
					model.push({ id: n, time: n / 3, bytes: kept });
				} else {
					const bytes = pattern(size, seed + n);
					if (!producer.push(1, n / 3, n, bytes, 0, size, size)) continue;
					model.push({ id: n, time: n / 3, bytes });
					if (type !== 'push') continue;
					kept = bytes;
					producer.keep(bytes);
				}
			}
			while (model.length > 0) take();
			expect(consumer.empty).toBe(true);
		}),
		{ numRuns: 20 },
	);
	expect(repeats).toBeGreaterThan(100);
});

test('only the kept payload itself is repeated, and not in a ring of one chunk', () => {
	const bytes = pattern(5000, 1);
	const push = (producer: RingProducer) => {
		producer.push(1, 0, 1, bytes, 0, bytes.length, bytes.length);
		producer.keep(bytes);
	};
	const large = new RingProducer(createShared(DEFAULT_RING_BYTES));
	push(large);
	expect(large.repeat(1, 0, 1, bytes.slice())).toBe(false);
	expect(large.repeat(1, 0, 1, bytes.subarray(0, 4999))).toBe(false);
	expect(large.repeat(1, 0, 1, bytes)).toBe(true);
	const small = new RingProducer(createShared(1));
	push(small);
	expect(small.repeat(1, 0, 1, bytes)).toBe(false);
});
