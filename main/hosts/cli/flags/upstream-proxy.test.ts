import { spawnSync } from 'node:child_process';
import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { event, python, run, wirebench } from '../testing/cli.fixture.ts';
import { parseUpstreamProxy } from './upstream-proxy.ts';

describe('--via', () => {
	it.each([
		['socks5://h:1080', { type: 'socks5', host: 'h', port: 1080, password: '' }],
		['socks5h://h:1080/', { type: 'socks5', host: 'h', port: 1080, password: '' }],
		['http://ann:s%40e%3Ac@[::1]:3128', { type: 'http', host: '::1', port: 3128, user: 'ann', password: 's@e:c' }],
	])('%s is accepted', (text, expected) => {
		expect(parseUpstreamProxy(text)).toEqual(expected);
	});

	it.each(['h:1080', 'ftp://h:1', 'socks5://h', 'http://h:0', 'http://h:70000', 'http://a%3Ab@h:1', 'http://%@h:1'])(
		'%s is refused',
		(text) => {
			expect(() => parseUpstreamProxy(text)).toThrow(InvalidArgumentError);
		},
	);
});

const why = spawnSync('microsocks', ['--help']).error && 'microsocks is not installed';

it.skipIf(why !== undefined)(`connects through microsocks${why ? `: ${why}` : ''}`, async () => {
	const server = python([
		'import socket',
		's = socket.create_server(("127.0.0.1", 0))',
		'print(s.getsockname()[1])',
		'c, _ = s.accept()',
		'c.sendall(b"Welcome!")',
		'c.recv(1)',
	]);
	const port = await server.line((line) => /^\d+$/.test(line));
	const proxy = `127.200.${process.pid & 255}.${(process.pid >> 8) & 127}`;
	run('microsocks', ['-i', proxy, '-p', '1080', '-u', 'ann', '-P', 's@e']);
	// The proxy may need a moment: retry connecting.
	const via = `socks5://ann:s%40e@${proxy}:1080`;
	const client = wirebench(['connect', `tcp://localhost:${port}`, '--via', via, '--reconnect', '--json']);
	expect(await event(client, 'data', { direction: 'in' })).toMatchObject({
		hex: Buffer.from('Welcome!').toString('hex'),
	});
	client.child.kill('SIGINT');
	expect(await client.exit()).toBe(0);
	expect(client.stdout()).not.toContain('s@e');
});
