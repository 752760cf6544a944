import {
	closeSync,
	mkdirSync,
	openSync,
	readdirSync,
	renameSync,
	rmSync,
	truncateSync,
	unlinkSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { balance, freeze, mountMissing, smallDisks, startRecording, until } from './disk.fixture.ts';
import { eventsOf } from './events.fixture.ts';
import { openCapture, recoverFolder } from './index.ts';
import { FilterScan } from './read/filter-scan.ts';
import { pattern, type Recording, temporaryFolders } from './recording.fixture.ts';
import { CaptureFolder } from './segments/folder.ts';
import { tsharkMissing, tsharkReading } from './tshark.fixture.ts';
import type { Capture } from './types.ts';

const newFolder = temporaryFolders();
const newDisk = smallDisks();

/**
 * Turns within which a change of the folder is noticed: it is looked at every second, which a busy machine can stretch.
 * Without the look nothing is noticed before a segment is full, after a million turns.
 */
const SOON = 5000;

/**
 * Records small events, one per turn of the loop, until the condition holds. Returns their number: each takes a
 * millisecond, or longer on a busy machine.
 */
async function recordUntil(capture: Capture, recording: Recording, condition: () => boolean): Promise<number> {
	let turns = 0;
	for (; !condition(); turns++) {
		recording.data(1, turns % 2 === 0 ? 'in' : 'out', pattern(500, turns));
		await new Promise((resolve) => setTimeout(resolve, 1));
	}
	expect(balance(capture).onTheWay).toBeGreaterThanOrEqual(0);
	return turns;
}

test('a missing folder is an error, nothing is lost meanwhile, and it continues when the folder is back', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder, segmentBytes: 100_000, ringBytes: 1 << 20 });
	const recording = startRecording(capture);
	recording.data(1, 'in', pattern(150_000, 1));
	await capture.flush();
	renameSync(folder, `${folder}.away`);
	const failed = until(capture, () => capture.error() !== undefined);
	for (let i = 0; i < 30; i++) recording.data(1, 'in', pattern(100_000, i));
	await failed;
	expect(capture.error()).toMatchObject({ code: 'disk', details: { errno: 'ENOENT' } });
	expect(capture.saturated).toBe(true);
	const relieved = Promise.withResolvers<void>();
	capture.onRelief(relieved.resolve);
	const healed = until(capture, () => capture.error() === undefined);
	renameSync(`${folder}.away`, folder);
	await Promise.all([healed, relieved.promise]);
	await capture.flush();
	expect(capture.saturated).toBe(false);
	expect(capture.counters()).toMatchObject({ received: 33, stored: 33, dropped: 0 });
	for (const [n, { bytes }] of recording.expected.entries()) {
		expect(Buffer.compare((await capture.bytes(n, 0, 200_000)).bytes, bytes)).toBe(0);
	}
	await capture.close();
	expect(recoverFolder(folder)).toMatchObject({ events: 33, warnings: [] });
});

test('closing does not wait without end for a missing disk, and reports it', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder, segmentBytes: 100_000 });
	const recording = startRecording(capture);
	recording.data(1, 'in', pattern(150_000, 1));
	await capture.flush();
	rmSync(folder, { recursive: true });
	writeFileSync(folder, 'in the way');
	recording.data(1, 'in', pattern(10, 1));
	await expect(capture.close()).rejects.toMatchObject({ name: 'WirebenchError', code: 'disk' });
	expect(capture.counters()).toMatchObject({ received: 4, stored: 3 });
});

/** Asserts that everything recorded from event `from` on is in the folder unchanged, once. */
async function expectFrom(capture: Capture, recording: Recording, from: number): Promise<void> {
	const rows = [];
	const { stored } = capture.counters();
	for (let at = from; at < stored; at += 500) rows.push(...(await capture.rows(at, 500)));
	const data = rows.filter((row) => row.kind === 'data');
	const expected = recording.expected.slice(from).filter((event) => event.kind === 'data');
	expect(data.length).toBe(expected.length);
	for (const [i, { n, length }] of data.entries()) {
		expect(Buffer.compare((await capture.bytes(n, 0, length)).bytes, expected[i]?.bytes ?? Buffer.alloc(0))).toBe(0);
	}
}

/** A filter skips the events whose files are gone, and finds all remaining ones. */
function expectFiltered(folder: string, stored: number, recording: Recording, from: number): void {
	const files = new CaptureFolder(folder);
	const scan = new FilterScan(eventsOf(files), 'kind:data');
	while (scan.scanned < stored) scan.step(stored, 50);
	expect(scan.matches.count).toBe(recording.expected.slice(from).filter((event) => event.kind === 'data').length);
	files.close();
}

/** The folder contains a complete capture from event `from` on. */
async function expectReadable(folder: string, segments: string[]): Promise<void> {
	expect(readdirSync(folder).filter((name) => name.endsWith('.pcapng'))).toEqual(segments);
	expect(recoverFolder(folder).warnings).toEqual([]);
	if (tsharkMissing !== undefined) return;
	for (const name of segments) expect((await tsharkReading(join(folder, name))).warnings).toEqual([]);
}

const GONE = /^Files of the capture were deleted or replaced .* from event (\d+) on all is in a new segment\.$/;

for (const [what, take] of [
	['deleted', (folder: string) => rmSync(folder, { recursive: true })],
	[
		'replaced by an empty one',
		(folder: string) => {
			renameSync(folder, `${folder}.away`);
			mkdirSync(folder);
		},
	],
	['robbed of its segment', (folder: string) => unlinkSync(join(folder, 'capture-000001.pcapng'))],
] as const) {
	test(`a folder that is ${what} is noticed within a second, and a new segment has all from then on`, async () => {
		const folder = newFolder();
		const capture = await openCapture({ folder });
		const recording = startRecording(capture);
		await recordUntil(capture, recording, () => recording.expected.length > 50);
		await capture.flush();
		take(folder);
		expect(await recordUntil(capture, recording, () => capture.error() !== undefined)).toBeLessThan(SOON);
		expect(capture.error()).toMatchObject({ code: 'disk', message: expect.stringMatching(GONE) });
		const first = Number(GONE.exec(capture.error()?.message ?? '')?.[1]);
		const healed = until(capture, () => capture.error() === undefined);
		await recordUntil(capture, recording, () => recording.expected.length > first + 200);
		await healed;
		await capture.flush();
		expect(balance(capture)).toMatchObject({ received: recording.expected.length + 1, dropped: 0, onTheWay: 0 });
		await expectFrom(capture, recording, first);
		const rows = await capture.rows(first, 500);
		expect(rows.filter((row) => row.kind === 'note').map((row) => row.text)).toEqual([expect.stringMatching(GONE)]);
		expectFiltered(folder, capture.counters().stored, recording, first);
		await capture.close();
		await expectReadable(folder, ['capture-000002.pcapng']);
	});
}

const CHANGED =
	/^Files of the capture were cut off, deleted or overwritten .* (\d+|No) stored events? (?:are|is known to be) gone\./;
const segmentOf = (folder: string) => join(folder, 'capture-000001.pcapng');

for (const [what, change, gone] of [
	['cut off', (folder: string) => truncateSync(segmentOf(folder), 0), (stored: number) => stored],
	['overwritten where it begins', (folder: string) => overwrite(segmentOf(folder), 0), () => 0],
	[
		'robbed of the rows of its index',
		(folder: string) => truncateSync(join(folder, 'capture-000001.index'), 40),
		() => 0,
	],
] as const) {
	test(`a segment that is ${what} by another program is noticed within a second, and at the end`, async () => {
		const folder = newFolder();
		const capture = await openCapture({ folder });
		const recording = startRecording(capture);
		await recordUntil(capture, recording, () => recording.expected.length > 50);
		await capture.flush();
		const { stored } = capture.counters();
		change(folder);
		expect(await recordUntil(capture, recording, () => capture.error() !== undefined)).toBeLessThan(SOON);
		expect(capture.error()?.message).toMatch(CHANGED);
		await capture.flush();
		const lost = capture.counters().gone;
		expect(lost).toBeGreaterThanOrEqual(gone(stored));
		if (gone(stored) === 0) expect(lost).toBe(0);
		truncateSync(join(folder, 'capture-000002.pcapng'), 0);
		const { stored: all } = capture.counters();
		await expect(capture.close()).rejects.toMatchObject({ code: 'disk', message: expect.stringMatching(CHANGED) });
		expect(capture.counters().gone).toBeGreaterThan(lost);
		expect(capture.counters().gone).toBeLessThanOrEqual(all);
	});
}

function overwrite(path: string, at: number): void {
	const file = openSync(path, 'r+');
	writeSync(file, Buffer.alloc(32), 0, 32, at);
	closeSync(file);
}

test('deleting a folder during large events loses none that was not stored before', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder });
	const recording = startRecording(capture);
	let first: number | undefined;
	for (let i = 0; i < 120 || first === undefined; i++) {
		if (i % 8 === 0) recording.data(1, 'out', pattern(3_000_000, i));
		recording.data(1, 'in', pattern(90_000, i));
		if (i === 60) rmSync(folder, { recursive: true });
		first ??= Number(GONE.exec(capture.error()?.message ?? '')?.[1] ?? Number.NaN) || undefined;
		while (capture.saturated) {
			const { promise, resolve } = Promise.withResolvers<void>();
			const stop = capture.onRelief(resolve);
			await promise;
			stop();
		}
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	await capture.flush();
	expect(capture.counters().dropped).toBe(0);
	await expectFrom(capture, recording, first);
	expect((await capture.rows(0, 1))[0]?.n).toBe(0);
	await capture.close();
	await expectReadable(folder, ['capture-000002.pcapng']);
});

test('a moved folder is noticed within a second, and nothing is lost when it is back', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder, ringBytes: 1 << 20 });
	const recording = startRecording(capture);
	await recordUntil(capture, recording, () => recording.expected.length > 50);
	renameSync(folder, `${folder}.away`);
	expect(await recordUntil(capture, recording, () => capture.error() !== undefined)).toBeLessThan(SOON);
	expect(capture.error()).toMatchObject({
		code: 'disk',
		message: 'The capture folder was moved or renamed.',
		details: { errno: 'ENOENT', hint: expect.stringContaining(folder) },
	});
	renameSync(`${folder}.away`, folder);
	await recordUntil(capture, recording, () => capture.error() === undefined);
	await capture.flush();
	expect(balance(capture)).toMatchObject({ received: recording.expected.length, dropped: 0, onTheWay: 0 });
	await expectFrom(capture, recording, 0);
	await capture.close();
	await expectReadable(folder, ['capture-000001.pcapng']);
});

describe.skipIf(mountMissing !== undefined)(`a disk of its own${mountMissing ? `: ${mountMissing}` : ''}`, () => {
	test('a folder that becomes read-only is reported at once; the next segment waits until it is writable', async () => {
		const folder = join(newDisk(32 << 20), 'capture');
		const capture = await openCapture({ folder, segmentBytes: 1_000_000, ringBytes: 1 << 20 });
		const recording = startRecording(capture);
		await recordUntil(capture, recording, () => recording.expected.length > 50);
		freeze(folder, true);
		try {
			expect(await recordUntil(capture, recording, () => capture.error() !== undefined)).toBeLessThan(SOON);
			expect(capture.error()?.message).toMatch(/^The capture folder has become read-only\./);
			await capture.flush();
			// More than the rest of the segment and half of the ring together.
			for (let i = 0; i < 40; i++) recording.data(1, 'in', pattern(50_000, i));
			await until(capture, () => capture.error()?.message === 'The capture folder may not be written.');
		} finally {
			freeze(folder, false);
		}
		await until(capture, () => capture.error() === undefined);
		await capture.flush();
		expect(balance(capture)).toMatchObject({ received: recording.expected.length, dropped: 0, onTheWay: 0 });
		await expectFrom(capture, recording, 0);
		await capture.close();
		expect(recoverFolder(folder).warnings).toEqual([]);
	});
});
