import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LOCK_NAME } from '../format/lock.ts';
import { pcapFile, pcapngFile } from './files.fixture.ts';
import { ip, udpDatagram } from './frames.fixture.ts';
import { imports, readEvents } from './import.fixture.ts';
import { importCapture } from './import.ts';
import type { ImportProgress } from './types.ts';

const imported = imports();
const ENDS = { source: '10.0.0.2', destination: '10.0.0.3' };

/** A file of this many datagrams of 100 bytes. */
function datagrams(count: number): Buffer {
	const bytes = ip(ENDS, 17, udpDatagram(ENDS, { from: 5000, to: 53 }, new Uint8Array(100).fill(0x61)));
	return pcapngFile(
		Array.from({ length: count }, (_, i) => ({ time: BigInt(i), bytes })),
		{ link: 101 },
	);
}

/** Enough that an import is seen while it runs. */
const MANY = datagrams(100_000);

test.each([
	['gzip', (bytes: Buffer) => gzipSync(bytes)],
	['gzip', (bytes: Buffer) => Buffer.concat([gzipSync(bytes.subarray(0, 5000)), gzipSync(bytes.subarray(5000))])],
	['zstd', (bytes: Buffer) => zstdCompressSync(bytes)],
])('a file compressed with %s', async (name, compress) => {
	const plain = datagrams(5000);
	const file = compress(plain);
	const { summary } = await imported.of(file);
	expect(summary).toMatchObject({ packets: 5000, events: 5001, format: `pcapng, ${name}`, damage: undefined });
	expect([summary.bytesRead, summary.totalBytes]).toEqual([file.length, file.length]);
	const broken = await imported.of(file.subarray(0, Math.floor(file.length * 0.7)));
	expect(broken.summary.damage?.message).toContain('damaged');
	expect(broken.events.length).toBe(broken.summary.events);
});

test('damage is reported with its place, and the data before it is present; without any it is an error', async () => {
	const file = datagrams(100);
	const block = (file.length - datagrams(0).length) / 100;
	const at = datagrams(60).length;
	file.writeUInt32LE(7, at + 4);
	const { summary, lines } = await imported.of(file);
	expect(summary.damage).toEqual({ offset: at + 4, message: `A block cannot be 7 bytes long (at byte ${at + 4})` });
	expect([summary.packets, lines.length]).toEqual([60, 61]);
	const cut = await imported.of(datagrams(100).subarray(0, -10));
	expect(cut.summary.damage?.offset).toBe(file.length - block);
	const long = pcapFile([{ time: 1n, bytes: new Uint8Array(4) }]);
	long.writeUInt32LE(0x7fff_ffff, 32);
	await expect(imported.of(long)).rejects.toMatchObject({ code: 'bad-input', details: { position: 32 } });
});

test('rows can be read during the import', async () => {
	const target = join(imported.folder(), 'capture');
	const seen: ImportProgress[] = [];
	const early: number[] = [];
	const run = importCapture(imported.file(MANY), target, (progress) => {
		seen.push(progress);
		if (progress.events === 0 || early.length > 0) return;
		expect(existsSync(join(target, LOCK_NAME))).toBe(true);
		early.push(readEvents(target, Math.min(progress.events, 1000)).length);
	});
	const summary = await run.done;
	expect(early).toEqual([1000]);
	expect(summary.events).toBe(100_001);
	expect(run.progress).toEqual(summary);
	expect(existsSync(join(target, LOCK_NAME))).toBe(false);
	for (const [i, progress] of seen.entries()) {
		expect(progress.bytesRead).toBeGreaterThanOrEqual(seen[i - 1]?.bytesRead ?? 0);
	}
});

test('a cancelled import keeps its part', async () => {
	const target = join(imported.folder(), 'capture');
	const run = importCapture(imported.file(MANY), target, () => undefined);
	run.cancel();
	const summary = await run.done;
	expect(summary).toMatchObject({ cancelled: true, damage: undefined });
	expect(summary.packets).toBeGreaterThan(0);
	expect(summary.packets).toBeLessThan(100_000);
	expect(readEvents(target, summary.events).length).toBe(summary.events);
});

test('a file that cannot be imported is refused, and nothing is left behind', async () => {
	const target = () => join(imported.folder(), 'capture');
	const attempt = (source: string, folder: string) => importCapture(source, folder, () => undefined).done;
	const missing = join(imported.folder(), 'none.pcap');
	await expect(attempt(missing, target())).rejects.toMatchObject({ code: 'not-found' });
	await expect(attempt(imported.folder(), target())).rejects.toMatchObject({ code: 'bad-input' });
	for (const [bytes, message] of [
		['', 'ends before'],
		['PK\x03\x04 and so on', 'a ZIP archive'],
		['GET / HTTP/1.1', 'no pcap or pcapng file'],
	] as const) {
		const folder = target();
		await expect(attempt(imported.file(Buffer.from(bytes, 'latin1')), folder)).rejects.toMatchObject({
			code: 'bad-input',
			message: expect.stringContaining(message),
		});
		expect(readdirSync(folder)).toEqual([]);
	}
	const taken = target();
	mkdirSync(taken);
	writeFileSync(join(taken, 'capture-000001.pcapng'), '');
	const file = imported.file(datagrams(1));
	await expect(attempt(file, taken)).rejects.toMatchObject({ code: 'wrong-state' });
	await expect(attempt(file, join(file, 'below'))).rejects.toMatchObject({ code: 'disk' });
});
