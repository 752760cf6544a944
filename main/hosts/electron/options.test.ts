import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const none = { dataFolder: resolve('/default'), captureFolder: undefined, devTools: false, names: [] };

describe('the arguments of the Electron host', () => {
	it('has defaults', () => {
		expect(readOptions([], '/default', false)).toEqual(none);
	});

	it('finds its own among those of Electron and Chromium', () => {
		const args = ['--inspect=0', '--remote-debugging-port=0', '.', '--data', 'mine', '--capture=/here', '--devtools'];
		expect(readOptions(args, '/default', false)).toEqual({
			dataFolder: resolve('mine'),
			captureFolder: resolve('/here'),
			devTools: true,
			names: [],
		});
	});

	it('finds the files to open: after the app where it is not packaged, and never the folders of options', () => {
		const args = ['one.pcapng', '--data', 'mine', '--enable-features=X', 'two.pcap', '--', '--odd.cap'];
		expect(readOptions(args, '/default', true).names).toEqual(['one.pcapng', 'two.pcap', '--odd.cap']);
		expect(readOptions(['.', ...args], '/default', false).names).toEqual(['one.pcapng', 'two.pcap', '--odd.cap']);
	});

	it('treats a name without a folder as missing', () => {
		expect(readOptions(['--data'], '/default', false)).toEqual(none);
	});
});
