import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { showWhenReady } from './show-window.ts';

class FakeWindow extends EventEmitter {
	readonly webContents = new EventEmitter();
	readonly calls: string[] = [];
	readonly shown = Promise.withResolvers<void>();
	destroyed = false;
	isDestroyed = () => this.destroyed;
	maximize = () => this.calls.push('maximize');
	show = () => {
		this.calls.push('show');
		this.shown.resolve();
	};
}

/** Longer than any test: the time limit is not what shows the window. */
const NEVER_MS = 1e9;

it.each(['ready-to-show', 'did-finish-load'])('shows the window once at %s', (event) => {
	const window = new FakeWindow();
	showWhenReady(window, true, NEVER_MS);
	expect(window.calls).toEqual([]);
	(event === 'ready-to-show' ? window : window.webContents).emit(event);
	window.emit('ready-to-show');
	window.webContents.emit('did-finish-load');
	expect(window.calls).toEqual(['maximize', 'show']);
});

it('shows the window after the time limit when neither event comes', async () => {
	const window = new FakeWindow();
	showWhenReady(window, false, 1);
	await window.shown.promise;
	expect(window.calls).toEqual(['show']);
});

it('does not touch a window that was closed meanwhile', () => {
	const window = new FakeWindow();
	showWhenReady(window, true, NEVER_MS);
	window.destroyed = true;
	window.emit('ready-to-show');
	expect(window.calls).toEqual([]);
});
