import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { balance, mountMissing, smallDisks, startRecording, until } from './disk.fixture.ts';
import { openCapture, recoverFolder } from './index.ts';
import { pattern } from './recording.fixture.ts';
import { tsharkMissing, tsharkReading } from './tshark.fixture.ts';

const newDisk = smallDisks();
const CHUNK = 50_000;

describe.skipIf(mountMissing !== undefined)(`a full disk${mountMissing ? `: ${mountMissing}` : ''}`, () => {
	test('stops nothing for good: TCP waits, UDP is counted, people are notified, and it continues when there is room', async () => {
		const disk = newDisk(16 << 20);
		writeFileSync(join(disk, 'ballast'), new Uint8Array(14 << 20));
		const folder = join(disk, 'capture');
		const capture = await openCapture({ folder, ringBytes: 1 << 20 });
		const recording = startRecording(capture);
		const full = until(capture, () => capture.error() !== undefined);
		// Like an endpoint: it reads while the capture is not saturated.
		for (let i = 0; capture.error() === undefined; i++) {
			for (let j = 0; !capture.saturated && j < 100; j++) recording.data(1, 'in', pattern(CHUNK, i + j), false);
			expect(balance(capture).onTheWay).toBeGreaterThanOrEqual(0);
			await new Promise(setImmediate);
		}
		await full;
		expect(capture.error()).toMatchObject({
			code: 'disk',
			message: 'The disk that holds the capture is full.',
			details: { errno: 'ENOSPC', hint: expect.stringContaining('Free some space') },
		});
		while (!capture.saturated) recording.data(1, 'in', pattern(CHUNK, 7), false);
		expect(capture.counters().dropped).toBe(0);

		let sent = 0;
		let kept = 0;
		for (; sent < 200; sent++) {
			const { dropped } = capture.counters();
			capture.data(2, 'in', pattern(60_000, sent), false);
			if (capture.counters().dropped === dropped) kept++;
		}
		const { dropped, onTheWay } = balance(capture);
		expect(dropped).toBe(sent - kept);
		expect(dropped).toBeGreaterThan(100);
		expect(onTheWay).toBeGreaterThan(0);

		const relieved = Promise.withResolvers<void>();
		capture.onRelief(relieved.resolve);
		const healed = until(capture, () => capture.error() === undefined);
		rmSync(join(disk, 'ballast'));
		await Promise.all([relieved.promise, healed]);
		recording.data(1, 'in', pattern(CHUNK, 99), false);
		await capture.flush();
		const after = balance(capture);
		// One note, about lost UDP, is an additional event.
		expect(after).toEqual({
			received: recording.expected.length + sent + 1,
			stored: expect.any(Number),
			dropped,
			onTheWay: 0,
		});

		const rows = await capture.rows(0, after.stored);
		const tcp: Buffer[] = [];
		for (const { n, connection, kind, length } of rows) {
			if (connection === 1 && kind === 'data') tcp.push(Buffer.from((await capture.bytes(n, 0, length)).bytes));
		}
		expect(Buffer.concat(tcp).equals(recording.stream(1, 'in'))).toBe(true);
		const lost = rows.filter((row) => row.kind === 'note');
		expect(lost.map((row) => [row.endpoint, row.text])).toEqual([
			['udp', expect.stringContaining(`${dropped} events with ${dropped * 60_000} bytes`)],
		]);
		expect(lost[0]?.text).toContain(`connection 2: ${dropped} events, ${dropped * 60_000} bytes in, 0 bytes out`);
		await capture.close();
		expect(recoverFolder(folder)).toMatchObject({ events: after.stored, warnings: [] });
		if (tsharkMissing !== undefined) return;
		const file = join(folder, 'capture-000001.pcapng');
		expect((await tsharkReading(file)).warnings).toEqual([]);
	});
});
