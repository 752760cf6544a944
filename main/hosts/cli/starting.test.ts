import { describe, expect, it } from 'vitest';
import { event, events, eventsIn, python, wirebench } from './testing/cli.fixture.ts';
import { commandLines } from './testing/command-lines.fixture.ts';

const run = commandLines();

const nextLine = (): boolean => true;

/** Listens without accepting and fills its own queue: connecting clients get no answer. Prints its port. */
const FULL = [
	'import socket, time',
	's = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(0)',
	'held = [socket.socket() for _ in range(4)]',
	'for each in held: each.setblocking(False); each.connect_ex(s.getsockname())',
	'print(s.getsockname()[1])',
	'time.sleep(60)',
];

/** Holds a port on all addresses. Prints it. */
const HOLDER = [
	'import socket, time',
	's = socket.create_server(("0.0.0.0", 0))',
	'print(s.getsockname()[1])',
	'time.sleep(60)',
];

describe('an endpoint that fails to start', () => {
	it('reports as JSON what was tried and why it failed, with a summary', async () => {
		const client = wirebench(['connect', 'tcp://localhost:1', '--json']);
		expect(await client.exit()).toBe(1);
		const all = events(client);
		expect(all[0]?.message).toMatch(/^localhost is .*127\.0\.0\.1/);
		const last = all.at(-2);
		expect(last).toMatchObject({ event: 'error', endpoint: 'tcp-client', errno: 'ECONNREFUSED', errnoNumber: 111 });
		expect(all.at(-1)).toEqual({ event: 'summary', received: all.length - 1, stored: all.length - 1, dropped: 0 });
		expect(client.stderr()).toMatch(/^ECONNREFUSED \(111\): Nothing listens on localhost:1: it refused\./);
	});

	it('reports the failure once in words, and what was tried', async () => {
		const client = await run(['connect', 'tcp://localhost:1']);
		expect(client.code).toBe(1);
		expect(client.stdout).toMatch(/note localhost is /);
		expect(client.stdout).not.toMatch(/error/);
		expect(client.stderr.match(/Nothing listens/g)).toHaveLength(1);
	});

	it('does so for a server, and names the owner of the port with its address', async () => {
		const holder = python(HOLDER);
		const port = await holder.line(nextLine);
		const server = await run(['listen', `tcp://127.0.0.1:${port}`, '--json']);
		expect(server.code).toBe(1);
		expect(eventsIn(server.stdout)[0]).toMatchObject({ event: 'error', errno: 'EADDRINUSE', endpoint: 'tcp-listener' });
		expect(server.stderr).toMatch(`(pid ${holder.child.pid}) on 0.0.0.0.`);
	});

	it('uses the next free port with the option', async () => {
		const holder = python(HOLDER);
		const port = Number(await holder.line(nextLine));
		const server = wirebench(['listen', `tcp://127.0.0.1:${port}`, '--next-port', '--json']);
		const listening = await event(server, 'listening');
		expect(Number(listening.port)).toBeGreaterThan(port);
		expect(events(server)[0]).toEqual(listening);
		await server.stderrLine((line) => line.includes(`Port ${port} on 127.0.0.1 is in use by `));
		await server.stderrLine((line) => line.endsWith(`Port ${listening.port} is taken instead.`));
	});
});

describe('a client that waits for a connection', () => {
	it('gives up at its connect timeout', async () => {
		const full = python(FULL);
		const port = await full.line(nextLine);
		const client = await run(['send', `tcp://127.0.0.1:${port}`, 'hello', '--connect-timeout', '200', '--json']);
		expect(client.code).toBe(1);
		expect(eventsIn(client.stdout).at(-1)).toMatchObject({ event: 'error', errno: 'ETIMEDOUT', errnoNumber: 110 });
	});

	it.each([
		['connect', []],
		['send', ['hello']],
	])('%s ends at once when it is interrupted meanwhile', async (command, more) => {
		const full = python(FULL);
		const port = await full.line(nextLine);
		const target = `tcp://localhost:${port}`;
		const client = wirebench([
			command,
			target,
			...more,
			'--connect-timeout',
			'60000',
			'--family',
			'ipv4',
			'--capture',
			'-',
		]);
		await new Promise<void>((resolve) => {
			client.child.stdout?.on('data', () => {
				if (client.stdout().includes('localhost is')) resolve();
			});
		});
		client.child.kill('SIGINT');
		expect(await client.exit()).toBe(0);
	});
});
