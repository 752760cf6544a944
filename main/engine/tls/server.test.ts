import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { EndpointConfigInput } from '../../../common/endpoints/index.ts';
import { type Started, TestBench } from '../testing/workbench.fixture.ts';
import { openssl, opensslCertificate, sClient, TlsPeer, testFolder } from './openssl.fixture.ts';

type ServerTlsInput = Extract<EndpointConfigInput, { kind: 'tcp-server' }>['tls'];

const echo = { rules: [{ match: { type: 'any' as const }, reply: { format: 'text' as const, text: '{{data}}' } }] };

const server = (tls: ServerTlsInput, more: object = {}) => ({
	kind: 'tcp-server' as const,
	name: 'secure',
	port: 0,
	responder: echo,
	tls,
	...more,
});

/** A bench whose authority is in a folder, and the file of its certificate alone. */
async function benchWithCa(): Promise<{ bench: TestBench; folder: string; ca: string }> {
	const folder = testFolder();
	const bench = new TestBench({ tlsFolder: folder });
	const ca = join(folder, 'exported.pem');
	writeFileSync(ca, await bench.engine.authority.certificate());
	return { bench, folder, ca };
}

const port = ({ local }: Started) => local.port;
const errors = (bench: TestBench) => bench.sink.events.filter(({ kind }) => kind === 'error');
const anError = (bench: TestBench) => bench.sink.waitFor(({ kind }) => kind === 'error');

/** Sends raw bytes to a port; resolves with the socket. */
async function plain(to: number, bytes: string): Promise<Socket> {
	const socket = connect(to, '127.0.0.1').resume();
	socket.on('error', () => undefined);
	onTestFinished(() => {
		socket.destroy();
	});
	await once(socket, 'connect');
	socket.write(bytes);
	return socket;
}

describe('a generated certificate', () => {
	test('for a name that is not ASCII: openssl and a client of ours request its wire form, and verify it', async () => {
		const { bench, ca } = await benchWithCa();
		const started = await bench.start(
			server({ identity: { from: 'made', names: ['münchen.test', '*.münchen.test'] } }),
		);
		const name = 'a.xn--mnchen-3ya.test';
		const client = sClient(
			port(started),
			...[
				'-CAfile',
				ca,
				'-servername',
				name,
				'-verify_hostname',
				name,
				'-verify_return_error',
				'-quiet',
				'-no_ign_eof',
			],
		);
		client.process.stdin.write('hello');
		await client.printed('hello');
		const { id } = bench.create({
			...{ kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: port(started) },
			tls: { servername: 'münchen.test' },
		});
		await bench.engine.start(id);
		// The client sees the end of the handshake before the server does.
		await bench.sink.until(() => bench.sink.connections.size === 3);
		const facts = bench.engine.connections().flatMap(({ tls }) => (tls === undefined ? [] : [tls]));
		const names = ['a.xn--mnchen-3ya.test', 'xn--mnchen-3ya.test', 'xn--mnchen-3ya.test'];
		expect(facts.map(({ servername }) => servername).toSorted()).toEqual(names.toSorted());
		expect(facts.filter(({ trust }) => trust === 'verified')).toHaveLength(1);
	});

	test('is verified by openssl for a requested name; the negotiated parameters are noted', async () => {
		const { bench, ca } = await benchWithCa();
		const started = await bench.start(server({ alpn: ['h2', 'wire'] }));
		const client = sClient(
			port(started),
			...['-CAfile', ca, '-servername', 'some.where.test', '-verify_hostname', 'some.where.test'],
			...['-verify_return_error', '-alpn', 'wire', '-tls1_3', '-quiet', '-no_ign_eof'],
		);
		client.process.stdin.write('hello');
		await client.printed('hello');
		const [connection] = bench.engine.connections();
		expect(connection?.tls).toMatchObject({
			version: 'TLSv1.3',
			cipher: expect.stringMatching(/^TLS_/),
			alpn: 'wire',
			servername: 'some.where.test',
			trust: 'none',
		});
		expect(bench.sink.story(1)).toEqual(['open', 'note', 'in hello', 'out hello']);
		const note = bench.sink.events.find(({ kind }) => kind === 'note');
		expect(note?.text).toContain('TLSv1.3');
		expect(note?.text).toContain('some.where.test');
		expect(note?.text).toContain('plaintext');
		client.process.stdin.end();
		await bench.sink.waitFor(({ kind }) => kind === 'close');
		expect(bench.sink.story(1).slice(-3)).toEqual(['end in', 'end out', 'close']);
	});

	test('is trusted by curl with the exported authority, and not without', async () => {
		const { bench, ca } = await benchWithCa();
		const page = 'HTTP/1.1 200 OK\\r\\nContent-Length: 5\\r\\nConnection: close\\r\\n\\r\\nhello';
		const rules = [
			{ match: { type: 'any' as const }, reply: { format: 'escaped' as const, text: page }, after: 'end' as const },
		];
		const started = await bench.start(server({}, { responder: { rules } }));
		const url = `https://localhost:${port(started)}/`;
		const curl = new TlsPeer('curl', [
			'-sS',
			'--http1.1',
			'--cacert',
			ca,
			'--resolve',
			`localhost:${port(started)}:127.0.0.1`,
			url,
		]);
		await curl.printed('hello');
		const distrusting = new TlsPeer('curl', ['-sS', '--max-time', '120', url]);
		await distrusting.ended;
		expect(distrusting.output).toContain('(60)');
		const { text } = await anError(bench);
		expect(text).toMatch(/^No TLS with 127\.0\.0\.1:\d+: it does not trust the authority of our certificate\.$/);
	});

	test.each([
		['expired', 'certificate has expired'],
		['not-yet-valid', 'certificate is not yet valid'],
		['self-signed', 'self-signed certificate'],
	] as const)('that is %s is reported as such by openssl', async (flaw, says) => {
		const { bench, ca } = await benchWithCa();
		const started = await bench.start(server({ identity: { from: 'made', flaw } }));
		const client = sClient(port(started), '-CAfile', ca, '-verify_return_error');
		await client.printed(says);
		await client.ended;
		await anError(bench);
	});

	test('for chosen names is valid for no other', async () => {
		const { bench, ca } = await benchWithCa();
		const started = await bench.start(server({ identity: { from: 'made', names: ['one.test'] } }));
		const client = sClient(
			port(started),
			'-CAfile',
			ca,
			'-servername',
			'two.test',
			'-verify_hostname',
			'two.test',
			'-verify_return_error',
		);
		await client.printed('mismatch');
	});
});

describe('client certificates', () => {
	test('that are required and missing are an alert there, and an error event here', async () => {
		const { bench } = await benchWithCa();
		const started = await bench.start(server({ clientCert: 'require' }));
		const client = sClient(port(started));
		await client.printed('alert certificate required');
		expect((await anError(bench)).text).toContain('showed no certificate, which is required');
		expect(bench.engine.connections()).toEqual([]);
		expect(bench.engine.endpoint(started.id)?.status).toBe('open');
	});

	test('are refused where no authority vouches for them, and accepted where their CA is given', async () => {
		const { bench, folder } = await benchWithCa();
		const { cert, key } = opensslCertificate(folder, 'alice');
		const strict = await bench.start(server({ clientCert: 'require' }));
		sClient(port(strict), '-cert', cert, '-key', key);
		expect((await anError(bench)).text).toMatch(/^The certificate of 127\.0\.0\.1:\d+ is signed by itself/);
		const open = await bench.start(server({ clientCert: 'require', ca: { from: 'file', path: cert } }));
		const client = sClient(port(open), '-cert', cert, '-key', key, '-quiet');
		client.process.stdin.write('hi');
		await client.printed('hi');
		expect(bench.engine.connections()[0]?.tls).toMatchObject({
			trust: 'verified',
			chain: [{ subject: 'CN=alice', fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/) }],
		});
	});

	test('that are only requested may be missing or untrusted', async () => {
		const { bench, folder } = await benchWithCa();
		const { cert, key } = opensslCertificate(folder, 'bob');
		const started = await bench.start(server({ clientCert: 'request' }));
		const without = sClient(port(started), '-quiet');
		without.process.stdin.write('one');
		await without.printed('one');
		const untrusted = sClient(port(started), '-cert', cert, '-key', key, '-quiet');
		untrusted.process.stdin.write('two');
		await untrusted.printed('two');
		expect(bench.engine.connections().map(({ tls }) => [tls?.trust, tls?.why])).toEqual([
			['none', undefined],
			['not-verified', 'it is signed by itself, so that nobody vouches for it.'],
		]);
	});
});

describe('a handshake that fails', () => {
	test.each([
		['plain HTTP', 'GET / HTTP/1.1\r\n\r\n', 'speaks plain HTTP'],
		['garbage', 'hello, is anybody there?\n', 'sent something that is not TLS'],
	])('over %s is an error event with the reason, and nothing else is affected', async (_what, bytes, says) => {
		const { bench } = await benchWithCa();
		const started = await bench.start(server({}));
		const other = sClient(port(started), '-quiet');
		other.process.stdin.write('before');
		await other.printed('before');
		await plain(port(started), bytes);
		expect((await anError(bench)).text).toContain(says);
		other.process.stdin.write('after');
		await other.printed('after');
	});

	test('over versions, ciphers or protocols names which', async () => {
		const { bench } = await benchWithCa();
		const started = await bench.start(server({ minVersion: 'TLSv1.3', alpn: ['h2'] }));
		await sClient(port(started), '-tls1_2').ended;
		await bench.sink.waitFor(({ text }) => text.includes('has no TLS version in common'));
		await sClient(port(started), '-alpn', 'http/1.1').ended;
		await bench.sink.waitFor(({ text }) => text.includes('none of the application protocols'));
		const ciphers = 'ECDHE-ECDSA-AES128-GCM-SHA256';
		const other = await bench.start(server({ maxVersion: 'TLSv1.2', ciphers }));
		await sClient(port(other), '-tls1_2', '-cipher', 'ECDHE-ECDSA-AES256-GCM-SHA384').ended;
		await bench.sink.waitFor(({ text }) => text.includes('has no cipher in common'));
	});

	test('that never ends is ended by its timeout, however slow its progress', async () => {
		const { bench } = await benchWithCa();
		const started = await bench.start(server({ handshakeTimeoutMs: 300 }));
		const socket = await plain(port(started), '\x16\x03\x01');
		const drip = setInterval(() => socket.write('\x00'), 50);
		onTestFinished(() => clearInterval(drip));
		expect((await anError(bench)).text).toMatch(/did not finish the handshake within 300 ms\.$/);
	});

	test('is reported at once when the client closes; one in progress ends with the server', async () => {
		const { bench } = await benchWithCa();
		const started = await bench.start(server({ handshakeTimeoutMs: 600_000 }));
		(await plain(port(started), '')).end();
		expect((await anError(bench)).text).toContain('ended the connection before the handshake was done');
		(await plain(port(started), '\x16\x03\x01')).resetAndDestroy();
		await bench.sink.until(() => errors(bench).length === 2);
		const waiting = await plain(port(started), '\x16');
		const closed = new Promise((resolve) => waiting.once('close', resolve));
		await bench.engine.stop(started.id);
		await closed;
		expect(errors(bench)).toHaveLength(2);
		expect(bench.sink.events.at(-1)?.kind).toBe('error');
	});
});

describe('certificate and key of a person', () => {
	test('come from files or as text, with a passphrase where the key has one', async () => {
		const { bench, folder } = await benchWithCa();
		const { cert, key } = opensslCertificate(folder);
		const encrypted = join(folder, 'encrypted.pem');
		openssl('pkcs8', '-topk8', '-in', key, '-out', encrypted, '-passout', 'pass:open sesame');
		const files = {
			from: 'own' as const,
			cert: { from: 'file' as const, path: cert },
			key: { from: 'file' as const, path: encrypted },
		};
		const refused = bench.create(server({ identity: files }));
		await expect(bench.engine.start(refused.id)).rejects.toMatchObject({
			code: 'tls',
			message: 'The private key is encrypted.',
			details: { path: 'tls.identity.key' },
		});
		const wrong = bench.create(server({ identity: { ...files, passphrase: 'open' } }));
		await expect(bench.engine.start(wrong.id)).rejects.toThrow('The passphrase does not fit');
		const started = await bench.start(server({ identity: { ...files, passphrase: 'open sesame' } }));
		const client = sClient(port(started), '-CAfile', cert, '-verify_return_error', '-quiet');
		client.process.stdin.write('own');
		await client.printed('own');
	});

	test('that do not match, are damaged, or are missing are refused with a sentence', async () => {
		const { bench, folder } = await benchWithCa();
		const one = opensslCertificate(folder, 'one');
		const two = opensslCertificate(folder, 'two');
		const file = (path: string) => ({ from: 'file' as const, path });
		const start = (cert: string, key: string) =>
			bench.engine.start(bench.create(server({ identity: { from: 'own', cert: file(cert), key: file(key) } })).id);
		await expect(start(one.cert, two.key)).rejects.toThrow('The private key does not belong to the certificate.');
		await expect(start(one.key, one.key)).rejects.toThrow('There is no certificate in what was given.');
		await expect(start(one.cert, one.cert)).rejects.toThrow('There is no private key in what was given.');
		await expect(start(join(folder, 'none.pem'), one.key)).rejects.toThrow(/none\.pem cannot be read \(ENOENT\)\.$/);
		const damaged = join(folder, 'damaged.pem');
		writeFileSync(damaged, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
		await expect(start(damaged, one.key)).rejects.toThrow('The certificate is damaged');
		expect(errors(bench)).toHaveLength(5);
	});

	test('never appear in the capture', async () => {
		const { bench, folder } = await benchWithCa();
		const { cert, key } = opensslCertificate(folder);
		const both = `${readFileSync(cert, 'utf8')}\n${readFileSync(key, 'utf8')}`;
		await bench.start(
			server({ identity: { from: 'own', cert: { from: 'text', pem: both }, passphrase: 'open sesame' } }),
		);
		const recorded = JSON.stringify([bench.sink.endpoints, bench.sink.events]);
		expect(recorded).toContain('BEGIN CERTIFICATE');
		expect(recorded).not.toContain('PRIVATE KEY');
		expect(recorded).not.toContain('sesame');
	});
});
