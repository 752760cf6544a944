import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EndpointConfigInput } from '../../../common/endpoints/index.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { openssl, opensslCertificate, sServer, TlsPeer, testFolder } from './openssl.fixture.ts';

type ClientTlsInput = Extract<EndpointConfigInput, { kind: 'tcp-client' }>['tls'];

const file = (path: string) => ({ from: 'file' as const, path });
const client = (port: number, tls: ClientTlsInput, more: object = {}) => ({
	kind: 'tcp-client' as const,
	name: 'secure client',
	host: '127.0.0.1',
	port,
	tls,
	...more,
});

/** Starts a client that must fail; returns the error on its card. */
async function refused(bench: TestBench, config: EndpointConfigInput) {
	const { id } = bench.create(config);
	await bench.engine.start(id).catch(() => undefined);
	await new Promise<void>((resolve) => {
		const look = () => {
			bench.engine.takeChanges();
			if (bench.engine.endpoint(id)?.status === 'failed') resolve();
		};
		bench.engine.onChange(look);
		look();
	});
	return bench.engine.endpoint(id)?.error;
}

describe('a server of openssl', () => {
	test('is verified by its CA file, and the negotiated parameters are reported', async () => {
		const bench = new TestBench();
		const { cert, key } = opensslCertificate(testFolder());
		const { port, peer } = await sServer('-cert', cert, '-key', key, '-alpn', 'wire');
		const tls = { ca: file(cert), servername: 'localhost', alpn: ['h2', 'wire'] };
		const { id } = bench.create(client(port, tls));
		await bench.engine.start(id);
		const [connection] = bench.engine.connections();
		expect(connection?.tls).toMatchObject({
			version: 'TLSv1.3',
			alpn: 'wire',
			servername: 'localhost',
			trust: 'verified',
			chain: [{ subject: 'CN=server', names: ['DNS:localhost', 'IP Address:127.0.0.1'] }],
		});
		await bench.engine.send({ endpoint: id, bytes: Buffer.from('to openssl\n') });
		await peer.printed('to openssl');
		peer.process.stdin.write('from openssl\n');
		await bench.sink.waitFor(({ text }) => text === 'from openssl\n');
		expect(bench.sink.story(1)).toEqual(['open', 'note', 'out to openssl\n', 'in from openssl\n']);
	});

	test.each([
		['self-signed', [], {}, 'is signed by itself'],
		[
			'wrong-name',
			[],
			{ servername: 'other.test' },
			'It is for DNS:localhost, IP Address:127.0.0.1, and not for other.test.',
		],
		['expired', ['-not_after'], {}, 'has expired'],
	] as const)('whose certificate is %s is refused with its chain', async (reason, flags, more, says) => {
		const bench = new TestBench();
		const folder = testFolder();
		const { cert, key } = opensslCertificate(folder);
		if (flags.length > 0) {
			const request = join(folder, 'request.pem');
			openssl('req', '-new', '-key', key, '-subj', '/CN=server', '-out', request);
			openssl('x509', '-req', '-in', request, '-signkey', key, '-days', '-1', '-out', cert);
		}
		const { port } = await sServer('-cert', cert, '-key', key);
		const ca = reason === 'self-signed' ? {} : { ca: file(cert) };
		const error = await refused(bench, client(port, { ...ca, ...more }));
		expect(error).toMatchObject({
			code: 'tls',
			message: expect.stringContaining(says),
			details: {
				tls: { reason, chain: [{ subject: 'CN=server', issuer: 'CN=server', pem: readFileSync(cert, 'utf8') }] },
				hint: expect.any(String),
			},
		});
		expect(bench.engine.connections()).toEqual([]);
		const { id } = bench.create(client(port, { ...more, verify: false }));
		await bench.engine.start(id);
		expect(bench.engine.connections()[0]?.tls).toMatchObject({ trust: 'not-verified', why: expect.any(String) });
	});

	test('whose authority is unknown is refused, and accepted once it is trusted', async () => {
		const bench = new TestBench();
		const folder = testFolder();
		const ca = opensslCertificate(folder, 'ca');
		const { cert, key } = opensslCertificate(folder, 'leaf', '-CA', ca.cert, '-CAkey', ca.key);
		const { port } = await sServer('-cert', cert, '-key', key);
		expect(await refused(bench, client(port, {}))).toMatchObject({
			details: { tls: { reason: 'unknown-authority', chain: [{ subject: 'CN=leaf', issuer: 'CN=ca' }] } },
		});
		const { id } = bench.create(client(port, { ca: { from: 'text', pem: readFileSync(ca.cert, 'utf8') } }));
		expect(await bench.engine.start(id)).toMatchObject({ status: 'open' });
	});

	test('that requires a certificate is reported on the card, and accepts ours', async () => {
		const bench = new TestBench();
		const folder = testFolder();
		const { cert, key } = opensslCertificate(folder);
		const mine = opensslCertificate(folder, 'alice');
		const { port, peer } = await sServer(
			'-cert',
			cert,
			'-key',
			key,
			'-CAfile',
			mine.cert,
			'-Verify',
			'1',
			'-verify_return_error',
		);
		const error = await refused(bench, client(port, { ca: file(cert) }));
		expect(error).toMatchObject({ code: 'tls', details: { tls: { reason: 'certificate-required' } } });
		const identity = { from: 'own' as const, cert: file(mine.cert), key: file(mine.key) };
		const { id } = bench.create(client(port, { ca: file(cert), identity }));
		await bench.engine.start(id);
		await bench.engine.send({ endpoint: id, bytes: Buffer.from('it is alice\n') });
		await peer.printed('it is alice');
	});

	test('with other versions or protocols is refused with a sentence, and not retried', async () => {
		const bench = new TestBench();
		const { cert, key } = opensslCertificate(testFolder());
		const { port } = await sServer('-cert', cert, '-key', key, '-alpn', 'h2', '-tls1_2');
		const tls = { verify: false, minVersion: 'TLSv1.3' as const };
		const reconnect = { firstMs: 10, maxMs: 10, attempts: 0 };
		const error = await refused(bench, client(port, tls, { reconnect }));
		expect(error).toMatchObject({ details: { tls: { reason: 'version' } } });
		expect(await refused(bench, client(port, { verify: false, alpn: ['other'] }))).toMatchObject({
			details: { tls: { reason: 'alpn' } },
		});
	});
});

describe('a server without TLS', () => {
	test('that answers in plaintext, ends, or stays silent is reported', async () => {
		const bench = new TestBench();
		const onOpen = { reply: { format: 'text' as const, text: '220 ready\n' } };
		const plain = { kind: 'tcp-server' as const, name: 'plain', port: 0 };
		const talks = await bench.start({ ...plain, responder: { onOpen, rules: [] } });
		const ends = await bench.start({ ...plain, responder: { onOpen: { after: 'end' }, rules: [] } });
		const silent = await bench.start(plain);
		const reason = async (port: number, more: object = {}) =>
			(await refused(bench, client(port, { ...more })))?.details.tls?.reason;
		expect(await reason(talks.local.port)).toBe('not-tls');
		expect(await reason(ends.local.port)).toBe('ended');
		expect(await reason(silent.local.port, { handshakeTimeoutMs: 200 })).toBe('timeout');
	});
});

describe('both ends in one Wirebench', () => {
	test('trust each other: half-close, reset, back-pressure and a large message work as without', async () => {
		const bench = new TestBench({ tlsFolder: testFolder() });
		const responder = {
			rules: [{ match: { type: 'any' as const }, reply: { format: 'text' as const, text: '{{data}}' } }],
		};
		const started = await bench.start({
			kind: 'tcp-server',
			name: 'server',
			port: 0,
			responder,
			tls: { clientCert: 'require' },
		});
		const made = { identity: { from: 'made' as const, names: ['me'] } };
		const { id } = bench.create(client(started.local.port, made, { host: 'localhost', afterPeerEnd: 'keep' }));
		await bench.engine.start(id);
		const mine = bench.connection(id);
		await bench.sink.until(() => bench.engine.connections().length === 2);
		const theirs = bench.connection(started.id);
		expect(bench.engine.connection(theirs)?.tls).toMatchObject({ trust: 'verified', servername: 'localhost' });
		const bytes = Buffer.alloc(3 * 1024 * 1024, 'abcdefghij');
		await bench.engine.send({ endpoint: id, bytes });
		bench.engine.endConnection(mine);
		await bench.sink.waitFor(
			({ connection, kind, direction }) => connection === mine && kind === 'end' && direction === 'in',
		);
		expect(bench.sink.bytes(theirs, 'in').equals(bytes)).toBe(true);
		expect(bench.sink.bytes(mine, 'in').equals(bytes)).toBe(true);
		await bench.sink.waitFor(({ connection, kind }) => connection === theirs && kind === 'close');
		expect(bench.sink.story(theirs).slice(-2)).toEqual(['end out', 'close']);
	});

	test('a reset is a reset, and a stop in the middle of a handshake cancels it', async () => {
		const bench = new TestBench();
		const started = await bench.start({ kind: 'tcp-server', name: 'server', port: 0, tls: {} });
		const { id } = bench.create(client(started.local.port, {}));
		await bench.engine.start(id);
		const mine = bench.connection(id);
		await bench.sink.until(() => bench.engine.connections().length === 2);
		const theirs = bench.connection(started.id);
		bench.engine.resetConnection(theirs);
		await bench.sink.waitFor(({ connection, kind }) => connection === mine && kind === 'close');
		expect(bench.sink.story(theirs)).toEqual(['open', 'note', 'reset out', 'close']);
		expect(bench.sink.story(mine)).toEqual(['open', 'note', 'reset in', 'close']);
		const silent = await bench.start({ kind: 'tcp-server', name: 'silent', port: 0 });
		const waiting = bench.create(client(silent.local.port, { handshakeTimeoutMs: 600_000 }));
		const starting = bench.engine.start(waiting.id);
		await bench.sink.waitFor(({ connection, kind }) => connection !== 0 && kind === 'data');
		await Promise.all([bench.engine.stop(waiting.id), expect(starting).rejects.toMatchObject({ code: 'wrong-state' })]);
	});
});

describe('the authority', () => {
	test('is created once, only readable by its owner, and is the same for the next engine', async () => {
		const folder = join(testFolder(), 'tls');
		const [one, two] = await Promise.all([
			new TestBench({ tlsFolder: folder }).engine.authority.certificate(),
			new TestBench({ tlsFolder: folder }).engine.authority.certificate(),
		]);
		expect(one).toBe(two);
		const file = join(folder, 'wirebench-ca.pem');
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(readdirSync(folder)).toEqual(['wirebench-ca.pem']);
		expect(openssl('x509', '-in', file, '-noout', '-ext', 'basicConstraints')).toContain('CA:TRUE');
	});

	test('that is damaged, or cannot be stored, fails the start of its users with advice', async () => {
		const folder = testFolder();
		writeFileSync(join(folder, 'wirebench-ca.pem'), 'nothing of use');
		const server = { kind: 'tcp-server' as const, name: 'server', port: 0, tls: {} };
		const damaged = new TestBench({ tlsFolder: folder });
		expect(await refused(damaged, server)).toMatchObject({
			code: 'tls',
			message: expect.stringMatching(/wirebench-ca\.pem is damaged\.$/),
			details: { hint: expect.stringContaining('Move the file away') },
		});
		const nowhere = new TestBench({ tlsFolder: join(folder, 'wirebench-ca.pem', 'below') });
		expect(await refused(nowhere, server)).toMatchObject({
			code: 'tls',
			message: expect.stringContaining('ENOTDIR'),
		});
	});
});

test('a program in Python is served and verified', async () => {
	const folder = testFolder();
	const bench = new TestBench({ tlsFolder: folder });
	const started = await bench.start({
		kind: 'tcp-server',
		name: 'server',
		port: 0,
		tls: { maxVersion: 'TLSv1.2' },
		responder: { onOpen: { reply: { format: 'text', text: 'bye' }, after: 'end' }, rules: [] },
	});
	const program = `
import socket, ssl, sys
context = ssl.create_default_context(cafile=sys.argv[1])
with context.wrap_socket(socket.create_connection(('127.0.0.1', int(sys.argv[2]))), server_hostname='py.test') as s:
    print(s.version(), s.recv(10), s.recv(10))
`;
	const python = new TlsPeer('python3', ['-c', program, join(folder, 'wirebench-ca.pem'), String(started.local.port)]);
	await python.printed("TLSv1.2 b'bye' b''");
	await bench.sink.waitFor(({ kind }) => kind === 'close');
	expect(bench.sink.story(1)).toEqual(['open', 'note', 'out bye', 'end out', 'end in', 'close']);
});
