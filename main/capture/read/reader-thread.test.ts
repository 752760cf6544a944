import { Worker } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { openCapture } from '../index.ts';
import { temporaryFolders } from '../recording.fixture.ts';
import { startReader } from './reader-thread.ts';

const newFolder = temporaryFolders();

afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

test('a thread that is still beginning is not ended from outside, however long that takes', async () => {
	const capture = await openCapture({ folder: newFolder() });
	const ended = vi.spyOn(Worker.prototype, 'terminate');
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const nothing = () => undefined;
	const reader = startReader(
		{ source: capture.folder, shift: 0 },
		{ stored: () => 0, onDamage: nothing, onEnd: nothing },
	);
	const closed = reader.close();
	vi.advanceTimersByTime(3_600_000);
	await closed;
	expect(ended).not.toHaveBeenCalled();
	vi.useRealTimers();
	await capture.close();
});
