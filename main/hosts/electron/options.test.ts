import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const none = { dataFolder: resolve('/default'), captureFolder: undefined, devTools: false };

describe('the arguments of the Electron host', () => {
	it('has defaults', () => {
		expect(readOptions([], '/default')).toEqual(none);
	});

	it('finds its own among those of Electron and Chromium', () => {
		const args = ['--inspect=0', '--remote-debugging-port=0', '.', '--data', 'mine', '--capture=/here', '--devtools'];
		expect(readOptions(args, '/default')).toEqual({
			dataFolder: resolve('mine'),
			captureFolder: resolve('/here'),
			devTools: true,
		});
	});

	it('treats a name without a folder as missing', () => {
		expect(readOptions(['--data'], '/default')).toEqual(none);
	});
});
