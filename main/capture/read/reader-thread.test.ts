import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import { openCapture } from '../index.ts';
import { temporaryFolders } from '../recording.fixture.ts';
import { startReader } from './reader-thread.ts';

const newFolder = temporaryFolders();

afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

test('a starting thread is not terminated from outside, however long it takes', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const ended = vi.spyOn(Worker.prototype, 'terminate');
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const nothing = () => undefined;
	const reader = startReader(() => ({ source: capture.folder, shift: 0 }), {
		stored: () => 0,
		onDamage: nothing,
		onEnd: nothing,
	});
	const rows = reader.call('captureRows', { from: 0, count: 1 });
	const closed = reader.close();
	vi.advanceTimersByTime(3_600_000);
	await closed;
	expect(ended).not.toHaveBeenCalled();
	expect(await rows).toEqual({ rows: [], stored: 0 });
	vi.useRealTimers();
	await capture.close();
});

test('a reader without requests starts no thread, and reports that it is closed', async () => {
	const ended: WirebenchError[] = [];
	// There is no folder: a thread would end with an error about that.
	const files = { source: join(newFolder(), 'none'), shift: 0 };
	const reader = startReader(() => files, {
		stored: () => 9,
		onDamage: () => undefined,
		onEnd: (error) => ended.push(error),
	});
	reader.grow();
	reader.letGo(3);
	await reader.close();
	expect(ended.map(({ code }) => code)).toEqual(['closed']);
	await expect(reader.call('captureRows', { from: 0, count: 1 })).rejects.toMatchObject({ code: 'closed' });
	const failed = vi.fn();
	reader.subscribe('connections', {}, { onSnapshot: vi.fn(), onDelta: vi.fn(), onError: failed });
	expect(failed).toHaveBeenCalledWith(expect.objectContaining({ code: 'closed' }));
});

test('a thread that breaks fails what is pending and all that follows, with our error', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const ends: unknown[] = [];
	const reader = startReader(() => ({ source: capture.folder, shift: 0 }), {
		stored: () => 0,
		onDamage: () => undefined,
		onEnd: (error) => ends.push(error),
	});
	// The capture validates filters first; the thread treats an invalid one as a defect.
	reader.subscribe('captureFilter', { filter: 'dir:inn' }, { onSnapshot: () => undefined, onDelta: () => undefined });
	const broken = { code: 'internal', message: expect.stringContaining("The capture's reader stopped: ") };
	await expect(reader.call('captureRows', { from: 0, count: 1 })).rejects.toMatchObject(broken);
	await expect(reader.call('captureRows', { from: 0, count: 1 })).rejects.toMatchObject(broken);
	expect(ends).toMatchObject([broken]);
	await reader.close();
	await capture.close();
});
