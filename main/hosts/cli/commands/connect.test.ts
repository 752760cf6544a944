import { describe, expect, it } from 'vitest';
import { event, events, python, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

/** Accepts one client, prints its port first, then the data it read, answers once, and closes on request. */
const SERVER = [
	'import socket, sys',
	's = socket.create_server(("127.0.0.1", 0))',
	'print(s.getsockname()[1])',
	'c, _ = s.accept()',
	'print(c.recv(100).decode())',
	'c.sendall(bytes.fromhex(sys.argv[1]))',
	'print(c.recv(100).decode() if sys.argv[2] == "again" else "")',
	'c.close()',
];

const hex = (text: string): string => Buffer.from(text).toString('hex');

describe('connect', () => {
	it('runs a client preset against a Python server and ends when that closes', async () => {
		const server = python(SERVER, [hex('[now] hepeng'), 'once']);
		const port = await server.line((line) => /^\d+$/.test(line));
		const client = wirebench(['connect', `tcp://127.0.0.1:${port}`, '--preset', 'timestamp-echo-client', '--json']);
		expect(await client.exit()).toBe(0);
		expect(await server.exit()).toBe(0);
		expect(server.stdout()).toContain('hepeng');

		const all = events(client);
		const data = all.filter((each) => each.event === 'data');
		expect(data).toMatchObject([
			{ endpoint: 'timestamp-echo-client', direction: 'out', hex: hex('hepeng') },
			{ endpoint: 'timestamp-echo-client', direction: 'in', hex: hex('[now] hepeng') },
		]);
		expect(all[0]).toMatchObject({ event: 'open', direction: 'out' });
		expect(all.filter((each) => each.event === 'close')).toHaveLength(1);
		expect(all.at(-1)).toEqual({ event: 'summary', received: all.length - 1, stored: all.length - 1, dropped: 0 });
	});

	it('answers by --reply instead of the rules of the preset', async () => {
		const server = python(SERVER, [hex('ping'), 'again']);
		const port = await server.line((line) => /^\d+$/.test(line));
		const client = wirebench([
			'connect',
			`tcp://127.0.0.1:${port}`,
			...['--preset', 'timestamp-echo-client', '--reply', 'got {{data}}', '--json'],
		]);
		expect(await server.line((line) => line === 'got ping')).toBe('got ping');
		await event(client, 'close');
		expect(await client.exit()).toBe(0);
	});

	it('connects from the given address, and again when the server has closed', async () => {
		const server = python(
			[
				'import socket',
				's = socket.create_server(("127.0.0.1", 0))',
				'print(s.getsockname()[1])',
				'for _ in range(2):',
				'    c, peer = s.accept()',
				'    print(peer[0])',
				'    c.close()',
			],
			[],
		);
		const port = await server.line((line) => /^\d+$/.test(line));
		const client = wirebench([
			'connect',
			`tcp://localhost:${port}`,
			...['--family', 'ipv4', '--from', '127.0.0.5', '--reconnect', '1', '--json'],
		]);
		expect(await server.exit()).toBe(0);
		expect(server.stdout().trim().split('\n').slice(1)).toEqual(['127.0.0.5', '127.0.0.5']);
		expect(await client.exit()).toBe(0);
		const all = events(client);
		expect(all.filter((each) => each.event === 'open')).toHaveLength(2);
		expect(all.some((each) => JSON.stringify(each).includes('Trying again in 1000 ms (1 of 1).'))).toBe(true);
	});

	it.each(['nonsense', '', '127.0.0.1:99999', '[::1'])('refuses --from %j', async (from) => {
		const { code, stderr } = await run(['connect', 'tcp://127.0.0.1:1', '--from', from]);
		expect(code).toBe(2);
		expect(stderr).toContain('It is ADDRESS, ADDRESS:PORT or :PORT');
	});

	it('reports a refusal, and the right command for UDP or a server preset', async () => {
		const refused = await run(['connect', 'tcp://127.0.0.1:1']);
		expect(refused.code).toBe(1);
		expect(refused.stderr).toContain('ECONNREFUSED');
		const udp = await run(['connect', 'udp://127.0.0.1:1']);
		expect(udp.code).toBe(2);
		expect(udp.stderr).toContain('wirebench send udp://');
		const server = await run(['connect', 'tcp://127.0.0.1:1', '--preset', 'upper-echo']);
		expect(server.code).toBe(2);
		expect(server.stderr).toContain('wirebench listen tcp://');
	});
});
