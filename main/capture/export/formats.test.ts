import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { byTier } from '../../../common/tier.fixture.ts';
import { connection, converse } from '../conversations.fixture.ts';
import { openCapture } from '../index.ts';
import { type Expected, pattern, play, Recording, steps } from '../recording.fixture.ts';
import { exported, recorded } from './export.fixture.ts';
import { type ExportedEvent, fromCsv, readCsv, readHexDump, readJsonLines } from './parse-back.fixture.ts';

const root = mkdtempSync(join(tmpdir(), 'wirebench-export-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const newFolder = () => mkdtempSync(join(root, 'x-'));

const READERS: Readonly<Record<'jsonl' | 'csv' | 'text', (file: Buffer) => ExportedEvent[]>> = {
	jsonl: readJsonLines,
	csv: (file) => fromCsv(readCsv(file.toString())),
	text: readHexDump,
};

function withoutPlace({ n: _n, time: _time, ...event }: ExportedEvent): Expected {
	return event;
}

describe.each(['jsonl', 'csv', 'text'] as const)('%s', (format) => {
	test('parsed back, it equals the events of the capture', async () => {
		await fc.assert(
			fc.asyncProperty(steps, async (script) => {
				const folder = newFolder();
				const capture = await openCapture({ folder: join(folder, 'capture'), segmentBytes: 100_000 });
				const recording = new Recording(capture);
				play(recording, script);
				await capture.flush();
				const { file, counts } = await exported(capture, folder, { format });
				await capture.close();
				const exportedEvents = READERS[format](file);
				expect(exportedEvents.map(withoutPlace)).toEqual(recording.expected);
				expect(exportedEvents.map(({ n }) => n)).toEqual(recording.expected.map((_, i) => i));
				expect(counts).toMatchObject({ events: recording.expected.length, bytes: file.length });
				rmSync(folder, { recursive: true });
			}),
			{ numRuns: byTier(3, 10) },
		);
	});

	test('has the time to the nanosecond', async () => {
		const folder = newFolder();
		const { capture } = await recorded(join(folder, 'capture'), converse);
		const rows = await capture.rows(0, 1000);
		const exportedEvents = READERS[format]((await exported(capture, folder, { format })).file);
		expect(exportedEvents.length).toBe(rows.length);
		for (const [i, { time }] of exportedEvents.entries()) {
			const [, second = '', nanoseconds = ''] = /^(.{19})\.(\d{9})Z$/.exec(time) ?? [];
			expect(BigInt(Date.parse(`${second}Z`)) * 1_000_000n + BigInt(nanoseconds)).toBe(rows[i]?.time);
		}
	});
});

test('CSV is valid for Python, and no cell of text starts a formula', async () => {
	const folder = newFolder();
	const texts = ['=1+1', '+x', '-x', '@x', '\tx', "'x", 'a,"b"\r\nc', '＝1', 'plain', '-'];
	const { capture } = await recorded(join(folder, 'capture'), (recording) => {
		const endpoint = recording.endpoint('=cmd|"/c calc"!A1');
		recording.open(connection(1, endpoint, {}));
		for (const text of texts) {
			recording.data(1, 'in', new TextEncoder().encode(text));
			recording.event(1, 'note', 'none', text);
		}
		recording.data(1, 'in', Uint8Array.of(0xff, 0xfe, 0));
	});
	const { path } = await exported(capture, folder, { format: 'csv' });
	const program =
		'import csv, json, sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8")))))';
	const rows: Record<string, string>[] = JSON.parse(
		execFileSync('python3', ['-c', program, path], { encoding: 'utf8' }),
	);
	expect(rows.length).toBe(texts.length * 2 + 2);
	for (const { endpoint, text } of rows) {
		expect(endpoint).toBe('\'=cmd|"/c calc"!A1');
		expect(text).not.toMatch(/^[=+\-@\t\r＝]/);
	}
	expect(rows.filter((row) => row.event === 'note').map(({ text = '' }) => text.replace(/^'/, ''))).toEqual(texts);
	const data = rows.filter((row) => row.event === 'data');
	expect(data.slice(0, -1).map(({ hex = '' }) => Buffer.from(hex, 'hex').toString())).toEqual(texts);
	expect(data.at(-1)).toMatchObject({ hex: 'fffe00', text: '', length: '3' });
});

test('JSON lines are valid for Python, with the names of the command line', async () => {
	const folder = newFolder();
	const { capture } = await recorded(join(folder, 'capture'), (recording) => {
		const endpoint = recording.endpoint('One');
		recording.endpointEvent(endpoint, 'listening', '[::1]:8080');
		recording.open(connection(1, endpoint, { role: 'opened' }));
		recording.data(1, 'out', new TextEncoder().encode('“\u0000"\\\n\u007f'));
		recording.event(1, 'error', 'in', 'ECONNRESET: the peer reset the connection');
	});
	const { path } = await exported(capture, folder, { format: 'jsonl' });
	const program =
		'import json, sys; print(json.dumps([json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]))';
	const lines: unknown = JSON.parse(execFileSync('python3', ['-c', program, path], { encoding: 'utf8' }));
	expect(lines).toMatchObject([
		{ n: 0, event: 'listening', endpoint: 'One', address: '::1', port: 8080 },
		{
			n: 1,
			event: 'open',
			connection: 1,
			direction: 'out',
			local: { address: '127.0.0.1', port: 8080 },
			remote: { address: '127.0.0.1', port: 40_001 },
		},
		{ n: 2, event: 'data', length: 8, hex: 'e2809c00225c0a7f', text: '“\u0000"\\\n\u007f' },
		{ n: 3, event: 'error', errno: 'ECONNRESET', message: 'ECONNRESET: the peer reset the connection' },
	]);
});

describe('raw bytes', () => {
	test.each(['in', 'out', undefined] as const)(
		'of one connection, direction %s, are the payloads one after the other',
		async (direction) => {
			const folder = newFolder();
			const { capture, recording } = await recorded(join(folder, 'capture'), converse, 300_000);
			const scope = { connection: 2, ...(direction && { direction }) };
			const { file } = await exported(capture, folder, { format: 'raw', scope });
			const parts = recording.expected.filter(
				(event) => event.connection === 2 && (direction === undefined || event.direction === direction),
			);
			expect(file.equals(Buffer.concat(parts.map(({ bytes }) => bytes)))).toBe(true);
		},
	);

	test("of a filter's matches", async () => {
		const folder = newFolder();
		const { capture, recording } = await recorded(join(folder, 'capture'), converse, 300_000);
		const { file, counts } = await exported(capture, folder, { format: 'raw', scope: { filter: 'dir:in len<100' } });
		const wanted = recording.expected.filter(
			({ kind, direction, bytes }) => kind === 'data' && direction === 'in' && bytes.length < 100,
		);
		expect(counts.events).toBe(wanted.length);
		expect(file.equals(Buffer.concat(wanted.map(({ bytes }) => bytes)))).toBe(true);
	});
});

const compiler = ['cc', 'gcc', 'clang'].find((name) => spawnSync(name, ['--version']).status === 0);
describe.skipIf(compiler === undefined)(`C${compiler === undefined ? ': no C compiler is installed' : ''}`, () => {
	test.each([false, true])('compiles and has the bytes (joined: %s)', async (joined) => {
		const folder = newFolder();
		const parts = [pattern(0, 1), pattern(1, 2), pattern(12, 3), pattern(1000, 4)];
		const { capture } = await recorded(join(folder, 'capture'), (recording) => {
			recording.open(connection(1, recording.endpoint('*/ evil "'), { protocol: 'udp' }));
			for (const part of parts) recording.data(1, 'in', part);
		});
		const { path } = await exported(capture, folder, { format: 'c', joined });
		const names = joined ? ['wirebench_data'] : parts.map((_, i) => `wirebench_event_${i + 1}`);
		const prints = names.map((name) => `fwrite(${name}, 1, ${name.toUpperCase()}_LENGTH, stdout);`);
		const source = join(folder, 'main.c');
		writeFileSync(source, `#include <stdio.h>\n#include "${path}"\nint main(void) { ${prints.join(' ')} return 0; }\n`);
		const program = join(folder, 'main');
		execFileSync(compiler ?? 'cc', ['-std=c99', '-Wall', '-Wextra', '-Werror', '-pedantic', '-o', program, source]);
		expect(execFileSync(program).equals(Buffer.concat(parts))).toBe(true);
	});

	test('compiles without matches', async () => {
		const folder = newFolder();
		const { capture } = await recorded(join(folder, 'capture'), converse);
		const { path } = await exported(capture, folder, { format: 'c', joined: true, scope: { filter: 'no-such-thing' } });
		const source = join(folder, 'main.c');
		writeFileSync(source, `#include "${path}"\nint main(void) { return wirebench_data[0] + WIREBENCH_DATA_LENGTH; }\n`);
		const program = join(folder, 'main');
		execFileSync(compiler ?? 'cc', ['-Werror', '-o', program, source]);
		expect(spawnSync(program).status).toBe(0);
	});
});
