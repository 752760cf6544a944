import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import type { FilterState, MessageListState } from '../../common/contract/calls/capture.ts';
import type { FindCount, FindState } from '../../common/contract/calls/find.ts';
import { exported } from './export/export.fixture.ts';
import { followed } from './followed.fixture.ts';
import { openCapture, openStored } from './index.ts';
import { pattern, Recording, temporaryFolders } from './recording.fixture.ts';
import type { CaptureReading } from './types.ts';

const newFolder = temporaryFolders();
const END = { address: '127.0.0.1', port: 9000 };
const LINES = { framing: { type: 'line' } as const };

/** A capture with one TCP connection. */
async function conversation(limits: { segmentBytes?: number; keepBytes?: number } = {}) {
	const capture = await openCapture({ folder: newFolder(), ...limits });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('Server');
	recording.open({ id: 1, endpoint, protocol: 'tcp', role: 'accepted', local: END, remote: END, mirrored: false });
	const say = async (direction: 'in' | 'out', ...texts: string[]) => {
		for (const text of texts) recording.data(1, direction, Buffer.from(text));
		await capture.flush();
	};
	return { capture, recording, say };
}

test('filters, searches, marks and colours see whole messages, also new ones', async () => {
	const { capture, recording, say } = await conversation();
	try {
		await say('in', 'a nee');
		await say('out', 'ok\n');
		await say('in', 'dle\nplain\nrest', ' of it\n');
		await capture.annotate(1, { marked: true });
		const scan = (filter: string) =>
			followed<FilterState>((listener) => capture.follow('captureFilter', { messages: LINES, filter }, listener));
		const needle = scan('needle');
		const marked = scan('mark:yes');
		const long = scan('len>=11');
		expect(await needle.upTo(5)).toMatchObject({ matched: 1, stored: 5 });
		expect(await marked.upTo(5)).toMatchObject({ matched: 1 });
		expect(await long.upTo(5)).toMatchObject({ matched: 1 });
		const { rows } = await capture.call('captureRows', {
			messages: LINES,
			from: 0,
			count: 9,
			colours: ['rest', 'needle'],
			sought: 'needle',
		});
		expect(rows.map(({ item, n, length, colour }) => [item, n, length, colour])).toEqual([
			[0, 0, 0, undefined],
			[1, 2, 3, undefined],
			[2, 3, 9, 1],
			[3, 3, 6, undefined],
			[4, 4, 11, 0],
		]);
		expect(rows[2]).toMatchObject({
			places: [{ from: 2, to: 8 }],
			message: { number: 1, first: 1, offset: 0, reads: 2 },
		});
		expect(rows[4]).toMatchObject({ message: { number: 3, first: 3, offset: 10, reads: 2 } });
		const matching = (filter: string) =>
			capture.call('captureRows', { messages: LINES, filter, from: 0, count: 9 }).then((found) => found.rows[0]?.item);
		expect([await matching('needle'), await matching('mark:yes'), await matching('len>=11')]).toEqual([2, 2, 4]);
		const at = (n: number, offset: number) => capture.call('captureItemAt', { messages: LINES, n, offset });
		expect([await at(1, 0), await at(3, 3), await at(3, 4), await at(3, 12)]).toEqual([
			{ item: 2 },
			{ item: 2 },
			{ item: 3 },
			{ item: 4 },
		]);
		const found = await new Promise<FindState>((resolve) => {
			const run = capture.follow('captureFind', { messages: LINES, find: 'e kind:data', back: true }, (state) => {
				if (!state.done) return;
				run.dispose();
				resolve(state);
			});
		});
		expect(found).toMatchObject({ found: 4, done: true });
		const count = followed<FindCount>((listener) =>
			capture.follow('captureFindCount', { messages: LINES, find: 'e kind:data' }, listener),
		);
		// The name of the endpoint has the letter, too: an item without a place counts once.
		expect(await count.upTo(5)).toMatchObject({ matches: 6 });
		expect(await capture.call('captureFindNumber', { messages: LINES, find: 'e kind:data', n: 4, index: 0 })).toEqual({
			number: 6,
		});

		await say('in', 'another needl', 'e\nunfin');
		expect(await needle.upTo(7)).toMatchObject({ matched: 2 });
		recording.event(1, 'close', 'none', 'closed');
		await capture.flush();
		expect(await needle.upTo(8)).toMatchObject({ matched: 2 });
		const last = await capture.call('captureRows', { messages: LINES, from: 5, count: 9 });
		expect(last.rows.map(({ item, length, message }) => [item, length, message?.complete])).toEqual([
			[5, 15, undefined],
			[6, 5, false],
			[7, 0, undefined],
		]);
		for (const run of [needle, marked, long, count]) run.stop();
		await expect(capture.call('captureRows', { messages: {}, from: 0, count: 1 })).rejects.toMatchObject({
			code: 'wrong-state',
		});
	} finally {
		await capture.close();
	}
});

test('items keep their positions when the oldest events are deleted', async () => {
	const { capture } = await conversation({ segmentBytes: 1 << 20, keepBytes: 8 << 20 });
	const messages = { tried: [{ endpoint: 'Server', framing: { type: 'fixed', length: 100_000 } as const }] };
	try {
		const list = followed<MessageListState>((listener) => capture.follow('captureMessages', { messages }, listener));
		const bytes = pattern(64 << 10, 1);
		let sent = 0;
		while (sent < 20 << 20) {
			for (let i = 0; i < 16; i++, sent += bytes.length) capture.data(1, 'in', bytes, false);
			await capture.flush();
			await list.upTo(capture.counters().stored);
		}
		await capture.flush();
		const { items, gone } = await list.upTo(capture.counters().stored);
		expect(items).toBe(1 + Math.floor(sent / 100_000));
		expect(gone).toBeGreaterThan(0);
		const { rows } = await capture.call('captureRows', { messages, from: gone - 1, count: 9 });
		expect(rows[0]).toMatchObject({ item: gone - 1, kind: 'note' });
		expect(rows.slice(1).map(({ item, length, message }) => [item, length, message?.number])).toEqual(
			Array.from({ length: 8 }, (_, i) => [gone + i, 100_000, gone + i]),
		);
		const total = Buffer.alloc(2 * bytes.length, bytes);
		const at = ((items - 2) * 100_000) % bytes.length;
		const { bytes: read } = await capture.call('captureBytes', { messages, n: items - 1, offset: 0, length: 1000 });
		expect(Buffer.from(read).equals(total.subarray(at, at + 1000))).toBe(true);
		list.stop();
	} finally {
		await capture.close();
	}
});

test('a mark on a message that is not the first of its read is on that message alone, in its files too', async () => {
	const { capture, say } = await conversation();
	await say('in', 'one\ntwo\nthree\nfour', ' more\n');
	await capture.annotate(1, { offset: 4, marked: true });
	await capture.annotate(1, { offset: 8, note: 'the third' });
	await capture.annotate(2, { note: 'the last' });
	const found = async (reading: CaptureReading, filter: string) => {
		const following = followed<FilterState>((listener) =>
			reading.follow('captureFilter', { messages: LINES, filter }, listener),
		);
		await following.upTo(reading.counters().stored);
		const { rows } = await reading.call('captureRows', { messages: LINES, filter, from: 0, count: 9 });
		following.stop();
		return rows.map(({ preview }) => Buffer.from(preview).toString().trimEnd());
	};
	const all = ['two', 'three', 'four more'];
	expect(await found(capture, 'mark:yes')).toEqual(['two']);
	expect(await found(capture, 'note:third')).toEqual(['three']);
	expect(await found(capture, 'mark:yes or note:*')).toEqual(all);
	// In a list of reads they are marks of their read.
	for (const [filter, reads] of [
		['mark:yes', [1]],
		['note:third', [1]],
		['mark:yes or note:*', [1, 2]],
	] as const) {
		const following = followed<FilterState>((listener) => capture.follow('captureFilter', { filter }, listener));
		expect(await following.upTo(capture.counters().stored)).toMatchObject({ matched: reads.length });
		const { rows } = await capture.call('captureRows', { filter, from: 0, count: 9 });
		expect(rows.map(({ n }) => n)).toEqual(reads);
		following.stop();
	}
	const marks = [...capture.marks.range()];
	expect(marks).toEqual([
		{ n: 1, offset: 4, marked: true, note: '' },
		{ n: 1, offset: 8, marked: false, note: 'the third' },
		{ n: 2, marked: false, note: 'the last' },
	]);
	const folder = dirname(capture.folder);
	const list = await exported(capture, folder, { format: 'jsonl', scope: { messages: LINES }, marks });
	const lines = list.file.toString().trimEnd().split('\n');
	expect(lines.flatMap((line) => [JSON.parse(line)].filter(({ marked, note }) => marked || note))).toMatchObject([
		{ text: 'two\n', marked: true },
		{ text: 'three\n', note: 'the third' },
		{ text: 'four more\n', note: 'the last' },
	]);
	const { path } = await exported(capture, folder, { format: 'pcapng', marks });
	await capture.close();
	const { capture: again } = await openStored({ id: 'again', path, workFolder: folder });
	try {
		await again.marksRead;
		expect(again.marks.range()).toEqual(marks);
		expect(await found(again, 'mark:yes or note:*')).toEqual(all);
	} finally {
		await again.close();
	}
});
