import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { closeBeforeQuit } from './quit.ts';

/** Quits like Electron: emits the event first, and ends unless it is prevented. */
class FakeApp extends EventEmitter {
	readonly ended: number[] = [];
	quit(): void {
		let prevented = false;
		this.emit('before-quit', {
			preventDefault: () => {
				prevented = true;
			},
		});
		if (!prevented) this.ended.push(0);
	}
	exit(code: number): void {
		this.ended.push(code);
	}
}

describe('quitting', () => {
	it('waits until everything is closed, closes once, then ends', async () => {
		const app = new FakeApp();
		const closing = Promise.withResolvers<void>();
		let closes = 0;
		closeBeforeQuit(
			app,
			() => {
				closes++;
				return closing.promise;
			},
			() => undefined,
		);
		app.quit();
		app.quit();
		expect([closes, app.ended]).toEqual([1, []]);
		closing.resolve();
		await closing.promise;
		await Promise.resolve();
		expect([closes, app.ended]).toEqual([1, [0]]);
	});

	it('reports an error and ends with code 1', async () => {
		const app = new FakeApp();
		const reported = Promise.withResolvers<unknown>();
		closeBeforeQuit(app, () => Promise.reject(new Error('no space')), reported.resolve);
		app.quit();
		expect(await reported.promise).toEqual(new Error('no space'));
		await Promise.resolve();
		expect(app.ended).toEqual([1]);
	});
});
