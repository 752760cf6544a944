import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Marks } from '../../common/capture/marks.ts';
import type { FindCount, FindState } from '../../common/contract/calls/find.ts';
import type { CallOutput } from '../../common/contract/index.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { eventsOf } from './events.fixture.ts';
import { followed } from './followed.fixture.ts';
import { buildIndexHeader, INDEX_ROW_BYTES, sealRow } from './format/index-file.ts';
import { indexName, segmentName } from './format/names.ts';
import { openCapture } from './index.ts';
import { FilterScan } from './read/filter-scan.ts';
import { type FindRequest, FindScan } from './read/find-scan.ts';
import { MatchCount } from './read/places/match-count.ts';
import { play, Recording, steps, temporaryFolders } from './recording.fixture.ts';
import { eventAtTime } from './segments/at-time.ts';
import { CaptureFolder } from './segments/folder.ts';
import type { Capture } from './types.ts';

const newFolder = temporaryFolders();

/** The next of these positions from a start, wrapping around if necessary. */
function nextOf(matches: readonly number[], from: number | undefined, back: boolean): number | undefined {
	const order = back ? matches.toReversed() : matches;
	const ahead = order.find((n) => from === undefined || (back ? n < from : n > from));
	return ahead ?? order[0];
}

test('finds the next and the previous match, as a full scan would', async () => {
	const filters = [
		'kind:data',
		'dir:in len>50',
		'hex:00',
		'kind:reset',
		'"127.0.0.1"',
		'not hex:41',
		'mark:yes',
		'note:x',
	];
	await fc.assert(
		fc.asyncProperty(
			steps,
			fc.constantFrom(1, 3000, 256 << 20),
			fc.array(fc.nat(60), { maxLength: 5 }),
			async (script, segmentBytes, marked) => {
				const folder = newFolder();
				const capture = await openCapture({ folder, segmentBytes });
				const files = new CaptureFolder(folder);
				const marks = new Marks();
				for (const n of marked) marks.apply(n % 2 === 0 ? { n, marked: true } : { n, note: `x${n}` });
				try {
					const recording = new Recording(capture);
					play(recording, script);
					await capture.flush();
					const stored = recording.expected.length;
					for (const find of filters) {
						const scan = new FilterScan(eventsOf(files, marks), find);
						while (scan.scanned < stored) scan.step(stored, 1000);
						const matches = Array.from({ length: scan.matches.count }, (_, i) => scan.matches.at(i));
						for (const from of [undefined, 0, Math.floor(stored / 2), Math.max(0, stored - 1)]) {
							for (const back of [false, true]) {
								const search = new FindScan(eventsOf(files, marks), { find, from, back }, stored);
								while (!search.done) search.step(0);
								const { found, wrapped, looked } = search.state;
								const expected = nextOf(matches, from, back);
								expect(found, `${find} from ${from}`).toBe(expected);
								if (expected === undefined) expect(looked).toBe(stored);
								else if (from !== undefined) expect(wrapped).toBe(back ? expected >= from : expected <= from);
							}
						}
					}
				} finally {
					files.close();
					await capture.close();
				}
			},
		),
		{ numRuns: 6 },
	);
});

/** A search to its end. */
function searched(capture: Capture, request: FindRequest): Promise<FindState> {
	return new Promise((resolve) => {
		const { snapshot } = capture.follow('captureFind', request, (now) => {
			if (now.done) resolve(now);
		});
		if (snapshot.done) resolve(snapshot);
	});
}

/** A capture with one UDP peer that received these. */
async function peer(payloads: readonly string[]) {
	const capture = await openCapture({ folder: newFolder() });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('Echo');
	const end = { address: '127.0.0.1', port: 9 };
	recording.open({ id: 1, endpoint, protocol: 'udp', role: 'accepted', local: end, remote: end, mirrored: false });
	for (const text of payloads) recording.data(1, 'in', Buffer.from(text));
	await capture.flush();
	return { capture, recording };
}

test('searches in a growing capture, within another filter, and reports when there is nothing', async () => {
	const { capture, recording } = await peer(Array.from({ length: 30_000 }, (_, i) => `line ${i}`));
	try {
		expect(await searched(capture, { find: '"line 29999"', from: 5, back: false })).toMatchObject({ found: 30_000 });
		expect(await searched(capture, { find: '"line 3"', from: 20_000, back: true })).toMatchObject({ found: 4000 });
		const none = await searched(capture, { find: 'kind:error', from: 7, back: false });
		expect(none).toEqual({ looked: 30_001, total: 30_001, wrapped: true, done: true });
		const within = await searched(capture, { find: 'line', within: '"99" and not "line 99"', from: 1, back: false });
		expect(within.found).toBe(200);
		recording.data(1, 'in', Buffer.from('the new one'));
		await capture.flush();
		expect(await searched(capture, { find: 'new', from: 10, back: false })).toMatchObject({
			found: 30_001,
			wrapped: false,
		});
		expect(() => capture.follow('captureFind', { find: 'dir:inn', back: false }, () => undefined)).toThrow(
			expect.objectContaining({ code: 'bad-input' }),
		);
	} finally {
		await capture.close();
	}
});

test('a cancelled search reports nothing more, and a running one does not delay queries', async () => {
	const { capture } = await peer(Array.from({ length: 200_000 }, () => 'nothing to see'));
	try {
		const reported: FindState[] = [];
		const { dispose } = capture.follow('captureFind', { find: '"not there"', back: true }, (state) =>
			reported.push(state),
		);
		await capture.rows(0, 10);
		expect(reported.some(({ done }) => done)).toBe(false);
		dispose();
		const until = reported.length;
		await searched(capture, { find: 'kind:open', back: false });
		expect(reported).toHaveLength(until);
	} finally {
		await capture.close();
	}
});

test('a stopped scan keeps its matches, and continues on request', async () => {
	const { capture, recording } = await peer(Array.from({ length: 100_000 }, (_, i) => `line ${i}`));
	try {
		const reported: { scanned: number; matched: number; stopped: boolean }[] = [];
		const waiting = new Set<() => void>();
		const until = (holds: () => boolean) =>
			new Promise<void>((resolve) => {
				const look = () => {
					if (!holds()) return;
					waiting.delete(look);
					resolve();
				};
				waiting.add(look);
				look();
			});
		capture.follow('captureFilter', { filter: '"line 9"' }, (state) => {
			reported.push(state);
			for (const look of [...waiting]) look();
		});
		await capture.call('captureFilterStop', { filter: '"line 9"', stopped: true });
		await until(() => reported.at(-1)?.stopped === true);
		const { scanned, matched } = reported.at(-1) ?? { scanned: -1, matched: -1 };
		expect(scanned).toBeLessThan(100_001);
		recording.data(1, 'in', Buffer.from('line 9 too'));
		await capture.flush();
		expect((await capture.call('captureRows', { filter: '"line 9"', from: 0, count: 1000 })).stored).toBe(matched);
		expect(reported.at(-1)).toMatchObject({ scanned, matched, stopped: true });
		await capture.call('captureFilterStop', { filter: '"line 9"', stopped: false });
		await until(() => reported.at(-1)?.scanned === 100_002);
		expect(reported.at(-1)).toMatchObject({ matched: 11_112, stopped: false });
		const other = capture.call('captureFilterStop', { filter: 'another', stopped: true });
		await expect(other).rejects.toMatchObject({ code: 'wrong-state' });
	} finally {
		await capture.close();
	}
});

/** A folder whose indexes have rows with these times, in segments of this size. */
function indexed(times: readonly bigint[], perSegment: number): CaptureFolder {
	const folder = newFolder();
	mkdirSync(folder, { recursive: true });
	for (let from = 0, number = 1; from < times.length; from += perSegment, number++) {
		const part = times.slice(from, from + perSegment);
		const rows = new Uint8Array(part.length * INDEX_ROW_BYTES);
		for (const [i, time] of part.entries()) {
			new DataView(rows.buffer).setBigUint64(i * INDEX_ROW_BYTES, time, true);
		}
		const words = new Uint32Array(rows.buffer);
		for (let i = 0; i < part.length; i++) sealRow(words, (i * INDEX_ROW_BYTES) / 4);
		writeFileSync(join(folder, indexName(number)), Buffer.concat([buildIndexHeader(from, 0), rows]));
		writeFileSync(join(folder, segmentName(number)), '');
	}
	return new CaptureFolder(folder);
}

test('the event at a time is the nearest of all, also where times go back a little', () => {
	const around = 16;
	fc.assert(
		fc.property(
			fc.array(fc.bigInt(0n, 1000n), { minLength: 1, maxLength: 120 }),
			fc.bigInt(-10n, 1010n),
			fc.integer({ min: 1, max: 50 }),
			fc.boolean(),
			(some, wanted, perSegment, back) => {
				const sorted = some.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
				// Each run of four reversed: no event is further than three from its place.
				const times = back ? sorted.map((_, i) => sorted[i - (i % 4) + 3 - (i % 4)] ?? sorted[i] ?? 0n) : sorted;
				const folder = indexed(times, perSegment);
				const away = times.map((time) => (time < wanted ? wanted - time : time - wanted));
				const nearest = away.reduce((best, each) => (each < best ? each : best));
				try {
					const found = eventAtTime(folder, wanted, times.length, around);
					expect(away[found ?? -1]).toBe(nearest);
					if (!back && times.length <= around) expect(found).toBe(away.indexOf(nearest));
				} finally {
					folder.close();
				}
			},
		),
		{ numRuns: 300 },
	);
	const empty = new CaptureFolder(newFolder());
	expect(eventAtTime(empty, 0n, 0)).toBeUndefined();
});

const EVENTS = byTier(30_000, 150_000);

test('an applied filter stays correct while events arrive as fast as possible, over many segments', async () => {
	const capture = await openCapture({ folder: newFolder(), segmentBytes: 1 << 20 });
	try {
		const endpoint = new Recording(capture).endpoint('Echo');
		const end = { address: '127.0.0.1', port: 9 };
		capture.open({ id: 1, endpoint, protocol: 'tcp', role: 'accepted', local: end, remote: end, mirrored: false });
		const all = Promise.withResolvers<void>();
		const counts: number[] = [];
		const { dispose } = capture.follow('captureFilter', { filter: 'kind:data dir:in "7"' }, ({ scanned, matched }) => {
			counts.push(matched);
			if (scanned === EVENTS + 1) all.resolve();
		});
		let expected = 0;
		for (let i = 0; i < EVENTS; ) {
			for (let turn = 0; turn < 500; turn++, i++) {
				const direction = i % 2 === 0 ? 'in' : 'out';
				if (direction === 'in' && String(i).includes('7')) expected++;
				capture.data(1, direction, Buffer.from(`line ${i}`), false);
			}
			if (!capture.saturated) await new Promise((resolve) => setImmediate(resolve));
			else await new Promise<void>((resolve) => capture.onRelief(resolve));
		}
		await capture.flush();
		await all.promise;
		expect(counts.at(-1)).toBe(expected);
		expect(counts, 'the count grows as the scan goes on').toEqual(counts.toSorted((a, b) => a - b));
		expect(
			(await capture.call('captureRows', { filter: 'kind:data dir:in "7"', from: expected - 1, count: 10 })).rows,
		).toHaveLength(1);
		dispose();
	} finally {
		await capture.close();
	}
});

test('finds every place in an event, also over the borders of its windows, and counts them', async () => {
	const capture = await openCapture({ folder: newFolder() });
	try {
		const recording = new Recording(capture);
		const endpoint = recording.endpoint('echo');
		const end = (port: number) => ({ address: '127.0.0.1', port });
		recording.open({
			id: 1,
			endpoint,
			protocol: 'tcp',
			role: 'accepted',
			local: end(9),
			remote: end(10),
			mirrored: false,
		});
		const large = Buffer.alloc(300_000, '.');
		const starts = [5, 65_530, 65_536, 131_069, 200_000, 299_994];
		for (const start of starts) large.write('needle', start);
		recording.data(1, 'in', large);
		recording.data(1, 'in', Buffer.from('no such thing'));
		recording.data(1, 'out', Buffer.from(`${'é'.repeat(40)}one Needle, two needles`));
		await capture.flush();
		const places = async (n: number, sought: string | { bytes: Uint8Array; anyCase: boolean }) => {
			const found = [];
			for (let from: number | undefined = 0; from !== undefined; ) {
				const answer: CallOutput<'capturePlaces'> = await capture.call('capturePlaces', { n, sought, from, count: 4 });
				found.push(...answer.places);
				from = answer.next;
			}
			return found;
		};
		const expected = starts.map((from) => ({ from, to: from + 6 }));
		const bytes = Buffer.from('needle');
		for (const sought of ['needle', '/^n|ne+dle/', { bytes, anyCase: false }])
			expect(await places(1, sought)).toEqual(expected);
		expect(await places(1, 'dir:in')).toEqual([]);
		expect(await places(0, '127.0.0.1')).not.toEqual([]);
		await expect(capture.call('capturePlaces', { n: 1, sought: '/(/', from: 0, count: 1 })).rejects.toMatchObject({
			code: 'bad-input',
		});

		const { rows } = await capture.call('captureRows', { from: 0, count: 9, sought: 'needle' });
		expect(rows.map((row) => row.previewAt)).toEqual([undefined, undefined, undefined, 72]);
		expect(rows[1]?.places).toEqual([{ from: 5, to: 11 }]);
		expect(Buffer.from(rows[3]?.preview ?? []).toString()).toBe('éééééone Needle, two needles'.slice(1));
		expect(rows[3]?.places).toEqual([
			{ from: 84, to: 90 },
			{ from: 96, to: 102 },
		]);

		const count = followed<FindCount>((listener) => capture.follow('captureFindCount', { find: 'needle' }, listener));
		expect(await count.upTo(4)).toMatchObject({ matches: 8, limited: false });
		const numberOf = (n: number, index: number) => capture.call('captureFindNumber', { find: 'needle', n, index });
		expect(await numberOf(1, 5)).toEqual({ number: 6 });
		expect(await numberOf(1, 6)).toEqual({});
		expect(await numberOf(2, 0)).toEqual({});
		expect(await numberOf(3, 1)).toEqual({ number: 8 });
		for (let i = 0; i < 4; i++) recording.data(1, 'in', Buffer.from('needle '.repeat(300)));
		await capture.flush();
		expect(await count.upTo(8)).toMatchObject({ matches: 1000, limited: true });
		count.stop();
	} finally {
		await capture.close();
	}
});

test('an event whose places are still being counted is not among the scanned ones', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder });
	const files = new CaptureFolder(folder);
	try {
		const recording = new Recording(capture);
		const endpoint = recording.endpoint('Echo');
		const end = { address: '127.0.0.1', port: 9 };
		recording.open({ id: 1, endpoint, protocol: 'udp', role: 'accepted', local: end, remote: end, mirrored: false });
		for (let i = 0; i < 3; i++) recording.data(1, 'in', Buffer.from('needle '.repeat(20)));
		await capture.flush();
		const count = new MatchCount(eventsOf(files), { find: 'needle' });
		while (count.waits(4)) {
			count.step(4, 0);
			const { scanned, matches } = count.state;
			expect(matches).toBe(20 * Math.max(0, scanned - 1));
		}
		expect(count.state).toEqual({ matches: 60, limited: false, scanned: 4 });
	} finally {
		files.close();
		await capture.close();
	}
});
