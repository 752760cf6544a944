import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dist } from '../launch/build.mjs';
import { event, listeningPort, python, type Running, run, testFolder } from './cli.fixture.ts';

/** With a file of host names of its own in place of the system's. */
const enter = ['-rm', 'sh', '-c', 'mount --bind "$0" /etc/hosts && exec "$@"'];
const NAMES = '127.0.0.1 both.test localhost\n::1 both.test\n192.0.2.1 both.test elsewhere.test\n';

const tried = process.platform === 'linux' ? spawnSync('unshare', [...enter, '/etc/hosts', 'true']).status : 1;
const missing = tried === 0 ? undefined : 'no namespace for mounts can be had here';

/** The command line where those names are known. */
function named(...args: readonly string[]): Running {
	const file = join(testFolder(), 'hosts');
	writeFileSync(file, NAMES);
	return run('unshare', [...enter, file, process.execPath, join(dist, 'main/cli.js'), ...args]);
}

/** Connects to each address, one after the other, and prints what it says to "a". */
const ASK_EACH = [
	'import socket, sys',
	'for host in sys.argv[2:]:',
	'    s = socket.create_connection((host, int(sys.argv[1])), 10)',
	'    s.sendall(b"a"); print(host, s.recv(9).decode()); s.close()',
];

it.skipIf(missing)(
	`a server on a name listens on each address of it that is this machine's ${missing ?? ''}`,
	async () => {
		const server = named('listen', 'tcp://both.test:0', '--reply', 'both', '--json');
		const port = await listeningPort(server);
		const { message } = await event(server, 'note');
		expect(message).toMatch(new RegExp(`^It listens on (127\\.0\\.0\\.1|\\[::1\\]):${port} too\\.$`));
		const client = python(ASK_EACH, [String(port), '127.0.0.1', '::1']);
		expect(await client.exit(), client.stderr()).toBe(0);
		expect(client.stdout()).toBe('127.0.0.1 both\n::1 both\n');
		await event(server, 'close', { connection: 2 });
		server.child.kill('SIGINT');
		expect(await server.exit()).toBe(0);
	},
);

it.skipIf(missing)(`a name whose addresses are elsewhere is refused ${missing ?? ''}`, async () => {
	const server = named('listen', 'tcp://elsewhere.test:0');
	expect(await server.exit()).toBe(1);
	expect(server.stderr()).toContain('EADDRNOTAVAIL (99)');
});
