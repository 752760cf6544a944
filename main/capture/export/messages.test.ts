import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { ListFormat } from '../../../common/contract/calls/exports.ts';
import type { Framing } from '../../../common/contract/config/framing.ts';
import type { ListedMessages } from '../../../common/contract/config/listed-messages.ts';
import { byTier } from '../../../common/tier.fixture.ts';
import { connection } from '../conversations.fixture.ts';
import { openCapture } from '../index.ts';
import { pattern, play, Recording, steps, temporaryFolders } from '../recording.fixture.ts';
import type { Capture } from '../types.ts';
import { exported, recorded } from './export.fixture.ts';
import { fromCsv, readCsv, readJsonLines } from './parse-back.fixture.ts';

const newFolder = temporaryFolders();
const framings = fc.constantFrom<Framing>(
	{ type: 'line' },
	{ type: 'fixed', length: 1000 },
	{ type: 'length', order: 'big', offset: 0, adjustment: 0, includesHead: false, size: 1 },
);

/** Number of rows in one answer. */
const PAGE = 1000;

/** The rows of a list of messages, and their payloads. */
async function listed(capture: Capture, messages: ListedMessages, filter?: string) {
	const { stored } = capture.counters();
	const done = Promise.withResolvers<void>();
	const scanned = (state: { readonly scanned: number }) => {
		if (state.scanned >= stored) done.resolve();
	};
	const run =
		filter === undefined
			? capture.follow('captureMessages', { messages }, scanned)
			: capture.follow('captureFilter', { messages, filter }, scanned);
	await done.promise;
	const page = async (from: number): Promise<readonly CaptureRow[]> => {
		const asked = { messages, from, count: PAGE, ...(filter !== undefined && { filter }) };
		const { rows } = await capture.call('captureRows', asked);
		return rows.length < PAGE ? rows : [...rows, ...(await page(from + PAGE))];
	};
	const whole: (CaptureRow & { readonly bytes: string })[] = [];
	for (const row of await page(0)) {
		const { bytes } = await capture.call('captureBytes', { messages, n: row.item ?? 0, offset: 0, length: row.length });
		whole.push({ ...row, bytes: Buffer.from(bytes).toString('hex') });
	}
	run.dispose();
	return whole;
}

test('JSON lines and CSV of messages are the list of messages', async () => {
	await fc.assert(
		fc.asyncProperty(steps, framings, fc.boolean(), async (script, framing, isFiltered) => {
			const folder = newFolder();
			const capture = await openCapture({ folder: join(folder, 'capture'), segmentBytes: 100_000 });
			const recording = new Recording(capture);
			play(recording, script);
			await capture.flush();
			const filter = isFiltered ? { filter: 'kind:data len>20' } : {};
			const rows = await listed(capture, { framing }, filter.filter);
			const scope = { messages: { framing }, ...filter };
			const { file, counts } = await exported(capture, folder, { format: 'jsonl', scope });
			const csv = await exported(capture, folder, { format: 'csv', scope });
			await capture.close();
			expect(counts.events).toBe(rows.length);
			const lines = file
				.toString()
				.split('\n')
				.slice(0, -1)
				.map((line): Record<string, unknown> => JSON.parse(line));
			expect(lines.map(({ n, event, endpoint, hex = '' }) => [n, event, endpoint, hex])).toEqual(
				rows.map(({ n, kind, endpoint, bytes }) => [n, kind, endpoint, bytes]),
			);
			expect(lines.map(({ number, reads, first, complete, fault }) => [number, reads, first, complete, fault])).toEqual(
				rows.map(({ message }) => [message?.number, message?.reads, message?.first, message?.complete, message?.fault]),
			);
			const table = readCsv(csv.file.toString());
			expect(fromCsv(table)).toEqual(readJsonLines(file));
			expect(table.slice(1).map((row) => row.slice(11, 14).join())).toEqual(
				rows.map(({ message }) => (message ? [message.number, message.reads, message.first].join() : ',,')),
			);
			// The list of an export is not kept.
			expect(readdirSync(join(folder, 'capture')).filter((name) => name.endsWith('.items'))).toEqual([]);
		}),
		{ numRuns: byTier(5, 20) },
	);
});

test('a message of a megabyte in many reads is one row, in a range of messages, with the marks of its reads', async () => {
	const folder = newFolder();
	const message = pattern(1 << 20, 5);
	const { capture } = await recorded(
		join(folder, 'capture'),
		(recording) => {
			recording.open(connection(1, recording.endpoint('One'), {}));
			for (let at = 0; at < message.length; at += 1000) recording.data(1, 'in', message.subarray(at, at + 1000));
			recording.data(1, 'in', pattern(1 << 20, 6));
		},
		300_000,
	);
	const framing: Framing = { type: 'fixed', length: 1 << 20 };
	const scope = { messages: { framing }, range: { from: 1, to: 2 } };
	const marks = [{ n: 7, marked: true, note: 'here' }];
	const { file } = await exported(capture, folder, { format: 'jsonl', scope, marks });
	const line: Record<string, unknown> = JSON.parse(file.toString());
	expect(line.hex === Buffer.from(message).toString('hex')).toBe(true);
	expect(line).toMatchObject({ n: 1049, number: 1, reads: 1049, first: 1, marked: true, note: 'here' });
	const text = await exported(capture, folder, { format: 'text', scope, marks });
	expect(text.file.toString().split('\n').slice(1, 4)).toEqual([
		'message 1: 1049 reads from event 1',
		'marked',
		'note: here',
	]);
});

test.each<ListFormat>(['jsonl', 'csv', 'text'])('%s of many messages needs little memory', async (format) => {
	const folder = newFolder();
	const { capture } = await recorded(join(folder, 'capture'), (recording) => {
		recording.open(connection(1, recording.endpoint('One'), {}));
		for (let i = 0; i < 64; i++) recording.data(1, 'in', pattern(1 << 20, i));
	});
	const before = process.memoryUsage().rss;
	const framing: Framing = { type: 'fixed', length: 1000 };
	const { counts } = await exported(capture, folder, { format, scope: { messages: { framing } } });
	expect(counts.events).toBe(1 + Math.floor((64 << 20) / 1000));
	expect(counts.bytes).toBeGreaterThan(100 << 20);
	// The file is read into memory by the test.
	expect(process.memoryUsage().rss - before - counts.bytes).toBeLessThan(256 << 20);
});
