import { appendFileSync, chmodSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Annotation, type Mark, type MarkPlace, Marks } from '../../common/capture/marks.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { formatAnnotation, parseAnnotation } from './format/annotation.ts';
import { parseComment } from './format/comment.ts';
import { indexName, segmentName } from './format/names.ts';
import { openCapture, openStored, recoverFolder } from './index.ts';
import { play, Recording, steps, temporaryFolders } from './recording.fixture.ts';
import { CaptureFolder } from './segments/folder.ts';
import { readAnnotations } from './segments/mark-scan.ts';
import { tsharkFields, tsharkMissing, tsharkReading } from './tshark.fixture.ts';
import type { Capture, CaptureReading } from './types.ts';

const newFolder = temporaryFolders();

const someNote = fc
	.string({ unit: 'grapheme', maxLength: 30 })
	.map((text) => text.toWellFormed().replaceAll('\0', '-').trim());
/** Some are on messages in an event. */
const somePlace: fc.Arbitrary<MarkPlace> = fc.oneof(
	fc.record({ n: fc.nat(70) }),
	fc.record({ n: fc.nat(70), offset: fc.integer({ min: 1, max: 3 }) }),
);
const someAnnotation: fc.Arbitrary<Annotation> = fc.oneof(
	fc.tuple(somePlace, fc.boolean()).map(([place, marked]) => ({ ...place, marked })),
	fc
		.tuple(somePlace, fc.oneof(someNote, fc.constantFrom('', 'two\nlines', ': #3 close', 'mark on event 2')))
		.map(([place, note]) => ({ ...place, note })),
);

test('an annotation is parsed as it was written, and is no event', () => {
	fc.assert(
		fc.property(someAnnotation, (annotation) => {
			const comment = formatAnnotation(annotation);
			expect(parseAnnotation(comment)).toEqual(annotation);
			expect(parseComment(comment)).toBeUndefined();
		}),
	);
	expect(formatAnnotation({ n: 12, note: 'look' })).toBe('note on event 13: look');
	expect(formatAnnotation({ n: 12, offset: 40, note: 'look' })).toBe('note on event 13 at offset 40: look');
	for (const other of [
		'mark on event 0',
		'mark on event 2: x',
		'note on event 2',
		'note on event 2: ',
		'#3 open in',
		'mark on event 1.5',
		'mark on event 1 at offset 0',
	]) {
		expect(parseAnnotation(other), other).toBeUndefined();
	}
});

/** The marks in the files of a folder. */
function inFiles(folder: string): readonly Mark[] {
	const files = new CaptureFolder(folder);
	const marks = new Marks();
	try {
		for (const annotation of readAnnotations(files, [])) if (annotation) marks.apply(annotation);
		return marks.range();
	} finally {
		files.close();
	}
}

test('marks and notes are in the files between any events, and do not change the events', async () => {
	await fc.assert(
		fc.asyncProperty(
			steps,
			steps,
			fc.array(someAnnotation, { maxLength: 12 }),
			fc.constantFrom(1, 3000, 256 << 20),
			async (before, after, annotations, segmentBytes) => {
				const folder = newFolder();
				const capture = await openCapture({ folder, segmentBytes });
				const recording = new Recording(capture);
				const model = new Marks();
				try {
					for (const script of [before, after]) {
						play(recording, script);
						await capture.flush();
						for (const annotation of annotations) {
							if (annotation.n >= recording.expected.length) continue;
							model.apply(annotation);
							await capture.annotate(annotation.n, annotation);
						}
					}
					play(recording, before);
					await capture.flush();
					expect(capture.marks.range()).toEqual(model.range());
					const rows = await capture.rows(0, 1000);
					expect(rows.map(({ kind, text }) => [kind, text])).toEqual(
						recording.expected.map(({ kind, text }) => [kind, text]),
					);
				} finally {
					await capture.close();
				}
				const files = inFiles(folder);
				expect(files).toEqual(model.range());
				const index = readFileSync(join(folder, indexName(1)));
				expect(recoverFolder(folder).warnings).toEqual([]);
				rmSync(join(folder, indexName(1)));
				expect(recoverFolder(folder).events).toBe(recording.expected.length);
				expect(readFileSync(join(folder, indexName(1))).equals(index)).toBe(true);
				expect(inFiles(folder)).toEqual(files);
			},
		),
		{ numRuns: byTier(3, 8) },
	);
});

/** A small capture, and its folder. */
async function small(payloads = 5): Promise<{ capture: Capture; folder: string }> {
	const folder = newFolder();
	const capture = await openCapture({ folder });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('Echo');
	const local = { address: '127.0.0.1', port: 9000 };
	const remote = { address: '127.0.0.1', port: 50_000 };
	recording.open({ id: 3, endpoint, protocol: 'tcp', role: 'accepted', local, remote, mirrored: false });
	for (let i = 0; i < payloads; i++) recording.data(3, 'in', Buffer.from(`line ${i}`));
	await capture.flush();
	return { capture, folder };
}

test('a torn tail loses the annotation that was being written, and no other', async () => {
	const { capture, folder } = await small();
	await capture.annotate(1, { marked: true });
	await capture.annotate(2, { note: 'the last' });
	await capture.flush();
	await capture.close();
	const data = join(folder, segmentName(1));
	const { size } = statSync(data);
	const copy = newFolder();
	for (let cut = size - 200; cut <= size; cut += byTier(8, 1)) {
		rmSync(copy, { recursive: true, force: true });
		cpSync(folder, copy, { recursive: true });
		truncateSync(join(copy, segmentName(1)), cut);
		const { events } = recoverFolder(copy);
		const left = inFiles(copy);
		expect(events).toBe(6);
		if (cut === size) expect(left).toHaveLength(2);
		else expect(left.length).toBeLessThan(2);
		expect(recoverFolder(copy).warnings, 'in order from then on').toEqual([]);
	}
});

test('a filter that tests marks stays correct as they change', async () => {
	const { capture } = await small(1000);
	try {
		const rounds: { round: number; matched: number; scanned: number }[] = [];
		const until = (holds: (state: { round: number; matched: number; scanned: number }) => boolean) =>
			new Promise<void>((resolve) => {
				const look = () => {
					const last = rounds.at(-1);
					if (!last || !holds(last)) return;
					waiting.delete(look);
					resolve();
				};
				waiting.add(look);
				look();
			});
		const waiting = new Set<() => void>();
		capture.follow('captureFilter', { filter: 'mark:yes or note:"GET"' }, (state) => {
			rounds.push(state);
			for (const look of [...waiting]) look();
		});
		await until(({ scanned, matched }) => scanned === 1001 && matched === 0);
		await capture.annotate(7, { marked: true });
		await capture.annotate(900, { note: 'a GET here' });
		await until(({ scanned, matched }) => scanned === 1001 && matched === 2);
		expect(
			(await capture.call('captureRows', { filter: 'mark:yes or note:"GET"', from: 0, count: 10 })).rows.map(
				({ n }) => n,
			),
		).toEqual([7, 900]);
		await capture.annotate(7, { marked: false });
		await until(({ scanned, matched }) => scanned === 1001 && matched === 1);
		expect(rounds.at(-1)?.round).toBe(3);
	} finally {
		await capture.close();
	}
});

test('notifies listeners, refuses an unknown event, and writes nothing without a change', async () => {
	const { capture, folder } = await small();
	const reported: Mark[] = [];
	capture.onMarks((changed) => reported.push(...changed));
	expect(await capture.annotate(0, { marked: true, note: '  hm\0 ' })).toEqual({
		n: 0,
		marked: true,
		note: 'hm\ufffd',
	});
	await capture.annotate(0, { marked: true, note: 'hm\ufffd' });
	expect(await capture.annotate(0, { marked: false, note: '' })).toEqual({ n: 0, marked: false, note: '' });
	expect(reported.map(({ marked, note }) => [marked, note])).toEqual([
		[true, ''],
		[true, 'hm\ufffd'],
		[false, 'hm\ufffd'],
		[false, ''],
	]);
	await expect(capture.annotate(6, { marked: true })).rejects.toMatchObject({ code: 'not-found' });
	await capture.close();
	await expect(capture.annotate(0, { marked: true })).rejects.toMatchObject({ code: 'closed' });
	const files = new CaptureFolder(folder);
	const all = [...readAnnotations(files, [])].filter((each) => each !== undefined);
	files.close();
	expect(all).toHaveLength(4);
});

/** Opens a folder and reads its marks. */
async function opened(path: string): Promise<CaptureReading> {
	const workFolder = newFolder();
	mkdirSync(workFolder, { recursive: true });
	const { capture } = await openStored({ id: 'one', path, workFolder });
	// Marks are read after earlier requests: this is answered after them, or while they are read.
	await capture.rows(0, 1);
	return capture;
}

/** Resolves when there are this many marks. */
function marksOf(capture: CaptureReading, count: number): Promise<readonly Mark[]> {
	return new Promise((resolve) => {
		const look = () => {
			if (capture.marks.count === count) resolve(capture.marks.range());
		};
		capture.onMarks(look);
		look();
	});
}

test('a stored capture has its marks, keeps new ones, and its events stay unchanged', async () => {
	const { capture, folder } = await small();
	await capture.annotate(1, { note: 'made live' });
	await capture.close();
	const segment = readFileSync(join(folder, segmentName(1)));

	const first = await opened(folder);
	expect(await marksOf(first, 1)).toEqual([{ n: 1, marked: false, note: 'made live' }]);
	await Promise.all([first.annotate(2, { marked: true }), first.annotate(3, { note: 'made later' })]);
	await first.annotate(1, { note: '' });
	await first.close();
	expect(readFileSync(join(folder, segmentName(1))).equals(segment)).toBe(true);

	const second = await opened(folder);
	const marks = await marksOf(second, 2);
	expect(marks).toEqual([
		{ n: 2, marked: true, note: '' },
		{ n: 3, marked: false, note: 'made later' },
	]);
	expect(second.counters().stored).toBe(6);
	await second.close();
	expect(recoverFolder(folder)).toMatchObject({ events: 6, warnings: [] });
});

test('where the files cannot be written it reports that, and has no mark', async () => {
	const { capture, folder } = await small();
	await capture.close();
	const file = await opened(join(folder, segmentName(1)));
	await expect(file.annotate(1, { marked: true })).rejects.toMatchObject({ code: 'not-permitted' });
	expect(file.marks.count).toBe(0);
	await file.close();
	if (process.getuid?.() === 0) return;
	chmodSync(folder, 0o500);
	const stored = await opened(folder);
	await expect(stored.annotate(1, { marked: true })).rejects.toMatchObject({ code: 'not-permitted' });
	await stored.close();
	chmodSync(folder, 0o700);
});

test.skipIf(tsharkMissing)('Wireshark reads the file as before, and shows the comments', async () => {
	const { capture, folder } = await small();
	await capture.annotate(2, { marked: true });
	await capture.annotate(2, { note: 'where “it” begins' });
	await capture.close();
	const stored = await opened(folder);
	await stored.annotate(3, { note: 'added later' });
	await stored.close();
	const [live, later] = [join(folder, segmentName(1)), join(folder, segmentName(2))];
	const all = join(newFolder(), '..', 'all.pcapng');
	for (const each of [live, later]) appendFileSync(all, readFileSync(each));
	const { warnings, rows } = await tsharkReading(all, {
		filter: 'frame',
		fields: ['frame.comment', 'frame.time_epoch', 'tcp.len'],
	});
	expect(warnings).toEqual([]);
	expect(rows).toHaveLength(11);
	const annotations = (file: string) =>
		tsharkFields(file, 'frame.comment contains "on event"', 'frame.comment', 'frame.interface_name');
	expect([...(await annotations(live)), ...(await annotations(later))]).toEqual([
		['mark on event 3', 'Marks and notes'],
		['note on event 3: where “it” begins', 'Marks and notes'],
		['note on event 4: added later', 'Marks and notes'],
	]);
	const times = rows
		.filter(([comment, , length]) => comment?.includes('on event 4') || Number(length) > 0)
		.map(([, time]) => time);
	expect(times.at(-1)).toBe(times[2]);
});

test('a new capture starts without marks, and keeps its own', async () => {
	const { capture, folder } = await small();
	await capture.annotate(2, { marked: true });
	const next = newFolder();
	mkdirSync(next, { recursive: true });
	await capture.beginNew(next);
	expect(capture.marks.count).toBe(0);
	capture.data(3, 'in', Buffer.from('in the new one'), false);
	await capture.flush();
	await capture.annotate(0, { note: 'first' });
	await capture.close();
	expect(inFiles(folder)).toEqual([{ n: 2, marked: true, note: '' }]);
	expect(inFiles(next)).toEqual([{ n: 0, marked: false, note: 'first' }]);
});

test('marks whose file was deleted are written again', async () => {
	const { capture, folder } = await small();
	await capture.annotate(1, { note: 'kept' });
	await capture.annotate(2, { marked: true });
	await capture.annotate(2, { marked: false });
	await capture.flush();
	rmSync(folder, { recursive: true });
	const noticed = Promise.withResolvers<void>();
	const stop = capture.onProgress(() => {
		if (capture.error() !== undefined) noticed.resolve();
	});
	const more = setInterval(() => capture.data(3, 'in', Buffer.from('goes on'), false), 20);
	await noticed.promise;
	clearInterval(more);
	stop();
	await capture.flush();
	await capture.close();
	expect(inFiles(folder)).toEqual([{ n: 1, marked: false, note: 'kept' }]);
});
