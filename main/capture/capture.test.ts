import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIMITS } from '../../common/contract/base/limits.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { openCapture, recoverFolder } from './index.ts';
import { type Expected, NO_BYTES, pattern, play, Recording, steps, temporaryFolders } from './recording.fixture.ts';
import type { Capture } from './types.ts';

const newFolder = temporaryFolders();

/** Every row and every byte equals the recording. */
async function expectStored(capture: Capture, expected: readonly Expected[]): Promise<void> {
	expect(capture.counters()).toMatchObject({ received: expected.length, stored: expected.length, dropped: 0 });
	const rows = await capture.rows(0, 10_000);
	expect(rows.length).toBe(expected.length);
	for (const [n, event] of expected.entries()) {
		const { endpoint, connection, kind, direction, text, bytes } = event;
		const preview = bytes.subarray(0, LIMITS.previewBytes);
		expect(rows[n]).toEqual({
			n,
			time: rows[n]?.time,
			endpoint,
			...(kind === 'error' || kind === 'reset' ? { endpointKind: 'udp' } : {}),
			...(kind === 'data' ? { datagram: true } : {}),
			connection,
			kind,
			direction,
			text,
			length: bytes.length,
			preview: new Uint8Array(preview),
		});
		const whole = await capture.bytes(n, 0, bytes.length + 10);
		expect(whole.total).toBe(bytes.length);
		expect(Buffer.compare(whole.bytes, bytes)).toBe(0);
	}
	const times = rows.map((row) => row.time);
	expect(times).toEqual([...times].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
}

test('any events are read back as recorded, and the index can be rebuilt from the segments', async () => {
	await fc.assert(
		fc.asyncProperty(steps, fc.constantFrom(1, 3000, 256 << 20), async (script, segmentBytes) => {
			const folder = newFolder();
			const capture = await openCapture({ folder, segmentBytes });
			try {
				const recording = new Recording(capture);
				play(recording, script);
				await capture.flush();
				await expectStored(capture, recording.expected);
			} finally {
				await capture.close();
			}
			expect(recoverFolder(folder).warnings).toEqual([]);
			const indexes = readdirSync(folder).filter((name) => name.endsWith('.index'));
			const written = indexes.map((name) => readFileSync(join(folder, name)));
			for (const name of indexes) rmSync(join(folder, name));
			const report = recoverFolder(folder);
			expect(report.segments.every(({ cutBytes, damage }) => cutBytes === 0 && damage === undefined)).toBe(true);
			for (const [i, name] of indexes.entries()) {
				expect(readFileSync(join(folder, name)).equals(written[i] ?? NO_BYTES)).toBe(true);
			}
		}),
		{ numRuns: byTier(8, 30) },
	);
});

test('bytes of an event can be read from any offset', async () => {
	const capture = await openCapture({ folder: newFolder(), ringBytes: 1 << 20 });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('Big');
	const local = { address: '127.0.0.1', port: 1 };
	const remote = { address: '127.0.0.1', port: 2 };
	recording.open({ id: 1, endpoint, protocol: 'tcp', role: 'opened', local, remote, mirrored: false });
	const big = pattern(3_000_000, 7);
	recording.data(1, 'in', big);
	await capture.flush();
	for (const [offset, length] of [
		[0, 1],
		[65_491, 3],
		[261_960, 70_000],
		[2_999_999, 100],
		[3_000_000, 5],
		[9_000_000, 5],
	] as const) {
		const { bytes, total } = await capture.bytes(1, offset, length);
		expect(total).toBe(big.length);
		expect(Buffer.compare(bytes, big.subarray(offset, offset + length))).toBe(0);
	}
	await expect(capture.bytes(2, 0, 1)).rejects.toMatchObject({ code: 'not-found' });
	expect(await capture.rows(2, 10)).toEqual([]);
	await capture.close();
});

test('progress is reported while events are in flight, and a last time when all are stored', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const seen: number[] = [];
	const stored = Promise.withResolvers<void>();
	capture.onProgress(() => {
		seen.push(capture.counters().stored);
		if (seen.at(-1) === 3) stored.resolve();
	});
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('P');
	for (const text of ['a', 'b', 'c']) recording.endpointEvent(endpoint, 'note', text);
	await stored.promise;
	expect(seen).toEqual([...seen].sort((a, b) => a - b));
	await capture.close();
});

test('stored rows can be read while the capture grows into new segments', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder, segmentBytes: 4000 });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('Grow');
	for (let round = 0; round < 20; round++) {
		for (let i = 0; i < 10; i++) recording.endpointEvent(endpoint, 'note', `note ${round * 10 + i}`);
		await capture.flush();
		const rows = await capture.rows(round * 10 + 5, 1000);
		const all = await capture.rows(0, 1000);
		expect(all.map((row) => row.text)).toEqual(recording.expected.map((event) => event.text));
		expect(rows.map((row) => row.n)).toEqual([5, 6, 7, 8, 9].map((i) => round * 10 + i));
	}
	expect(readdirSync(folder).length).toBeGreaterThan(8);
	await capture.close();
});

test('a folder that holds a capture is refused', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder });
	await capture.close();
	await expect(openCapture({ folder })).rejects.toMatchObject({ name: 'WirebenchError', code: 'wrong-state' });
});

test('a folder that cannot be created is a disk error', async () => {
	const file = newFolder();
	writeFileSync(file, '');
	const expected = { code: 'disk', details: { errno: 'ENOTDIR' } };
	await expect(openCapture({ folder: join(file, 'capture') })).rejects.toMatchObject(expected);
});
