import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FilesToOpen, filesNamed } from './open-files.ts';

describe('files in arguments', () => {
	it('are made absolute, from where Wirebench was started', () => {
		expect(filesNamed(['one.pcap', '/two/2.pcapng'], '/start')).toEqual([
			resolve('/start/one.pcap'),
			resolve('/start', '/two/2.pcapng'),
		]);
	});

	it('may be file URLs, as a desktop passes them', () => {
		const path = resolve('/a b/ü #1.pcapng');
		expect(filesNamed([pathToFileURL(path).href], '/start')).toEqual([path]);
	});

	it.runIf(process.platform !== 'win32').each(['file://host/a.pcap', 'file:///a%2Fb', 'file:///a%zz', 'file://[/x'])(
		'may be a URL that names no file here (%s), which then cannot be opened',
		(url) => {
			expect(filesNamed([url], '/start')).toEqual([resolve('/start', url)]);
		},
	);

	it('are not addresses of other schemes, and not nothing', () => {
		expect(filesNamed(['https://example.org/a.pcap', 'wirebench://x', ''], '/start')).toEqual([]);
	});
});

describe('files to open', () => {
	const openFile = (app: EventEmitter, path: string) => {
		let prevented = false;
		app.emit('open-file', { preventDefault: () => (prevented = true) }, path);
		return prevented;
	};
	const again = (app: EventEmitter, data: unknown) => app.emit('second-instance', {}, ['--noise'], '/elsewhere', data);

	it('wait until they can be opened, then open at once, in order', () => {
		const app = new EventEmitter();
		const files = new FilesToOpen(app, ['/argument']);
		expect(openFile(app, '/before-ready')).toBe(true);
		const opened: string[] = [];
		files.openWith((path) => opened.push(path));
		expect(opened).toEqual(['/argument', '/before-ready']);
		openFile(app, '/later');
		again(app, { files: ['/second', '/third'] });
		expect(opened.slice(2)).toEqual(['/later', '/second', '/third']);
	});

	it('are handed over by a second start', () => {
		expect(new FilesToOpen(new EventEmitter(), ['/a', '/b']).handover).toEqual({ files: ['/a', '/b'] });
	});

	it.each([undefined, null, 'files', {}, { files: '/a' }, { files: [1] }])('are not read from %j', (data) => {
		const app = new EventEmitter();
		const opened: string[] = [];
		new FilesToOpen(app, []).openWith((path) => opened.push(path));
		again(app, data);
		expect(opened).toEqual([]);
	});
});
