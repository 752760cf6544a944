import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byTier } from '../../../../common/tier.fixture.ts';
import { loadCLibrary } from '../../native/koffi.ts';
import { ADDRESS_WORDS, BATCH, Batch } from '../bulk/batch.ts';
import { BulkCalls } from '../bulk/calls.ts';
import { createRing, LEFT, RING_BYTES, viewRing } from './ring.ts';
import { RingReader } from './ring-reader.ts';
import { RingWriter } from './ring-writer.ts';

type Family = 4 | 6;

/** The places of the datagrams of a batch to be written. */
const STRIDE = 65_600;

class Source {
	readonly #data = Buffer.alloc(BATCH * STRIDE);
	readonly #lengths = new Uint32Array(BATCH * 2);
	readonly #senders = new Uint32Array(BATCH * ADDRESS_WORDS[6]);
	readonly #batches: Readonly<Record<Family, Batch>>;

	constructor(calls: BulkCalls) {
		const memory = {
			senders: this.#senders,
			lengths: this.#lengths,
			lengthAt: 1,
			lengthStep: 2,
			starts: Uint32Array.from({ length: BATCH }, (_, n) => n * STRIDE),
			data: this.#data,
		};
		this.#batches = { 4: new Batch(calls, { ...memory, family: 4 }), 6: new Batch(calls, { ...memory, family: 6 }) };
	}

	filled(family: Family, lengths: readonly number[], seed: number): Batch {
		const batch = this.#batches[family];
		for (const [n, length] of lengths.entries()) {
			this.#lengths[1 + n * 2] = length;
			this.#data.fill(seed + n, n * STRIDE, n * STRIDE + length);
			this.#senders.fill(seed * 1000 + n, n * batch.words, (n + 1) * batch.words);
		}
		return batch;
	}
}

const lengths = fc.array(
	fc.oneof({ weight: 2, arbitrary: fc.nat(100) }, { weight: 1, arbitrary: fc.integer({ min: 60_000, max: 65_535 }) }),
	{ minLength: 1, maxLength: BATCH, size: 'max' },
);
const step = fc.record({
	does: fc.oneof(
		{ weight: 20, arbitrary: fc.constant('write') },
		{ weight: 1, arbitrary: fc.constantFrom('fail', 'leave', 'read all', 'read one') },
	),
	family: fc.constantFrom<Family>(4, 6),
	lengths,
	seed: fc.nat(255),
});

interface Expected {
	readonly socket: number;
	readonly outcome: number;
	readonly family: Family;
	readonly lengths: readonly number[];
	readonly seed: number;
}

test.runIf(process.platform === 'linux')('what is written is read, in order, around the end of the ring', () => {
	const calls = new BulkCalls(loadCLibrary());
	const source = new Source(calls);
	fc.assert(
		fc.property(fc.array(step, { minLength: 50, maxLength: 300, size: 'max' }), (steps) => {
			const ring = viewRing(createRing());
			let woken = 0;
			const writer = new RingWriter(ring, () => woken++);
			const reader = new RingReader(ring, calls);
			const expected: Expected[] = [];
			let used = 0;
			const read = (): void => {
				const next = expected.shift();
				const record = reader.peek();
				expect(record === undefined).toBe(next === undefined);
				if (record === undefined || next === undefined) return;
				expect([record.socket, record.outcome, record.count]).toEqual([next.socket, next.outcome, next.lengths.length]);
				used -= record.size;
				const batch = reader.batch(next.family);
				reader.release();
				for (const [n, length] of next.lengths.entries()) {
					expect(Buffer.alloc(length, next.seed + n).equals(batch.bytes(n))).toBe(true);
					expect(batch.senders[n * batch.words + batch.words - 1]).toBe(next.seed * 1000 + n);
				}
			};
			for (const [socket, { does, family, lengths, seed }] of steps.entries()) {
				const all = { socket, family, lengths, seed, outcome: 0 };
				while (used > RING_BYTES / 2) read();
				if (does === 'read all') {
					while (expected.length > 0) read();
					expect(reader.peek()).toBeUndefined();
					expect(reader.rest()).toBe(true);
				}
				const before = woken;
				const asleep = reader.peek() === undefined;
				if (does === 'read one') read();
				else if (does === 'fail') {
					writer.failed(socket, 111);
					expected.push({ ...all, lengths: [], outcome: 111 });
				} else if (does === 'leave') {
					writer.left(socket);
					expected.push({ ...all, lengths: [], outcome: LEFT });
				} else if (does === 'write') {
					used += writer.datagrams(socket, source.filled(family, lengths, seed), lengths.length);
					expected.push(all);
				}
				if (woken > before) expect(asleep).toBe(true);
			}
			while (expected.length > 0) read();
			expect(reader.peek()).toBeUndefined();
		}),
		{ numRuns: byTier(1, 30), endOnFailure: true },
	);
});
