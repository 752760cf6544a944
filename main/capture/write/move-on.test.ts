import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Clock, takeClockBase } from '../../../common/capture/clock.ts';
import { byTier } from '../../../common/tier.fixture.ts';
import { connection } from '../conversations.fixture.ts';
import { Recorder } from '../live/recorder.ts';
import { pattern, Recording, temporaryFolders } from '../recording.fixture.ts';
import { recoverFolder } from '../recover/index.ts';
import { RingConsumer } from '../ring/consumer.ts';
import { createShared } from '../ring/layout.ts';
import { readPayload } from '../segments/bytes.ts';
import { CaptureFolder } from '../segments/folder.ts';
import { DiskRetry } from './disk-retry.ts';
import { EventWriter } from './events.ts';
import { EventFrame } from './frame.ts';
import { Interfaces } from './interfaces.ts';
import { SegmentStore } from './store.ts';
import { Watch } from './watch.ts';

const newFolder = temporaryFolders();

/** Events of every size, some of many records and more than a batch, on interfaces that appear one after the other. */
function record(recording: Recording): void {
	let id = 1;
	for (const name of ['One', 'Two', 'Three']) {
		const endpoint = recording.endpoint(name);
		for (const protocol of ['tcp', 'udp'] as const) {
			recording.open(connection(id, endpoint, { protocol }));
			for (const length of [10, 2_500_000, 70_000, 1, 300_000]) {
				recording.data(id, 'in', pattern(protocol === 'udp' ? length % 60_000 : length, id));
			}
			recording.event(id, 'note', 'none', 'a note');
			id++;
		}
	}
}

/** Lets the writer work record by record; before record `at` its folder is removed. Returns the first kept event. */
function writeAndTake(folder: string, at: number, everyRecord: boolean, take: () => void) {
	const shared = createShared(32 << 20);
	const recorder = new Recorder(shared, () => undefined);
	const recording = new Recording(recorder);
	record(recording);
	mkdirSync(folder);
	const store = new SegmentStore(folder, { segmentBytes: 1 << 30 });
	const clock = new Clock(takeClockBase(performance));
	const interfaces = new Interfaces();
	const retry = new DiskRetry(shared.slots, () => undefined);
	const notes: string[] = [];
	const watch = new Watch(store, retry, (text) => notes.push(text));
	const frame = new EventFrame(store, interfaces, clock, retry, watch, () => undefined);
	const events = new EventWriter(shared, clock, frame, interfaces, store);
	frame.openFirst();
	const consumer = new RingConsumer(shared);
	let records = 0;
	for (let next = consumer.peek(); next; next = consumer.peek()) {
		if (records++ === at) {
			take();
			watch.hurry();
		}
		events.write(next);
		consumer.release();
		if (everyRecord) frame.commit();
	}
	frame.commit();
	store.closeSegment();
	const first = Number(/from event (\d+) on/.exec(notes[0] ?? '')?.[1] ?? Number.NaN);
	return { recording, records, notes, first };
}

for (const everyRecord of [false, true]) {
	const how = everyRecord ? 'after every record' : 'when there is much to write';
	test(`wherever the folder is lost, all that was not stored goes on in the next segment (written ${how})`, () => {
		let [last, mid] = [1, 0];
		for (let at = 0; at < last; at += byTier(9, 3)) {
			const folder = newFolder();
			const away = `${folder}.away`;
			const deleted = at % 2 === 0;
			const { recording, records, notes, first } = writeAndTake(folder, at, everyRecord, () => {
				if (deleted) rmSync(folder, { recursive: true });
				else renameSync(folder, away);
				if (!deleted) mkdirSync(folder);
			});
			last = records;
			expect(notes).toHaveLength(1);
			expect(recoverFolder(folder)).toMatchObject({ events: recording.expected.length - first, warnings: [] });
			if (!deleted) expect(recoverFolder(away)).toMatchObject({ events: first, warnings: [] });
			const capture = new CaptureFolder(folder);
			expect(capture.count()).toBe(recording.expected.length);
			const [gone, run] =
				first > 0 ? capture.rows(0, capture.count()) : [undefined, ...capture.rows(0, capture.count())];
			if (first > 0) expect(gone).toMatchObject({ segment: undefined, from: 0, count: first });
			if (!run?.segment) throw new Error('The segment is not there.');
			for (const [i, row] of run.rows.entries()) {
				const expected = recording.expected[first + i];
				expect([row.kind, row.connection, row.length]).toEqual([
					expected?.kind,
					expected?.connection,
					expected?.bytes.length,
				]);
				const bytes = readPayload(run.segment, row, 0, row.length);
				expect(row.kind !== 'data' || Buffer.compare(bytes, expected?.bytes ?? Buffer.alloc(0)) === 0).toBe(true);
			}
			if ((recording.expected[first]?.bytes.length ?? 0) > 1_000_000) mid++;
			capture.close();
		}
		// Some of them during an event whose start was in the file already.
		expect(mid).toBeGreaterThan(byTier(0, 2));
	});
}
