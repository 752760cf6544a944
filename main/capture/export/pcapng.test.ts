import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Marks } from '../../../common/capture/marks.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { connection, converse } from '../conversations.fixture.ts';
import { indexName, segmentName } from '../format/names.ts';
import { openStored } from '../index.ts';
import { pattern } from '../recording.fixture.ts';
import { CaptureFolder } from '../segments/folder.ts';
import { capinfos, tsharkFields, tsharkMissing, tsharkReading } from '../tshark.fixture.ts';
import { exported, recorded } from './export.fixture.ts';
import { startExport } from './exporter.ts';
import { ByteOutput } from './formats/output.ts';
import { PcapngEncoder } from './formats/pcapng.ts';
import { Selection } from './selection.ts';

const root = mkdtempSync(join(tmpdir(), 'wirebench-export-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const newFolder = () => mkdtempSync(join(root, 'x-'));

/** The events that Wirebench reads when it opens the file as one of its own. */
async function reopened(path: string): Promise<CaptureRow[]> {
	const { capture, kind, warnings } = await openStored({ id: 'again', path, workFolder: newFolder() });
	try {
		expect([kind, warnings]).toEqual(['stored', []]);
		return await capture.rows(0, 1000);
	} finally {
		await capture.close();
	}
}

const withoutPosition = (rows: readonly CaptureRow[]) => rows.map(({ n: _n, ...row }) => row);

test('all of it is the same capture again, from many segments in one section', async () => {
	const folder = newFolder();
	const { capture } = await recorded(join(folder, 'capture'), converse, 300_000);
	const segments = readdirSync(capture.folder).filter((name) => name.endsWith('.pcapng'));
	expect(segments.length).toBeGreaterThan(5);
	const { path, counts } = await exported(capture, folder, { format: 'pcapng' });
	const rows = await capture.rows(0, 1000);
	expect(counts.events).toBe(rows.length);
	expect(await reopened(path)).toEqual(rows);
});

test('the matches of a filter are a capture too, with unchanged times, names and comments', async () => {
	const folder = newFolder();
	const { capture } = await recorded(join(folder, 'capture'), converse, 300_000);
	const all = await capture.rows(0, 1000);
	const { path } = await exported(capture, folder, { format: 'pcapng', scope: { filter: 'conn:3 or kind:note' } });
	const wanted = all.filter((row) => row.connection === 3 || row.kind === 'note');
	expect(wanted.length).toBeGreaterThan(20);
	expect(withoutPosition(await reopened(path))).toEqual(withoutPosition(wanted));
});

test('a range counts from the first position to the one after the last', async () => {
	const folder = newFolder();
	const { capture } = await recorded(join(folder, 'capture'), converse, 300_000);
	const all = await capture.rows(0, 1000);
	for (const filter of [undefined, 'time<1h']) {
		const scope = { range: { from: 7, to: 31 }, ...(filter && { filter }) };
		const { path, counts } = await exported(capture, folder, { format: 'pcapng', scope });
		expect(counts).toMatchObject({ done: 24, events: 24 });
		expect(withoutPosition(await reopened(path))).toEqual(withoutPosition(all.slice(7, 31)));
	}
});

test('events stored after the click are not included, and the capture continues', async () => {
	const folder = newFolder();
	const { capture, recording } = await recorded(join(folder, 'capture'), (one) => {
		one.open(connection(1, one.endpoint('Live'), {}));
		for (let i = 0; i < 2000; i++) one.data(1, 'in', pattern(1000, i));
	});
	const { stored } = capture.counters();
	const path = join(folder, 'live.pcapng');
	const run = startExport(
		{ files: capture.files, format: 'pcapng', stored },
		{ path, replace: false },
		() => undefined,
	);
	for (let i = 0; i < 2000; i++) recording.data(1, 'in', pattern(1000, i));
	await capture.flush();
	expect(await run.end).toMatchObject({ state: 'done', counts: { done: stored, events: stored } });
	expect((await reopened(path)).at(-1)?.n).toBe(999);
	expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
});

test('segments deleted while it runs are included anyway', async () => {
	const folder = newFolder();
	const { capture } = await recorded(join(folder, 'capture'), converse, 300_000);
	const all = await capture.rows(0, 1000);
	const chunks: Uint8Array[] = [];
	let deleted = false;
	const { stored } = capture.counters();
	const run = startExport(
		{ files: capture.files, format: 'raw', stored },
		{
			take: async (chunk) => {
				chunks.push(chunk);
				if (deleted) return;
				deleted = true;
				for (const number of [2, 3, 4])
					for (const name of [segmentName(number), indexName(number)]) rmSync(join(capture.folder, name));
			},
		},
		() => undefined,
	);
	expect((await run.end).state).toBe('done');
	const bytes = all.reduce((sum, { length }) => sum + length, 0);
	expect(chunks.reduce((sum, chunk) => sum + chunk.length, 0)).toBe(bytes);
	expect(bytes).toBeGreaterThan(1 << 20);
});

describe.skipIf(tsharkMissing !== undefined)(`in tshark${tsharkMissing ? `: ${tsharkMissing}` : ''}`, () => {
	test('reads all of it without a warning, with each interface once and every stream byte for byte', async () => {
		const folder = newFolder();
		const { capture, recording } = await recorded(join(folder, 'capture'), converse, 300_000);
		const { path } = await exported(capture, folder, { format: 'pcapng' });
		const filter = 'tcp.analysis.flags && !tcp.analysis.reused_ports';
		const { warnings, rows, streams } = await tsharkReading(path, { filter, fields: ['frame.number'], streams: 2 });
		expect([warnings, rows]).toEqual([[], []]);
		const info = capinfos(path);
		expect(info.get('Capture application')).toBe('Wirebench');
		expect(info.get('Number of interfaces in file')).toBe('4');
		expect(streams[0]?.opener.equals(recording.stream(1, 'in'))).toBe(true);
		expect(streams[1]?.acceptor.equals(recording.stream(2, 'out'))).toBe(true);
	});

	test('omitted events leave a gap in the sequence numbers, which is reported', async () => {
		const folder = newFolder();
		const { capture } = await recorded(join(folder, 'capture'), (one) => {
			one.open(connection(1, one.endpoint('Gap'), {}));
			for (let i = 0; i < 5; i++) one.data(1, 'in', pattern(100 + i, i));
		});
		const { path } = await exported(capture, folder, { format: 'pcapng', scope: { filter: 'not len=102' } });
		const rows = await tsharkFields(path, 'tcp.len > 0', 'tcp.len', 'tcp.seq', 'tcp.analysis.lost_segment');
		expect(rows).toEqual([
			['100', '1', ''],
			['101', '101', ''],
			['103', '304', '1'],
			['104', '407', ''],
		]);
	});

	test('an empty export is a capture without packets', async () => {
		const folder = newFolder();
		const { capture } = await recorded(join(folder, 'capture'), converse);
		const { path } = await exported(capture, folder, { format: 'pcapng', scope: { filter: 'no-such-thing' } });
		expect(existsSync(path)).toBe(true);
		expect(await tsharkFields(path, 'frame', 'frame.number')).toEqual([]);
		expect(await reopened(path)).toEqual([]);
	});
});

test('marks and notes are included: on their events, with the event numbers of the file', async () => {
	const folder = newFolder();
	const { capture } = await recorded(join(folder, 'capture'), converse, 300_000);
	const rows = await capture.rows(0, 1000);
	const wanted = rows.filter((row) => row.connection === 3);
	const [first, second, third] = wanted;
	if (!first || !second || !third) throw new Error('There is nothing to mark.');
	await capture.annotate(first.n, { marked: true });
	await capture.annotate(second.n, { note: '#3 close: “not” an event' });
	await capture.annotate(third.n, { marked: true, note: 'both' });
	await capture.annotate(0, { note: 'not exported' });
	const marks = capture.marks.range();
	const { path } = await exported(capture, folder, { format: 'pcapng', marks, scope: { connection: 3 } });
	const { capture: again } = await openStored({ id: 'again', path, workFolder: newFolder() });
	await again.marksRead;
	expect(again.marks.range()).toEqual([
		{ n: 0, marked: true, note: '' },
		{ n: 1, marked: false, note: '#3 close: “not” an event' },
		{ n: 2, marked: true, note: 'both' },
	]);
	expect(withoutPosition(await again.rows(0, 1000))).toEqual(withoutPosition(wanted));
	await again.close();
	if (tsharkMissing !== undefined) return;
	const found = await tsharkReading(path, { filter: 'frame.comment', fields: ['frame.comment'] });
	expect(found.warnings).toEqual([]);
	const comments = found.rows.flat().join('\n');
	expect(comments).toContain('note: #3 close: “not” an event');
	expect(comments).toContain('marked: both');
	const { file } = await exported(capture, folder, { format: 'jsonl', marks, scope: { connection: 3 } });
	const lines = file
		.toString()
		.split('\n')
		.slice(0, 3)
		.map((line) => JSON.parse(line));
	expect(lines).toMatchObject([{ marked: true }, { note: '#3 close: “not” an event' }, { marked: true, note: 'both' }]);
});

test('a capture that is too large for one section becomes several, each with its interfaces, and is still one capture', async () => {
	const folder = newFolder();
	const { capture, recording } = await recorded(join(folder, 'capture'), converse, 300_000);
	const chunks: Buffer[] = [];
	const output = new ByteOutput({
		put(chunk, length) {
			chunks.push(Buffer.from(chunk.subarray(0, length)));
			return chunk;
		},
	});
	const marks = new Marks();
	const encoder = new PcapngEncoder(output, 700_000);
	const { stored } = capture.counters();
	const order = { format: 'pcapng', scope: {}, from: 0 } as const;
	const files = new CaptureFolder(capture.folder);
	const selection = new Selection(
		files,
		order,
		marks,
		(event) => encoder.item(event),
		() => undefined,
	);
	encoder.begin();
	selection.run(stored);
	output.flush();
	files.close();
	const path = join(folder, 'sections.pcapng');
	writeFileSync(path, Buffer.concat(chunks));
	expect(await reopened(path)).toEqual(await capture.rows(0, 1000));
	if (tsharkMissing !== undefined) return;
	const reading = { filter: 'frame', fields: ['frame.section_number'], streams: 1 };
	const { warnings, rows, streams } = await tsharkReading(path, reading);
	expect(new Set(rows.flat()).size).toBeGreaterThan(3);
	expect(warnings).toEqual([]);
	expect(streams[0]?.opener.equals(recording.stream(1, 'in'))).toBe(true);
});
