import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { connection } from './conversations.fixture.ts';
import { stall, startRecording, until } from './disk.fixture.ts';
import { openCapture, recoverFolder } from './index.ts';
import { Losses } from './live/losses.ts';
import { OVERFLOW_BYTES } from './live/overflow.ts';
import { Recording, temporaryFolders } from './recording.fixture.ts';
import { tsharkFields, tsharkMissing } from './tshark.fixture.ts';

const newFolder = temporaryFolders();

test('a note names each connection, its events and bytes, and counts the rest', () => {
	const notes: [number, string][] = [];
	const losses = new Losses((endpoint, text) => notes.push([endpoint, text]));
	losses.data(1, 5, 'in', 10, false);
	losses.data(1, 5, 'out', 1, false);
	losses.data(2, 6, 'in', 7, true);
	losses.event(2, 0);
	losses.relieved();
	const because = 'as the capture could not be written fast enough';
	expect(notes).toEqual([
		[1, `Lost before this point: 2 events with 11 bytes, ${because}. connection 5: 2 events, 10 bytes in, 1 byte out`],
		[
			2,
			`Lost before this point: 2 events with 7 bytes, ${because}. connection 6: 1 event, 7 bytes in, 0 bytes out; ` +
				'the endpoint: 1 event, 0 bytes in, 0 bytes out',
		],
	]);
	for (let id = 1; id <= 12; id++) losses.data(1, id, 'in', 1, false);
	// A second has not passed: the next note waits, and later losses are added to it.
	losses.relieved();
	losses.data(1, 13, 'in', 1, false);
	expect(notes).toHaveLength(2);
	losses.tell();
	expect(notes[2]?.[1]).toContain('13 events with 13 bytes');
	expect(notes[2]?.[1]).toMatch(/; and 3 connections more$/);
	losses.tell();
	expect(notes).toHaveLength(3);
});

test('losses at the very end have a note too', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder, ringBytes: 1 << 20 });
	const reported: [number, string][] = [];
	capture.onOwnNote((endpoint, text) => reported.push([endpoint, text]));
	startRecording(capture);
	const resume = await stall(capture, () => capture.data(1, 'in', new Uint8Array(1), false));
	const { received } = capture.counters();
	for (let i = 0; i < 30; i++) capture.data(2, 'in', new Uint8Array(60_000), false);
	const { dropped } = capture.counters();
	expect(dropped).toBeGreaterThan(10);
	const closed = capture.close();
	resume();
	await closed;
	expect(capture.counters()).toMatchObject({ received: received + 31, stored: received + 31 - dropped, dropped });
	expect(reported).toEqual([[2, expect.stringContaining(`${dropped} events with ${dropped * 60_000} bytes`)]]);
	const file = join(folder, 'capture-000001.pcapng');
	if (tsharkMissing !== undefined) return;
	const notes = await tsharkFields(file, 'frame.comment contains "Lost before this point"', 'frame.comment');
	expect(notes).toEqual([[expect.stringContaining(`${dropped} events with ${dropped * 60_000} bytes`)]]);
});

describe.skipIf(tsharkMissing !== undefined)(`with tshark${tsharkMissing ? `: ${tsharkMissing}` : ''}`, () => {
	test('lost TCP data is a gap in the sequence numbers, of the right length, on the right side', async () => {
		const folder = newFolder();
		const capture = await openCapture({ folder, ringBytes: 1 << 20 });
		const recording = new Recording(capture);
		recording.open(connection(1, recording.endpoint('E'), {}));
		let bytes = 0;
		const receive = (length: number) => {
			capture.data(1, 'in', new Uint8Array(length), false);
			bytes += length;
		};
		const resume = await stall(capture, () => receive(1));
		const chunk = 1 << 20;
		for (let i = 0; i < OVERFLOW_BYTES / chunk + 20; i++) receive(chunk);
		const { dropped } = capture.counters();
		expect(dropped).toBeGreaterThan(10);
		const healed = until(capture, () => capture.error() === undefined && !capture.saturated);
		resume();
		await healed;
		await capture.flush();
		receive(10);
		capture.data(1, 'out', new Uint8Array(20), false);
		capture.connectionEvent(1, 'close', 'in', '');
		await capture.close();

		const file = join(folder, 'capture-000001.pcapng');
		const fields = ['tcp.seq', 'tcp.ack', 'tcp.len', 'tcp.analysis.lost_segment', 'frame.comment'];
		const rows = await tsharkFields(file, 'frame', ...fields);
		expect(rows.filter((row) => row[2] === '10' || row[2] === '20').map((row) => row.slice(0, 4))).toEqual([
			[String(1 + bytes - 10), '1', '10', '1'],
			['1', String(1 + bytes), '20', ''],
		]);
		expect(rows.filter((row) => row[3] !== '')).toHaveLength(1);
		expect(rows.flatMap((row) => (row[4]?.includes('Lost before this point') ? [row[4]] : []))).toEqual([
			expect.stringContaining(`${dropped} events with ${dropped * chunk} bytes`),
		]);
		expect(recoverFolder(folder).warnings).toEqual([]);
	});
});
