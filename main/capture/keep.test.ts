import { readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FilterState } from '../../common/contract/calls/capture.ts';
import { segmentNumber } from './format/names.ts';
import { openCapture, recoverFolder } from './index.ts';
import { pattern, Recording, temporaryFolders } from './recording.fixture.ts';
import { tsharkMissing, tsharkReading } from './tshark.fixture.ts';

const newFolder = temporaryFolders();
const KEEP = 8 << 20;

function sizeOnDisk(folder: string): number {
	return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** Deleted files that this process, threads included, still holds open. */
function heldDeleted(): string[] {
	return readdirSync('/proc/self/fd').flatMap((descriptor) => {
		try {
			const target = readlinkSync(`/proc/self/fd/${descriptor}`);
			return target.includes('capture-') && target.endsWith('(deleted)') ? [target] : [];
		} catch (error) {
			// A file descriptor that was open while the list was made.
			if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
			throw error;
		}
	});
}

function residentBytes(): number {
	const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
	return Number(kilobytes) * 1024;
}

async function startCapture(limits: { segmentBytes?: number; keepBytes?: number }) {
	const folder = newFolder();
	const capture = await openCapture({ folder, ...limits });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('Server');
	const end = { address: '127.0.0.1', port: 9000 };
	const remote = { address: '127.0.0.1', port: 50_001 };
	for (const [id, protocol] of [[1, 'tcp'] as const, [2, 'udp'] as const]) {
		recording.open({ id, endpoint, protocol, role: 'accepted', local: end, remote, mirrored: false });
	}
	/** `rounds` of 1 MiB over TCP and a small datagram; the test keeps nothing of them. */
	const write = async (rounds: number, number = 0) => {
		const bytes = pattern(64 << 10, rounds);
		for (let round = 0; round < rounds; round++) {
			for (let i = 0; i < 16; i++) capture.data(1, i % 2 === 0 ? 'in' : 'out', bytes, false);
			capture.data(2, 'in', Buffer.from(`datagram ${number + round}`), false);
			await capture.flush();
			expect(sizeOnDisk(folder)).toBeLessThanOrEqual((limits.keepBytes ?? Infinity) + (64 << 10));
		}
	};
	return { folder, capture, write };
}

test('a capture within a limit deletes its oldest segments, and continues to count', async () => {
	const { folder, capture, write } = await startCapture({ segmentBytes: 1 << 20, keepBytes: KEEP });
	let state: FilterState | undefined;
	let wake: () => void = () => undefined;
	const run = capture.follow('captureFilter', { filter: '"datagram"' }, (now) => {
		state = now;
		wake();
	});
	for (let round = 0; round < 40; round++) {
		await write(1, round);
		// Events deleted before the scan reached them are never found.
		while (state?.scanned !== capture.counters().stored) {
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		}
	}
	const { received, stored, dropped, first, size } = capture.counters();
	expect({ received, stored, dropped }).toEqual({ received: 2 + 40 * 17, stored: received, dropped: 0 });
	expect(first).toBeGreaterThan(30 * 17);
	expect(sizeOnDisk(folder) - statSync(join(folder, 'capture.lock')).size).toBe(size);
	expect(size).toBeGreaterThan(KEEP - (3 << 20));
	// Positions are unchanged; deleted events are reported as gone.
	const [gone] = await capture.rows(0, 1);
	expect(gone).toMatchObject({ n: 0, kind: 'note' });
	const [oldest] = await capture.rows(first, 1);
	expect(oldest).toMatchObject({ n: first, kind: 'data' });
	await expect(capture.bytes(5, 0, 10)).rejects.toMatchObject({ code: 'not-found' });
	// Matches keep their numbers too.
	const { gone: lost = 0, matched } = state ?? {};
	expect(matched).toBe(40);
	// Each round ends with its datagram.
	expect(lost).toBe(Math.floor((first - 2) / 17));
	const { rows, stored: total } = await capture.call('captureRows', { filter: '"datagram"', from: lost, count: 100 });
	expect(total).toBe(40);
	expect(rows.map((row) => Buffer.from(row.preview).toString())).toEqual(
		Array.from({ length: 40 - lost }, (_, i) => `datagram ${lost + i}`),
	);
	expect(await capture.call('captureMatchAt', { filter: '"datagram"', n: 0 })).toEqual({ index: lost });
	run.dispose();
	await capture.close();
	expect(recoverFolder(folder)).toMatchObject({ events: received - first, warnings: [] });
});

test.runIf(process.platform === 'linux')('ten times as much needs no more memory and no more disk', async () => {
	const { folder, capture, write } = await startCapture({ segmentBytes: 1 << 20, keepBytes: KEEP });
	const run = capture.follow('captureFilter', { filter: 'dir:in' }, () => undefined);
	await write(20);
	await capture.rows(capture.counters().first, 100);
	const [memory, disk] = [residentBytes(), sizeOnDisk(folder)];
	await write(200);
	await capture.rows(capture.counters().first, 100);
	expect(sizeOnDisk(folder)).toBeLessThan(disk + (2 << 20));
	expect(residentBytes() - memory).toBeLessThan(48 << 20);
	// The disk is freed only when nobody holds the files open.
	await capture.rows(0, 1);
	expect(heldDeleted()).toEqual([]);
	run.dispose();
	await capture.close();
});

test('limits can be set and removed while a capture is written', async () => {
	const { folder, capture, write } = await startCapture({});
	await write(12);
	expect(capture.counters().first).toBe(0);
	expect(readdirSync(folder).flatMap((name) => segmentNumber(name) ?? [])).toEqual([1]);
	capture.setLimits({ segmentBytes: 1 << 20 });
	await write(6);
	expect(readdirSync(folder).flatMap((name) => segmentNumber(name) ?? []).length).toBeGreaterThan(5);
	capture.setLimits({ segmentBytes: 1 << 20, keepBytes: 4 << 20 });
	await capture.flush();
	expect(capture.counters().first).toBeGreaterThan(12 * 17);
	expect(sizeOnDisk(folder)).toBeLessThanOrEqual(4 << 20);
	const { first } = capture.counters();
	capture.setLimits({});
	await write(6);
	expect(capture.counters().first).toBe(first);
	expect(() => capture.setLimits({ segmentBytes: 0 })).toThrow('A segment has 1 byte to 2 GiB.');
	expect(() => capture.setLimits({ keepBytes: 0 })).toThrow('At least one byte is kept.');
	await capture.close();
});

test.skipIf(tsharkMissing)(`tshark reads what is left ${tsharkMissing ?? ''}`, async () => {
	const { folder, capture, write } = await startCapture({ segmentBytes: 1 << 20, keepBytes: KEEP });
	await write(20);
	const { received, first } = capture.counters();
	await capture.close();
	const names = readdirSync(folder).filter((name) => segmentNumber(name) !== undefined);
	const whole = join(folder, 'whole.pcapng');
	writeFileSync(whole, Buffer.concat(names.sort().map((name) => readFileSync(join(folder, name)))));
	const fields = ['tcp.analysis.flags', 'udp.length', 'tcp.flags.push'];
	const { warnings, rows } = await tsharkReading(whole, { filter: 'frame', fields });
	expect(warnings).toEqual([]);
	expect(rows.filter(([flags]) => flags !== '')).toEqual([]);
	const datagrams = rows.filter(([, length]) => length !== '').length;
	const chunks = rows.filter(([, , push]) => push === '1').length;
	expect(datagrams + chunks).toBe(received - first);
});
