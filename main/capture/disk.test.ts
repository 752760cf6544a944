import { renameSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openCapture, recoverFolder } from './index.ts';
import { pattern, Recording, temporaryFolders } from './recording.fixture.ts';
import type { Capture } from './types.ts';

const newFolder = temporaryFolders();

/** Resolves when the condition holds, looked at whenever the capture tells of progress. */
function until(capture: Capture, condition: () => boolean): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	const stop = capture.onProgress(() => {
		if (condition()) resolve();
	});
	return promise.finally(stop);
}

function start(capture: Capture): Recording {
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('E');
	const end = { address: '127.0.0.1', port: 1 };
	recording.open({ id: 1, endpoint, protocol: 'tcp', role: 'accepted', local: end, remote: end, mirrored: false });
	return recording;
}

test('a folder that goes away is an error, nothing is lost meanwhile, and it goes on when the folder is back', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder, segmentBytes: 100_000, ringBytes: 1 << 20 });
	const recording = start(capture);
	recording.data(1, 'in', pattern(150_000, 1));
	await capture.flush();
	renameSync(folder, `${folder}.away`);
	const failed = until(capture, () => capture.error() !== undefined);
	for (let i = 0; i < 30; i++) recording.data(1, 'in', pattern(100_000, i));
	await failed;
	expect(capture.error()).toMatchObject({ code: 'disk', details: { errno: 'ENOENT' } });
	expect(capture.saturated).toBe(true);
	const relieved = Promise.withResolvers<void>();
	capture.onRelief(relieved.resolve);
	const healed = until(capture, () => capture.error() === undefined);
	renameSync(`${folder}.away`, folder);
	await Promise.all([healed, relieved.promise]);
	await capture.flush();
	expect(capture.saturated).toBe(false);
	expect(capture.counters()).toMatchObject({ received: 32, stored: 32, dropped: 0 });
	for (const [n, { bytes }] of recording.expected.entries()) {
		expect(Buffer.compare((await capture.bytes(n, 0, 200_000)).bytes, bytes)).toBe(0);
	}
	await capture.close();
	expect(recoverFolder(folder)).toMatchObject({ events: 32, message: undefined });
});

test('closing does not wait for ever for a disk that is gone, and says so', async () => {
	const folder = newFolder();
	const capture = await openCapture({ folder, segmentBytes: 100_000 });
	const recording = start(capture);
	recording.data(1, 'in', pattern(150_000, 1));
	await capture.flush();
	rmSync(folder, { recursive: true });
	recording.data(1, 'in', pattern(10, 1));
	await expect(capture.close()).rejects.toMatchObject({ name: 'WirebenchError', code: 'disk' });
	expect(capture.counters()).toMatchObject({ received: 3, stored: 2 });
});
