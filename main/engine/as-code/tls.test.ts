import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect as connectPlain } from 'node:net';
import { connect } from 'node:tls';
import { beforeEach, describe, expect, it } from 'vitest';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { opensslCertificate, testFolder } from '../tls/openssl.fixture.ts';
import { isWritten, noCompiler, runProgram, ways } from './program.fixture.ts';

const escaped = (text: string) => ({ format: 'escaped' as const, text });

interface Files {
	readonly cert: string;
	readonly key: string;
}

const file = (path: string) => ({ from: 'file' as const, path });

/** The TLS of a server with a certificate in files. */
const identityOf = ({ cert, key }: Files, alpn: readonly string[] = []) => ({
	identity: { from: 'own' as const, cert: file(cert), key: file(key) },
	alpn: [...alpn],
});

/** Answers one message in capitals, and ends. */
const PLAIN = {
	kind: 'tcp-server' as const,
	name: 'secret',
	port: 0,
	responder: { rules: [{ match: { type: 'any' as const }, reply: escaped('{{data|upper}}!'), after: 'end' as const }] },
};

/** The same with a certificate in files. */
function server(files: Files, alpn: readonly string[] = []) {
	return endpointConfigSchema.parse({ ...PLAIN, tls: identityOf(files, alpn) });
}

/** What a server answers behind TLS, whose certificate is that of a file; without one, TLS is not used. */
async function securely(port: number, ca: string | undefined, message: string): Promise<string> {
	const socket =
		ca === undefined
			? connectPlain(port, '127.0.0.1')
			: connect({ port, host: '127.0.0.1', servername: 'localhost', ca: readFileSync(ca) });
	let text = '';
	socket.on('data', (data: Buffer) => {
		text += data.toString('latin1');
	});
	await once(socket, ca === undefined ? 'connect' : 'secureConnect');
	socket.write(message, 'latin1');
	await once(socket, 'end');
	socket.destroy();
	return text;
}

const some = ways.filter((way) => isWritten(server({ cert: 'a', key: 'b' }), way) && way.language !== 'c');

describe.each(some)('$language, $style: TLS', (way) => {
	beforeEach(({ skip }) => skip(noCompiler(way) !== undefined, noCompiler(way)));

	it('of a server: the bytes that a client receives behind it', async () => {
		const files = opensslCertificate(testFolder());
		const { local } = await new TestBench().start(server(files));
		const program = runProgram(server(files), way);
		const found = await program.printed(/listening on\D*127\.0\.0\.1\D+(\d+)/);
		const ours = await securely(local.port, files.cert, 'abc\xff');
		expect(await securely(Number(found[1]), files.cert, 'abc\xff'), program.output()).toBe(ours);
	});

	it.each(isWritten(client(1, 'a'), way) ? ['client'] : [])('of a %s, which verifies the server', async () => {
		const files = opensslCertificate(testFolder());
		const { local } = await new TestBench().start(server(files));
		const program = runProgram(client(local.port, files.cert), way);
		expect(await program.exit(), program.output()).toBe(0);
		expect(program.output()).toContain('HELLO\n\xff%Q!');
		const stranger = runProgram(client(local.port, undefined), way);
		expect(await stranger.exit(), stranger.output()).not.toBe(0);
	});
});

/** A client that sends one message; without `ca` it trusts what the system trusts. */
function client(port: number, ca: string | undefined, alpn: readonly string[] = []) {
	const trusted = ca === undefined ? {} : { ca: { from: 'file' as const, path: ca } };
	return endpointConfigSchema.parse({
		kind: 'tcp-client',
		name: 'client',
		host: '127.0.0.1',
		port,
		tls: { servername: 'localhost', alpn, ...trusted },
		responder: { onOpen: { reply: escaped('hello\\n\\xff%Q') }, rules: [] },
	});
}

describe('openssl s_client', () => {
	const way = { language: 'shell', style: 'openssl' } as const;

	it('sends the bytes of the endpoint behind TLS, with its name and protocol, and prints the answer', async () => {
		const files = opensslCertificate(testFolder());
		const bench = new TestBench();
		const { id, local } = await bench.start(server(files, ['ours', 'theirs']));
		const program = runProgram(client(local.port, files.cert, ['theirs']), way);
		expect(await program.exit(), program.output()).toBe(0);
		expect(program.output()).toContain('HELLO\n\xff%Q!');
		await bench.start(client(local.port, files.cert, ['theirs']));
		await expect.poll(() => bench.engine.endpoint(id)?.bytesIn).toBe(2 * 'hello\n\xff%Q'.length);
		const stranger = runProgram(client(local.port, undefined), way);
		expect(await stranger.exit(), stranger.output()).not.toBe(0);
	});
});

/** The ways that write a proxy with TLS. */
const proxies = ways.filter(
	({ language, style }) => ['asyncio', 'await', 'goroutines'].includes(style) && language !== 'c',
);

describe.each(proxies)('$language, $style: TLS of a proxy', (way) => {
	beforeEach(({ skip }) => skip(noCompiler(way) !== undefined, noCompiler(way)));

	it.each([
		['on both sides', true, true],
		['towards clients', true, false],
		['towards the target', false, true],
	] as const)('%s: the bytes that a client receives through it', async (_where, toClients, toTarget) => {
		const files = opensslCertificate(testFolder());
		const bench = new TestBench();
		const { local } = await bench.start(toTarget ? server(files) : PLAIN);
		const proxy = endpointConfigSchema.parse({
			kind: 'tcp-proxy',
			name: 'between',
			host: '127.0.0.1',
			port: 0,
			target: { host: '127.0.0.1', port: local.port },
			...(toClients && { tls: identityOf(files) }),
			...(toTarget && { targetTls: { servername: 'localhost', ca: file(files.cert) } }),
		});
		const ca = toClients ? files.cert : undefined;
		const ours = await securely((await bench.start(proxy)).local.port, ca, 'abc\xff');
		const program = runProgram(proxy, way);
		const found = await program.printed(/listening on\D*127\.0\.0\.1\D+(\d+)/);
		expect(await securely(Number(found[1]), ca, 'abc\xff'), program.output()).toBe(ours);
		expect(ours).toBe('ABC\xff!');
	});
});
