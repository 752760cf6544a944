import { expect, test } from 'vitest';
import type { CaptureConnection } from '../../../common/capture/event.ts';
import { pattern } from '../recording.fixture.ts';
import { RingConsumer } from '../ring/consumer.ts';
import { createShared, DEFAULT_RING_BYTES, FLAG, RECORD, RECORD_PAYLOAD_BYTES } from '../ring/layout.ts';
import { OVERFLOW_BYTES } from './overflow.ts';
import { Recorder } from './recorder.ts';

function connection(id: number, protocol: 'tcp' | 'udp'): CaptureConnection {
	const end = { address: '127.0.0.1', port: id };
	return { id, endpoint: 1, protocol, role: 'accepted', local: end, remote: end, mirrored: false };
}

function setUp(ringBytes = 1) {
	const shared = createShared(ringBytes);
	const recorder = new Recorder(shared, () => undefined);
	const consumer = new RingConsumer(shared);
	let pieces: Buffer[] = [];
	/** Takes up to this many records like a writer, and returns the completed data events. */
	const drain = (records: number): { id: number; bytes: Buffer }[] => {
		const events: { id: number; bytes: Buffer }[] = [];
		for (let i = 0; i < records; i++) {
			const record = consumer.peek();
			if (!record) break;
			if ((record.meta & 0xff) === RECORD.data) {
				pieces.push(Buffer.from(shared.bytes.slice(record.start, record.start + record.length)));
				if (((record.meta >>> 24) & FLAG.more) === 0) {
					const bytes = Buffer.concat(pieces);
					expect(bytes.length).toBe(record.total);
					events.push({ id: record.id, bytes });
					pieces = [];
				}
			}
			consumer.release();
		}
		return events;
	};
	return { shared, recorder, consumer, drain };
}

test('TCP bytes that do not fit wait in order; the sink is saturated until they are written', () => {
	const { recorder, consumer, drain } = setUp();
	recorder.open(connection(1, 'tcp'));
	const chunks = Array.from({ length: 40 }, (_, i) => pattern(i % 7 === 0 ? RECORD_PAYLOAD_BYTES * 2 + 5 : 50_000, i));
	let reliefs = 0;
	recorder.onRelief(() => reliefs++);
	for (const chunk of chunks) recorder.data(1, 'in', Buffer.from(chunk), false);
	expect(recorder.saturated).toBe(true);
	const seen: Buffer[] = [];
	while (recorder.saturated) {
		expect(reliefs).toBe(0);
		expect(consumer.empty).toBe(false);
		seen.push(...drain(1).map((event) => event.bytes));
		recorder.relieve();
	}
	seen.push(...drain(1000).map((event) => event.bytes));
	expect(reliefs).toBe(1);
	expect(recorder.saturated).toBe(false);
	expect(seen.length).toBe(chunks.length);
	for (const [i, chunk] of chunks.entries()) expect(seen[i]?.equals(chunk)).toBe(true);
	expect(recorder.dropped).toBe(0);
	expect(recorder.received).toBe(41);
});

test('a datagram that does not fit is dropped and counted; its neighbours stay complete', () => {
	const { recorder, drain } = setUp();
	recorder.open(connection(1, 'udp'));
	const sent = 30;
	for (let i = 0; i < sent; i++) recorder.data(1, 'in', pattern(60_000, i), false);
	const events = drain(1000);
	expect(recorder.dropped).toBeGreaterThan(0);
	expect(events.length).toBe(sent - recorder.dropped);
	for (const [i, { bytes }] of events.entries()) expect(bytes.equals(pattern(60_000, i))).toBe(true);
	recorder.relieve();
	recorder.data(1, 'out', pattern(10, 99), false);
	// The note about the loss comes before it.
	expect(drain(2)[0]?.bytes.equals(pattern(10, 99))).toBe(true);
});

test('waiting records are bounded: beyond that data is dropped and counted, the end of a connection is not', () => {
	const { recorder, drain } = setUp();
	recorder.open(connection(1, 'tcp'));
	const chunk = new Uint8Array(1 << 20);
	const chunks = OVERFLOW_BYTES / chunk.length + 20;
	for (let i = 0; i < chunks; i++) recorder.data(1, 'in', chunk, false);
	expect(recorder.dropped).toBeGreaterThan(10);
	expect(recorder.dropped).toBeLessThan(22);
	recorder.connectionEvent(1, 'close', 'none', 'closed');
	let stored = 0;
	while (recorder.saturated) {
		stored += drain(4).length;
		recorder.relieve();
	}
	stored += drain(100).length;
	expect(stored + recorder.dropped).toBe(chunks);
});

test('a single event larger than everything else is kept', () => {
	const { recorder, drain } = setUp();
	recorder.open(connection(1, 'tcp'));
	const size = OVERFLOW_BYTES + 1000;
	recorder.data(1, 'out', new Uint8Array(size), false);
	expect(recorder.dropped).toBe(0);
	expect(recorder.bytesOut).toBe(size);
	const seen: Buffer[] = [];
	while (recorder.saturated) {
		seen.push(...drain(4).map((event) => event.bytes));
		recorder.relieve();
	}
	expect(seen.concat(drain(100).map((event) => event.bytes)).map((bytes) => bytes.length)).toEqual([size]);
});

test('a rehearsal leaves no record, no count, no connection', () => {
	const { recorder, drain } = setUp();
	recorder.open(connection(1, 'tcp'));
	recorder.data(1, 'in', pattern(10, 1), false);
	const before = [recorder.received, recorder.dropped, recorder.bytesIn, recorder.bytesOut];
	recorder.rehearse(() => {
		recorder.open(connection(1, 'udp'));
		for (let i = 0; i < 8000; i++) recorder.data(1, 'in', pattern(64, i), false);
		expect(recorder.saturated).toBe(false);
	});
	expect([recorder.received, recorder.dropped, recorder.bytesIn, recorder.bytesOut]).toEqual(before);
	recorder.data(1, 'out', pattern(20, 2), false);
	expect(drain(10).map(({ id, bytes }) => [id, bytes.length])).toEqual([
		[1, 10],
		[1, 20],
	]);
});

test('a reply that is the received bytes takes no second place in the ring, whatever happens to them afterwards', () => {
	const { recorder, consumer, drain } = setUp(DEFAULT_RING_BYTES);
	recorder.open(connection(1, 'tcp'));
	recorder.open(connection(2, 'tcp'));
	drain(2);
	const size = 65_536;
	for (let n = 0; n < 20; n++) {
		const bytes = Uint8Array.from(pattern(size, n));
		recorder.data(1, 'in', bytes, false);
		recorder.data(2, 'out', bytes, false);
		recorder.data(1, 'out', bytes.subarray(), false);
		bytes.buffer.transfer(0);
		expect(consumer.used).toBeLessThan(size * 2);
		expect(drain(3)).toEqual([1, 2, 1].map((id) => ({ id, bytes: Buffer.from(pattern(size, n)) })));
	}
	expect(recorder.bytesOut).toBe(20 * 2 * size);
});

test('datagrams may be received into the same memory', () => {
	const { recorder, drain } = setUp(DEFAULT_RING_BYTES);
	recorder.open(connection(1, 'udp'));
	drain(1);
	const bytes = new Uint8Array(9000);
	for (let n = 0; n < 4; n++) {
		bytes.set(pattern(bytes.length, n));
		recorder.data(1, n % 2 === 0 ? 'in' : 'out', bytes, false);
	}
	expect(drain(4).map((one) => one.bytes)).toEqual([0, 1, 2, 3].map((n) => Buffer.from(pattern(bytes.length, n))));
});
