import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { byTier } from '../../../common/tier.fixture.ts';
import { INDEX_HEADER_BYTES, INDEX_ROW_BYTES, parseIndexRow } from '../format/index-file.ts';
import { indexName, segmentName } from '../format/names.ts';
import { openCapture, recoverFolder } from '../index.ts';
import { OPTION, PACKET_HEADER_BYTES } from '../pcapng/format.ts';
import { pattern, Recording, temporaryFolders } from '../recording.fixture.ts';
import { CaptureFolder } from '../segments/folder.ts';
import { readRows } from '../segments/rows.ts';
import type { Capture } from '../types.ts';

const newFolder = temporaryFolders();

function converse(capture: Capture): Recording {
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('E');
	recording.endpointEvent(endpoint, 'listening', '127.0.0.1:1');
	const local = { address: '127.0.0.1', port: 1 };
	const remote = { address: '127.0.0.1', port: 2 };
	recording.open({ id: 1, endpoint, protocol: 'tcp', role: 'accepted', local, remote, mirrored: false });
	recording.data(1, 'in', pattern(33, 1));
	recording.data(1, 'out', pattern(21, 2));
	recording.event(1, 'note', 'none', 'a note');
	recording.event(1, 'end', 'in');
	recording.event(1, 'close', 'out');
	return recording;
}

/** Index rows of a segment, directly from the file. */
function indexRows(folder: string) {
	const bytes = readFileSync(join(folder, indexName(1)));
	const rows = [];
	for (let at = INDEX_HEADER_BYTES; at < bytes.length; at += INDEX_ROW_BYTES) rows.push(parseIndexRow(bytes, at));
	return rows;
}

test('a segment truncated at any byte keeps every complete event, and nothing else', async () => {
	const original = newFolder();
	const capture = await openCapture({ folder: original });
	converse(capture);
	await capture.close();
	const size = statSync(join(original, segmentName(1))).size;
	const rows = indexRows(original);
	const headerEnd = readFileSync(join(original, segmentName(1))).readUInt32LE(4);
	const folder = newFolder();
	// By default around every start or end of an event or its first packet, and every 13th in between.
	const bounds = rows.flatMap(({ offset, span }) => [offset, firstBlockEnd(original, offset), offset + span]);
	const beside = new Set([0, headerEnd, size, ...bounds].flatMap((at) => [at - 1, at, at + 1]));
	for (let cut = 0; cut < size; cut++) {
		if (cut % byTier(13, 1) !== 0 && !beside.has(cut)) continue;
		rmSync(folder, { recursive: true, force: true });
		cpSync(original, folder, { recursive: true });
		truncateSync(join(folder, segmentName(1)), cut);
		const report = recoverFolder(folder);
		// A handshake or a close of several packets is an event from its first packet on.
		const whole = rows.filter((row) =>
			row.kind === 'data' ? row.offset + row.span <= cut : firstBlockEnd(original, row.offset) <= cut,
		);
		expect(report.events, `cut at ${cut}`).toBe(whole.length);
		expect(report.segments[0]?.missing).toBe(rows.length - whole.length);
		expect(report.warnings.join(' ')).toMatch(
			whole.length < rows.length ? /was cut off: .* rebuilt.* \d+ events? that it had / : /not closed: .* rebuilt/,
		);
		expect(report.segments[0]?.damage).toBeUndefined();
		expect(existsSync(join(folder, segmentName(1)))).toBe(cut >= headerEnd);
		expect(recoverFolder(folder).warnings).toEqual([]);
	}
});

function firstBlockEnd(folder: string, offset: number): number {
	return offset + readFileSync(join(folder, segmentName(1))).readUInt32LE(offset + 4);
}

test('an index that is torn, behind or of another file is rebuilt identically', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder });
	converse(capture);
	await capture.close();
	const path = join(folder, indexName(1));
	const whole = readFileSync(path);
	for (const bad of [
		whole.subarray(0, 40),
		whole.subarray(0, 64),
		whole.subarray(0, 0),
		Buffer.alloc(whole.length, 7),
		whole.with(28 + 32, 99),
	]) {
		writeFileSync(path, bad);
		const report = recoverFolder(folder);
		expect(report.segments[0]).toMatchObject({ cutBytes: 0, damage: undefined });
		expect(report.events).toBe(7);
		if (bad.length !== whole.length || bad[0] === 7) expect(readFileSync(path).equals(whole)).toBe(true);
	}
});

test('non-pcapng data after the last event is cut off, and the damaged file kept', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder });
	converse(capture);
	await capture.close();
	const path = join(folder, segmentName(1));
	const good = readFileSync(path);
	writeFileSync(path, Buffer.concat([good, Buffer.alloc(4096)]));
	const report = recoverFolder(folder);
	expect(report.events).toBe(7);
	expect(report.segments[0]?.cutBytes).toBe(4096);
	expect(report.segments[0]?.damage).toMatch(`at byte ${good.length + 4}`);
	expect(readFileSync(path).equals(good)).toBe(true);
	expect(statSync(`${path}.damaged`).size).toBe(good.length + 4096);
});

/** Damages a datagram and removes the index: what is known about it is in its packet alone. */
test.each([
	['direction', OPTION.packetFlags],
	['connection', OPTION.packetQueue],
])('without an index, a datagram that has lost its %s is reported as damaged', async (_, option) => {
	const folder = newFolder();
	const offset = await twoDatagrams(folder);
	const path = join(folder, segmentName(1));
	const bytes = readFileSync(path);
	// An option with the code 0 ends the options.
	bytes.writeUInt32LE(0, bytes.indexOf(Buffer.from([option, 0, 4, 0]), offset));
	writeFileSync(path, bytes);
	rmSync(join(folder, indexName(1)));
	expect(recoverFolder(folder).warnings.join()).toMatch(/damaged/);
	const { rows } = readAll(folder);
	expect(rows.filter(({ kind }) => kind === 'data').map(({ length }) => length)).toEqual([21]);
});

test('a datagram that has lost its checksum is reported as damaged', async () => {
	const folder = newFolder();
	const offset = await twoDatagrams(folder);
	const path = join(folder, segmentName(1));
	const bytes = readFileSync(path);
	const udp = offset + PACKET_HEADER_BYTES + 20;
	bytes.fill(0, udp + 6, udp + 9);
	writeFileSync(path, bytes);
	const { rows, damage } = readAll(folder);
	expect(rows.filter(({ kind }) => kind === 'data').map(({ length }) => length)).toEqual([21]);
	expect(damage).toEqual([expect.stringMatching(/lost its checksum/)]);
});

/** A capture of two datagrams, of 33 and 21 bytes. Returns the place of the first one's packet block. */
async function twoDatagrams(folder: string): Promise<number> {
	const capture = await openCapture({ folder });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('E');
	const local = { address: '127.0.0.1', port: 1 };
	const remote = { address: '127.0.0.1', port: 2 };
	recording.open({ id: 1, endpoint, protocol: 'udp', role: 'accepted', local, remote, mirrored: false });
	recording.data(1, 'in', pattern(33, 1));
	recording.data(1, 'out', pattern(21, 2));
	await capture.close();
	const first = indexRows(folder).find(({ kind }) => kind === 'data');
	if (first === undefined) throw new Error('The capture has no datagram.');
	return first.offset;
}

function readAll(folder: string) {
	const reading = new CaptureFolder(folder);
	const rows = readRows(reading, 0, reading.count());
	const damage = reading.damage.list.map(({ message }) => message);
	reading.close();
	return { rows, damage };
}

/** Writes numbered datagrams, and prints each number once it is stored, until it is killed. */
const WRITER = `
	import { openCapture } from ${JSON.stringify(new URL('../index.ts', import.meta.url).href)};
	const capture = await openCapture({ folder: process.argv[1], segmentBytes: 200_000 });
	const endpoint = capture.addEndpoint({ id: 'e', name: 'E', kind: 'udp', config: { kind: 'udp', name: 'E' } });
	const local = { address: '127.0.0.1', port: 1 };
	capture.open({ id: 1, endpoint, protocol: 'udp', role: 'accepted', local, remote: local, mirrored: false });
	for (let n = 1; ; ) {
		for (let i = 0; i < 500; i++, n++) capture.data(1, 'in', Buffer.from(String(n).padEnd(64)), false);
		await capture.flush();
		process.stdout.write((n - 1) + '\\n');
	}
`;

test('a killed process leaves everything that it had stored', async () => {
	for (let round = 0; round < byTier(1, 4); round++) {
		const folder = newFolder();
		const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, folder], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		let printed = '';
		child.stdout.on('data', (chunk: Buffer) => {
			printed += chunk.toString();
			if (printed.split('\n').length > 3 + round * 5) child.kill('SIGKILL');
		});
		const [, signal] = await once(child, 'close');
		expect(signal).toBe('SIGKILL');
		const flushed = Number(printed.split('\n').at(-2));
		const report = recoverFolder(folder);
		expect(report.events).toBeGreaterThan(flushed);
		expect(recoverFolder(folder).warnings).toEqual([]);
		const files = new CaptureFolder(folder);
		expect(files.count()).toBe(report.events);
		for (let from = 1; from < report.events; from += 500) {
			for (const row of readRows(files, from, Math.min(from + 500, report.events))) {
				expect(Buffer.from(row.preview).toString().trim()).toBe(String(row.n));
			}
		}
		files.close();
		expect(readdirSync(folder).every((name) => /\.(pcapng|index)$/.test(name))).toBe(true);
	}
});
