import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newWorkspace, type WorkspaceEndpointInput, writeWorkspace } from '../../../../common/workspace/index.ts';
import { opensslCertificate } from '../../../engine/tls/openssl.fixture.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { event, events, type JsonEvent, python, run, testFolder, wirebench } from '../testing/cli.fixture.ts';

function echo(): Extract<WorkspaceEndpointInput, { kind: 'udp' }>['responder'] {
	return { rules: [{ match: { type: 'any' }, reply: { format: 'text', text: '{{data}}' } }] };
}

function tcp(port: number): WorkspaceEndpointInput {
	return { id: 't', kind: 'tcp-server', name: 'tcp echo', port, responder: echo() };
}

const udp: WorkspaceEndpointInput = { id: 'u', kind: 'udp', name: 'udp echo', responder: echo() };

function workspaceIn(folder: string, endpoints: readonly WorkspaceEndpointInput[]): string {
	const path = join(folder, 'bench.wirebench.json');
	writeFileSync(path, writeWorkspace(newWorkspace({ endpoints: [...endpoints] })).text);
	return path;
}

const identity = {
	from: 'own' as const,
	cert: { from: 'file' as const, path: 'tls/server.pem' },
	key: { from: 'file' as const, path: 'tls/server-key.pem' },
};
/** Answers a request of HTTP with a file beside the workspace. */
const page = {
	match: { type: 'any' as const },
	reply: {
		format: 'escaped' as const,
		text: 'HTTP/1.1 200 OK\\r\\nContent-Length: {{size}}\\r\\nConnection: close\\r\\n\\r\\n',
	},
	file: { path: 'page.txt' },
};

const portOf = ({ port }: JsonEvent): string => String(port);

it('starts servers before clients, serves peers, and on SIGINT stops clients first', async () => {
	const folder = testFolder();
	const file = workspaceIn(folder, [
		// First in the file, it still finds its server; and relative paths are relative to the file.
		{ id: 'c', kind: 'unix-client', name: 'client', path: 'socket' },
		{ id: 's', kind: 'unix-server', name: 'unix', path: 'socket' },
		{ id: 'x', kind: 'tcp-server', name: 'secure', port: 0, tls: { identity }, responder: { rules: [page] } },
		tcp(0),
		udp,
	]);
	mkdirSync(join(folder, 'tls'));
	const { cert } = opensslCertificate(join(folder, 'tls'));
	writeFileSync(join(folder, 'page.txt'), 'encrypted\n');
	const bench = wirebench(['run', file, '--json', '--capture', join(folder, 'capture')]);
	const tcpPort = portOf(await event(bench, 'listening', { endpoint: 'tcp echo' }));
	const udpPort = portOf(await event(bench, 'listening', { endpoint: 'udp echo' }));
	const securePort = portOf(await event(bench, 'listening', { endpoint: 'secure' }));
	await event(bench, 'listening', { endpoint: 'unix', path: join(folder, 'socket') });
	await event(bench, 'open', { endpoint: 'client', direction: 'out' });

	const peer = python(
		[
			'import socket, sys',
			's = socket.create_connection(("127.0.0.1", int(sys.argv[1])))',
			's.sendall(b"over TCP")',
			'n = b""',
			'while len(n) < 8: n += s.recv(8)',
			'print(n.decode())',
			's.recv(1)',
		],
		[tcpPort],
	);
	await peer.line((line) => line === 'over TCP');
	const fetched = run('curl', ['--silent', '--noproxy', '*', '--cacert', cert, `https://127.0.0.1:${securePort}/`]);
	await fetched.line((line) => line === 'encrypted');
	const datagrams = run('socat', ['-', `UDP:127.0.0.1:${udpPort}`], { input: null });
	datagrams.child.stdin?.write('over UDP\n');
	await datagrams.line((line) => line === 'over UDP');

	bench.child.kill('SIGINT');
	expect(await bench.exit(), bench.stderr()).toBe(EXIT.done);
	expect(bench.stderr()).toBe('');
	const lines = events(bench);
	expect(lines.slice(0, 4).map(({ event: kind, endpoint }) => [kind, endpoint])).toEqual([
		['listening', 'unix'],
		['listening', 'secure'],
		['listening', 'tcp echo'],
		['listening', 'udp echo'],
	]);
	const closed = lines.flatMap(({ event: kind, endpoint }) => (kind === 'close' ? [endpoint] : []));
	expect(closed.indexOf('client')).not.toBe(-1);
	expect(closed.indexOf('tcp echo')).toBeGreaterThan(closed.indexOf('client'));
	expect(lines.at(-1)).toMatchObject({ event: 'summary', dropped: 0 });
	const shown = wirebench(['show', join(folder, 'capture'), '--json', '--filter', 'text:"over"']);
	expect(await shown.exit()).toBe(EXIT.done);
	expect(events(shown)).toHaveLength(4);
});

it('explains what cannot start: it ends the run, or with --keep-going only its own', async () => {
	const taken = net.createServer().listen(0, '127.0.0.1');
	await once(taken, 'listening');
	const address = taken.address();
	if (address === null || typeof address === 'string') throw new Error('It has no port.');
	const via = { host: '127.0.0.1', port: 1, user: 'me' };
	const file = workspaceIn(testFolder(), [
		udp,
		tcp(address.port),
		{ id: 'c', kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 1, via },
	]);
	const failed = wirebench(['run', file, '--json']);
	expect(await failed.exit()).toBe(EXIT.failed);
	expect(failed.stderr()).toMatch(
		/^client: the password of its upstream proxy \(via\.password\) is not in the file, and this machine keeps none for it\.\ntcp echo: EADDRINUSE \(\d+\): .+\n$/,
	);
	const kinds = events(failed).map(({ event: kind, endpoint }) => [kind, endpoint]);
	expect(kinds).toContainEqual(['listening', 'udp echo']);
	expect(kinds).toContainEqual(['error', 'tcp echo']);
	expect(kinds.at(-1)).toEqual(['summary', undefined]);

	const going = wirebench(['run', file, '--keep-going', '--only', 'tcp echo', 'u']);
	await going.line((line) => line.includes('udp echo listens on'));
	await going.stderrLine((line) => line.startsWith('tcp echo: EADDRINUSE'));
	going.child.kill('SIGINT');
	expect(await going.exit()).toBe(EXIT.failed);
	expect(going.stderr().match(/EADDRINUSE/g)).toHaveLength(1);
	expect(going.stdout()).not.toContain('EADDRINUSE');
	taken.close();
});

it("takes the secrets that the person's own workspace has, and ends when everything has ended", async () => {
	const data = testFolder();
	// A SOCKS5 proxy as far as the user and the password (RFC 1928, RFC 1929).
	const proxy = net.createServer();
	const login = new Promise<Buffer>((resolve) => {
		proxy.on('connection', (socket) => {
			let received = Buffer.alloc(0);
			let asked = false;
			socket.on('data', (chunk) => {
				received = Buffer.concat([received, chunk]);
				const methods = received.length > 1 ? 2 + (received[1] ?? 0) : Number.POSITIVE_INFINITY;
				if (!asked && received.length >= methods) {
					asked = true;
					socket.write(Buffer.from([5, 2]));
				}
				const answer = received.subarray(methods);
				if (asked && answer.includes('s3cret')) {
					resolve(answer);
					socket.end();
				}
			});
		});
	});
	proxy.listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	const address = proxy.address();
	if (address === null || typeof address === 'string') throw new Error('It has no port.');
	const via = { host: '127.0.0.1', port: address.port, user: 'me', password: 's3cret' };
	const client: WorkspaceEndpointInput = {
		id: 'c',
		kind: 'tcp-client',
		name: 'client',
		host: '127.0.0.1',
		port: 1,
		via,
	};
	const { text, secrets } = writeWorkspace(newWorkspace({ endpoints: [client] }));
	expect(text).not.toContain('s3cret');
	const file = join(data, 'workspace.wirebench.json');
	writeFileSync(file, text);
	writeFileSync(join(data, 'workspace.secrets.json'), JSON.stringify(secrets));

	const bench = wirebench(['run', file], { env: { WIREBENCH_DATA: data } });
	expect((await login).toString('latin1')).toBe('\x01\x02me\x06s3cret');
	expect(await bench.exit()).toBe(EXIT.failed);
	expect(bench.stderr()).toMatch(/^client: /);
	expect(bench.stderr()).not.toContain('s3cret');
	proxy.close();
});
