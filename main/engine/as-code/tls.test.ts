import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { opensslCertificate, testFolder } from '../tls/openssl.fixture.ts';
import { isWritten, noCompiler, runProgram, ways } from './program.fixture.ts';

const escaped = (text: string) => ({ format: 'escaped' as const, text });

/** A server that answers one message in capitals and ends, with a certificate in files. */
function server(files: { cert: string; key: string }) {
	const file = (path: string) => ({ from: 'file' as const, path });
	return endpointConfigSchema.parse({
		kind: 'tcp-server',
		name: 'secret',
		port: 0,
		tls: { identity: { from: 'own', cert: file(files.cert), key: file(files.key) } },
		responder: { rules: [{ match: { type: 'any' }, reply: escaped('{{data|upper}}!'), after: 'end' }] },
	});
}

/** What a server answers behind TLS, whose certificate is that of a file. */
async function securely(port: number, ca: string, message: string): Promise<string> {
	const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: readFileSync(ca) });
	let text = '';
	socket.on('data', (data: Buffer) => {
		text += data.toString('latin1');
	});
	await once(socket, 'secureConnect');
	socket.write(message, 'latin1');
	await once(socket, 'end');
	socket.destroy();
	return text;
}

const some = ways.filter((way) => isWritten(server({ cert: 'a', key: 'b' }), way) && way.language !== 'c');

describe.each(some)('$language, $style: TLS', (way) => {
	it('of a server: the bytes that a client receives behind it', async ({ skip }) => {
		skip(noCompiler(way) !== undefined, noCompiler(way));
		const files = opensslCertificate(testFolder());
		const { local } = await new TestBench().start(server(files));
		const program = runProgram(server(files), way);
		const found = await program.printed(/listening on\D*127\.0\.0\.1\D+(\d+)/);
		const ours = await securely(local.port, files.cert, 'abc\xff');
		expect(await securely(Number(found[1]), files.cert, 'abc\xff'), program.output()).toBe(ours);
	});

	it('of a client, which verifies the server', async ({ skip }) => {
		const files = opensslCertificate(testFolder());
		const { local } = await new TestBench().start(server(files));
		const client = (ca: string | undefined) =>
			endpointConfigSchema.parse({
				kind: 'tcp-client',
				name: 'client',
				host: '127.0.0.1',
				port: local.port,
				tls: { servername: 'localhost', ...(ca === undefined ? {} : { ca: { from: 'file', path: ca } }) },
				responder: { onOpen: { reply: escaped('hello') }, rules: [] },
			});
		skip(!isWritten(client(files.cert), way), 'another style');
		skip(noCompiler(way) !== undefined, noCompiler(way));
		const program = runProgram(client(files.cert), way);
		expect(await program.exit(), program.output()).toBe(0);
		expect(program.output()).toContain('HELLO!');
		const stranger = runProgram(client(undefined), way);
		expect(await stranger.exit(), stranger.output()).not.toBe(0);
	});
});
