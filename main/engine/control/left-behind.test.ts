import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { TestBench } from '../testing/workbench.fixture.ts';

/** Connects as often as asked, and reads to the end each time: the server has ended first. */
const CLIENT = `
import socket, sys
for _ in range(int(sys.argv[2])):
    with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as s:
        while s.recv(100): pass
`;

/** Binds without SO_REUSEADDR, as the first program of a tutorial does. */
const BIND = `
import socket, sys
try:
    socket.socket().bind(("127.0.0.1", int(sys.argv[1])))
except OSError as error:
    print(error.errno)
`;

const run = promisify(execFile);

const python = async (program: string, ...args: string[]) =>
	(await run('python3', ['-c', program, ...args])).stdout.trim();

/** How many connections of a local port the system keeps in TIME_WAIT. */
async function waiting(port: number): Promise<number> {
	const { stdout } = await run('ss', ['-Htan', 'state', 'time-wait', `sport = :${port}`]);
	return stdout.trim().split('\n').length;
}

async function stopped(bench: TestBench, connections: number): Promise<{ port: number; notes: readonly string[] }> {
	const probe = await bench.start({ kind: 'tcp-server', name: 'probe', port: 0 });
	await bench.engine.stop(probe.id);
	const { port } = probe.local;
	const responder = { onOpen: { reply: { format: 'text', text: 'bye' }, after: 'end' } } as const;
	const { id } = await bench.start({ kind: 'tcp-server', name: 'greeting', port, responder });
	await python(CLIENT, String(port), String(connections));
	await bench.engine.stop(id);
	return { port, notes: bench.sink.events.filter(({ kind }) => kind === 'note').map(({ text }) => text) };
}

test.runIf(process.platform === 'linux')(
	'a server that is stopped says which connections keep its port from programs without SO_REUSEADDR',
	async () => {
		const bench = new TestBench();
		const { port, notes } = await stopped(bench, 3);
		expect(await waiting(port)).toBe(3);
		expect(await python(BIND, String(port))).toBe('98');
		const [, seconds] =
			/^3 connections .* are in TIME_WAIT for (\d+) s at most: .* port \d+ /.exec(notes.join('\n')) ?? [];
		expect(Number(seconds)).toBeGreaterThan(30);
		expect(Number(seconds)).toBeLessThanOrEqual(60);
	},
);

test('a server without closed connections of its own says nothing', async () => {
	expect((await stopped(new TestBench(), 0)).notes).toEqual([]);
});
