import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TestBench } from '../testing/workbench.fixture.ts';
import { opensslCertificate, sClient, sServer, TlsPeer, testFolder } from '../tls/openssl.fixture.ts';
import { collect, connectTo, startProxy, Target } from './proxy.fixture.ts';

const contains = (from: string, to: string) => ({
	match: { type: 'contains' as const, pattern: { format: 'text' as const, text: from } },
	replace: { format: 'text' as const, text: to },
	scope: 'matches' as const,
});

describe('TLS on either side', () => {
	test('towards clients: openssl verifies the proxy, a plain target gets plaintext, rewritten', async () => {
		const folder = testFolder();
		const bench = new TestBench({ tlsFolder: folder });
		const ca = join(folder, 'exported.pem');
		writeFileSync(ca, await bench.engine.authority.certificate());
		const target = new Target();
		const rewrite = { toTarget: [contains('secret', 'public')] };
		const started = await startProxy(bench, await target.listen(), { tls: {}, rewrite });
		const client = sClient(started.local.port, '-CAfile', ca, '-verify_return_error', '-quiet', '-no_ign_eof');
		client.process.stdin.write('a secret');
		const there = await target.accepted();
		expect(String((await once(there, 'data'))[0])).toBe('a public');
		there.write('understood');
		await client.printed('understood');
		expect(bench.engine.connection(1)?.tls?.version).toBe('TLSv1.3');
		expect(bench.engine.connection(2)?.tls).toBeUndefined();
		expect(String(bench.sink.bytes(1, 'in'))).toBe('a secret');
		client.process.stdin.end();
		expect(String(await collect(there))).toBe('');
		there.end();
		await bench.sink.until(() => bench.engine.connections().length === 0);
	});

	test('towards the target: a plain client reaches openssl s_server, and an untrusted one is reported', async () => {
		const folder = testFolder();
		const { cert, key } = opensslCertificate(folder);
		const { peer, port } = await sServer('-cert', cert, '-key', key);
		const bench = new TestBench({ tlsFolder: folder });
		const doubting = await startProxy(bench, port, { name: 'doubting', targetTls: {} });
		const refused = await connectTo(doubting);
		expect(String(await collect(refused))).toBe('');
		const error = await bench.sink.waitFor(({ kind }) => kind === 'error');
		expect(error.text).toMatch(/certificate/i);

		const trusting = await startProxy(bench, port, { targetTls: { ca: { from: 'file', path: cert } } });
		const client = await connectTo(trusting);
		client.write('in the clear');
		await peer.printed('in the clear');
		peer.process.stdin.write('and back');
		expect(String((await once(client, 'data'))[0])).toBe('and back');
		const there = bench.engine.connections().find(({ proxy }) => proxy?.side === 'target');
		expect(there?.tls?.trust).toBe('verified');
	});

	test('on both sides, curl reaches openssl through the proxy, each with a certificate of its own', async () => {
		const folder = testFolder();
		const bench = new TestBench({ tlsFolder: folder });
		const ca = join(folder, 'exported.pem');
		writeFileSync(ca, await bench.engine.authority.certificate());
		const { cert, key } = opensslCertificate(folder);
		const { port } = await sServer('-cert', cert, '-key', key, '-www');
		const sides = { tls: {}, targetTls: { ca: { from: 'file' as const, path: cert } } };
		const { local } = await startProxy(bench, port, sides);
		const curl = new TlsPeer('curl', ['-sS', '--cacert', ca, `https://localhost:${local.port}/`]);
		await curl.ended;
		expect(curl.output).toContain('Ciphers supported in s_server binary');
		expect(String(bench.sink.bytes(1, 'in'))).toContain('GET / HTTP/1.1');
		expect(bench.sink.bytes(2, 'out')).toEqual(bench.sink.bytes(1, 'in'));
		expect(bench.sink.bytes(1, 'out')).toEqual(bench.sink.bytes(2, 'in'));
	});
});
