import { join } from 'node:path';
import { expect, test } from 'vitest';
import { balance, stall, startRecording, until } from './disk.fixture.ts';
import { openCapture } from './index.ts';
import { pattern, temporaryFolders } from './recording.fixture.ts';
import { tsharkFields, tsharkMissing } from './tshark.fixture.ts';

const newFolder = temporaryFolders();
const CHUNK = 50_000;
/** More opens and closes than fit on the heap beside the waiting bytes. */
const CHURN = 60_000;

test('sockets continue without a disk where configured: events without room are counted, memory is bounded, and it records again', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder, ringBytes: 1 << 20 });
	const recording = startRecording(capture);
	const back = await stall(capture, () => capture.data(1, 'in', pattern(10, 0), false));
	while (!capture.saturated) capture.data(1, 'in', pattern(CHUNK, 1), false);
	while (capture.counters().dropped === 0) capture.data(1, 'in', pattern(CHUNK, 1), false);

	const relieved = Promise.withResolvers<void>();
	capture.onRelief(relieved.resolve);
	capture.whenDiskFails('go-on');
	await relieved.promise;
	expect(capture.saturated).toBe(false);
	while (capture.counters().dropped < 100) capture.data(1, 'in', pattern(CHUNK, 2), false);
	expect(capture.saturated).toBe(false);

	const before = process.memoryUsage().heapUsed;
	const endpoint = recording.endpoint('churn');
	const end = { address: '127.0.0.1', port: 1 };
	for (let id = 10; id < 10 + CHURN; id++) {
		capture.open({ id, endpoint, protocol: 'tcp', role: 'accepted', local: end, remote: end, mirrored: false });
		capture.data(id, 'in', pattern(10, id), false);
		capture.connectionEvent(id, 'close', 'none', '');
	}
	expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 << 20);

	const healed = until(capture, () => capture.error() === undefined);
	back();
	await healed;
	await capture.flush();
	capture.data(1, 'in', pattern(CHUNK, 7), false);
	capture.connectionEvent(1, 'close', 'none', '');
	await until(capture, () => balance(capture).onTheWay === 0);
	const { received, stored, dropped, onTheWay } = balance(capture);
	expect(onTheWay).toBe(0);
	expect(received).toBe(stored + dropped);

	const notes: string[] = [];
	let opens = 0;
	let closes = 0;
	for (let from = 0; from < stored; from += 10_000) {
		for (const { kind, text, endpoint: name } of await capture.rows(from, 10_000)) {
			if (kind === 'note') notes.push(text);
			else if (name === 'churn' && kind === 'open') opens++;
			else if (name === 'churn' && kind === 'close') closes++;
		}
	}
	expect(closes).toBe(opens);
	expect(opens).toBeGreaterThan(0);
	expect(opens).toBeLessThan(CHURN);
	expect(notes.some((text) => text.includes(`connection 1: 100 events, ${100 * CHUNK} bytes in`))).toBe(true);
	expect(notes.some((text) => text.includes('and at least '))).toBe(true);
	await capture.close();
	if (tsharkMissing !== undefined) return;
	const file = join(folder, 'capture-000001.pcapng');
	const lost = await tsharkFields(file, 'tcp.stream == 0 && tcp.analysis.lost_segment', 'frame.number');
	expect(lost).toHaveLength(1);
});
