import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dist } from '../launch/build.mjs';
import { event, events, listeningPort, run, wirebench } from './testing/cli.fixture.ts';

const peers = join(import.meta.dirname, '../../../e2e/peers');
const cli = join(dist, 'main/cli.js');
const FILES = 90;

test.runIf(process.platform === 'linux')(
	'out of files: refused connections are reported once and counted, and open and later ones are served',
	async () => {
		const limited = ['-c', `ulimit -n ${FILES}; exec "$0" "$@"`, process.execPath, cli];
		const server = run('bash', [...limited, 'listen', 'tcp://127.0.0.1:0', '--reply', '{{data}}', '--json', '--quiet']);
		const port = await listeningPort(server);
		const many = [join(peers, 'many_until_refused.py'), '127.0.0.1', String(port), '50'];
		// The line on its stdin is available from the start: it closes half of them after enough refusals.
		const clients = run('python3', ['-u', ...many], { input: '\n' });
		const answered = Number(await clients.line((line) => /^\d+$/.test(line)));
		expect(answered).toBeGreaterThan(3);
		expect(answered).toBeLessThan(FILES);
		await clients.line((line) => line === 'answered');
		expect(await clients.exit()).toBe(0);
		const refused = await event(server, 'error');
		expect(refused).toMatchObject({ errno: 'EMFILE', message: expect.stringContaining('New connections are refused') });
		const note = await event(server, 'note');
		expect(note.message).toMatch(/^\d+ connections were refused for want of room\.$/);
		server.child.kill('SIGINT');
		expect(await server.exit()).toBe(0);
		const all = events(server);
		expect(all.filter((one) => one.event === 'error')).toHaveLength(1);
		expect(all.filter((one) => one.event === 'open').length).toBe(all.filter((one) => one.event === 'close').length);
		expect(all.filter((one) => one.event === 'open').length).toBe(answered + 1);
		expect(all.at(-1)).toMatchObject({ event: 'summary', dropped: 0 });
	},
);

/** Whether a separate network namespace can be created here. */
const alone = process.platform === 'linux' && spawnSync('unshare', ['-rn', 'true']).status === 0;

test.runIf(alone)(
	'out of ports: a client and a server report it with advice, and both work when some are free',
	async () => {
		const program = [process.execPath, cli];
		const lines = [
			[...program, 'send', 'tcp://127.0.0.1:9000', 'x', '--wait', '1'],
			[...program, 'listen', 'tcp://127.0.0.1:0'],
			[...program, 'send', 'tcp://127.0.0.1:9000', 'x', '--wait', '1'],
		];
		const few =
			'ip link set lo up && echo "40000 40007" > /proc/sys/net/ipv4/ip_local_port_range && exec python3 -u "$@"';
		const args = ['-rn', 'sh', '-c', few, 'sh', join(peers, 'out_of_ports.py'), '9000'];
		const peer = run('unshare', args, { input: lines.map((line) => JSON.stringify(line)).join('\n') });
		expect(await peer.exit(), peer.stderr()).toBe(0);
		const [used, client, server, after] = peer
			.stdout()
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line));
		expect(used).toEqual({ held: 8, errno: 99 });
		expect(client).toMatchObject({ code: 1, err: expect.stringMatching(/^EADDRNOTAVAIL .*no free port/) });
		expect(server).toMatchObject({
			code: 1,
			err: expect.stringMatching(/^EADDRINUSE .*no port left to choose on 127\.0\.0\.1/),
		});
		expect(server.err).toContain('1024 say, which is free');
		expect(after).toMatchObject({ code: 0, err: '' });
	},
);

test('without a folder for temporary files: fails with advice', async () => {
	const piped = ['listen', 'tcp://127.0.0.1:0', '--capture', '-'];
	const server = wirebench(piped, { env: { TMPDIR: '/does/not/exist' } });
	expect(await server.exit()).toBe(1);
	expect(server.stderr()).toMatch(
		/^ENOENT: No folder for the capture can be made in \/does\/not\/exist\. Name one with --capture/,
	);
});
