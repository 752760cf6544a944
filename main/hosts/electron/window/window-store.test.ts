import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadWindowState, saveWindowState } from './window-store.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'wirebench-window-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the file that remembers the window', () => {
	it('returns the saved state, and leaves one file', () => {
		const state = { x: -10, y: 20, width: 900, height: 700, maximized: true };
		expect(loadWindowState(folder)).toBeUndefined();
		saveWindowState(folder, state);
		saveWindowState(folder, { ...state, x: 5 });
		expect(loadWindowState(folder)).toEqual({ ...state, x: 5 });
		expect(readdirSync(folder)).toEqual(['window.json']);
	});

	it.each(['', '{', '[]', '{"x":1}', '{"x":"1","y":2,"width":3,"height":4,"maximized":false}'])(
		'starts with defaults when the file contains %j',
		(text) => {
			writeFileSync(join(folder, 'window.json'), text);
			expect(loadWindowState(folder)).toBeUndefined();
		},
	);
});
