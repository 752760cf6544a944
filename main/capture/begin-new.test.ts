import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writerOf } from './format/lock.ts';
import { segmentName } from './format/names.ts';
import { openCapture, recoverFolder } from './index.ts';
import { pattern, Recording, temporaryFolders } from './recording.fixture.ts';
import { tsharkMissing, tsharkReading } from './tshark.fixture.ts';

const newFolder = temporaryFolders();
const local = { address: '127.0.0.1', port: 9000 };

function folders(): [string, string] {
	const next = newFolder();
	mkdirSync(next);
	return [newFolder(), next];
}

/** A TCP and a UDP connection, open, with some bytes in each direction. */
function startTraffic(recording: Recording): void {
	const server = recording.endpoint('Server');
	recording.endpointEvent(server, 'listening', '127.0.0.1:9000');
	const accepted = { endpoint: server, role: 'accepted', local, mirrored: false } as const;
	recording.open({ ...accepted, id: 1, protocol: 'tcp', remote: { address: '127.0.0.1', port: 50_001 } });
	recording.open({ ...accepted, id: 2, protocol: 'udp', remote: { address: '127.0.0.1', port: 50_002 } });
	for (const id of [1, 2]) {
		recording.data(id, 'in', pattern(3000, id));
		recording.data(id, 'out', pattern(500, id));
	}
	recording.event(1, 'end', 'in');
}

test('another capture starts where the last one ends: nothing is lost in between, positions and counters restart', async () => {
	const [folder, next] = folders();
	const capture = await openCapture({ folder });
	const { id } = capture;
	const recording = new Recording(capture);
	startTraffic(recording);
	let moved = false;
	const moving = capture.beginNew(next).finally(() => {
		moved = true;
	});
	// Traffic continues: events before the writer has switched are counted in neither capture yet.
	let before = 0;
	while (!moved) {
		for (let i = 0; i < 20; i++) recording.data(1, 'out', pattern(100, i));
		const { received, stored, dropped } = capture.counters();
		if (capture.id === id) {
			expect(stored + dropped).toBeLessThanOrEqual(received);
			before = received;
		}
		await new Promise((resolve) => setImmediate(resolve));
	}
	await moving;
	const out = recording.expected.length - before;
	expect(capture.id).not.toBe(id);
	expect(capture.folder).toBe(next);
	expect(await writerOf(folder)).toBeUndefined();
	expect(await writerOf(next)).toMatchObject({ pid: process.pid });
	recording.event(2, 'close', 'none');
	recording.event(1, 'close', 'out');
	await capture.flush();
	// One note for each connection that was open.
	const after = recording.expected.length - before + 2;
	expect(capture.counters()).toMatchObject({
		received: after,
		stored: after,
		dropped: 0,
		bytesOut: out * 100,
		bytesIn: 0,
	});
	const rows = await capture.rows(0, 3);
	expect(rows.map(({ n, kind, connection, endpoint, text }) => ({ n, kind, connection, endpoint, text }))).toEqual([
		{
			n: 0,
			kind: 'note',
			connection: 1,
			endpoint: 'Server',
			text: 'Open since before this capture began: 127.0.0.1:50001 → 127.0.0.1:9000',
		},
		{ n: 1, kind: 'data', connection: 1, endpoint: 'Server', text: '' },
		{ n: 2, kind: 'data', connection: 1, endpoint: 'Server', text: '' },
	]);
	await capture.close();
	expect(recoverFolder(folder)).toMatchObject({ events: before, warnings: [] });
	expect(recoverFolder(next)).toMatchObject({ events: after, warnings: [] });
});

test('an applied filter restarts in the new capture, after that capture was reported', async () => {
	const [folder, next] = folders();
	const capture = await openCapture({ folder });
	const recording = new Recording(capture);
	startTraffic(recording);
	const reported: string[] = [];
	const matched = Promise.withResolvers<void>();
	const stop = capture.onProgress(() => reported.push(capture.folder));
	const run = capture.follow('captureFilter', { filter: 'kind:data dir:out' }, (state) => {
		reported.push(`${state.matched}`);
		if (capture.folder === next && state.matched === 1) matched.resolve();
	});
	await capture.flush();
	await capture.beginNew(next);
	expect(reported.indexOf(next)).toBeGreaterThan(-1);
	expect(reported.slice(reported.indexOf(next) + 1)[0]).toBe('0');
	recording.data(1, 'out', pattern(10, 1));
	await matched.promise;
	expect(await capture.call('captureRows', { filter: 'kind:data dir:out', from: 0, count: 10 })).toMatchObject({
		stored: 1,
		rows: [{ n: 1, length: 10 }],
	});
	run.dispose();
	stop();
	await capture.close();
});

test('where no capture can be started, the old one continues', async () => {
	const [folder, next] = folders();
	const capture = await openCapture({ folder });
	const { id } = capture;
	const recording = new Recording(capture);
	startTraffic(recording);
	writeFileSync(join(next, segmentName(1)), 'in the way');
	await expect(capture.beginNew(next)).rejects.toMatchObject({ code: 'disk' });
	await expect(capture.beginNew(join(next, 'missing'))).rejects.toMatchObject({ code: 'disk' });
	expect(readdirSync(next)).toEqual([segmentName(1)]);
	recording.data(1, 'out', pattern(10, 1));
	await capture.flush();
	expect(capture).toMatchObject({ id, folder });
	const { length } = recording.expected;
	expect(capture.counters()).toMatchObject({ received: length, stored: length, dropped: 0 });
	await capture.close();
	expect(recoverFolder(folder)).toMatchObject({ events: length, warnings: [] });
});

test.skipIf(tsharkMissing)(`tshark reads both captures, and both as one ${tsharkMissing ?? ''}`, async () => {
	const [folder, next] = folders();
	const capture = await openCapture({ folder });
	const recording = new Recording(capture);
	startTraffic(recording);
	await capture.beginNew(next);
	for (const id of [1, 2]) recording.data(id, 'out', pattern(70_000 / id, id));
	recording.event(1, 'close', 'out');
	recording.event(2, 'close', 'none');
	await capture.close();
	const file = join(next, segmentName(1));
	const fields = ['tcp.srcport', 'tcp.len', 'tcp.seq_raw', 'tcp.flags.fin', 'tcp.analysis.flags'];
	const options = { filter: 'frame', fields, streams: 1 };
	const before = await tsharkReading(join(folder, segmentName(1)), options);
	const after = await tsharkReading(file, options);
	expect(after.warnings).toEqual([]);
	expect(after.rows.filter((row) => row[4] !== '')).toEqual([]);
	expect(after.streams[0]?.opener.equals(pattern(70_000, 1))).toBe(true);
	expect(after.rows.filter((row) => row[3] === '1').map(([port]) => port)).toEqual(['9000']);
	// Sequence numbers continue.
	const [first, second] = [before, after].map(({ rows }) =>
		rows
			.filter(([port, length]) => port === '9000' && Number(length) > 0)
			.map(([, length, sequence]) => [Number(sequence), Number(length)]),
	);
	const [lastSeq = 0, lastLength = 0] = first?.at(-1) ?? [];
	expect(second?.[0]?.[0]).toBe(lastSeq + lastLength);
});
