import { once } from 'node:events';
import { connect, createServer, type Server as NetServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type Server, type TlsOptions } from 'node:tls';
import type { z } from 'zod';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { type TlsFacts, tlsClientSchema, tlsServerSchema } from '../../../common/contract/config/tls.ts';
import { Authority, ServerTls, secureDial, tlsFacts } from '../tls/index.ts';
import { CheckFailure } from './speech.ts';

export type ServerInput = z.input<typeof tlsServerSchema>;
export type ClientInput = z.input<typeof tlsClientSchema>;

const HOST = '127.0.0.1';

/** A side of a handshake: its socket, or why it has none. */
export type Side = Socket | WirebenchError;

/** An authority of its own, as a data folder has one, for the certificates of all checks. */
export const authority = new Authority(undefined);

function asFailure(error: unknown): WirebenchError {
	if (error instanceof WirebenchError) return error;
	throw error;
}

function portOf(server: NetServer): number {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new CheckFailure(({ words }) => words.noPort);
	return address.port;
}

/** A TLS server of the engine on loopback. */
export interface Listening {
	readonly port: number;
	/** Resolves with the result of the next handshake. */
	next(): Promise<Side>;
}

/** Runs `work` with a TLS server of these settings; everything of it is closed then. */
export async function withServer<T>(input: ServerInput, work: (server: Listening) => Promise<T>): Promise<T> {
	const secure = await ServerTls.prepare(tlsServerSchema.parse(input), authority, HOST);
	const sockets = new Set<Socket>();
	const results: Side[] = [];
	const waiting: ((side: Side) => void)[] = [];
	const server = createServer((raw) => {
		sockets.add(raw);
		secure.secure(raw, HOST, (result) => {
			const side = 'socket' in result ? result.socket : result.error;
			const deliver = waiting.shift();
			if (deliver === undefined) results.push(side);
			else deliver(side);
		});
	});
	server.listen(0, HOST);
	await once(server, 'listening');
	const next = (): Promise<Side> => {
		const side = results.shift();
		return side === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(side);
	};
	try {
		return await work({ port: portOf(server), next });
	} finally {
		for (const socket of sockets) socket.destroy();
		server.close();
	}
}

/** Runs `work` with the port of a TLS server of Node's own, as other programs are; it is closed then. */
export async function withNodeServer<T>(
	options: TlsOptions,
	work: (port: number, server: Server) => Promise<T>,
): Promise<T> {
	const server = createTlsServer(options);
	server.on('tlsClientError', () => undefined);
	server.listen(0, HOST);
	await once(server, 'listening');
	try {
		return await work(portOf(server), server);
	} finally {
		server.close();
	}
}

/** Connects a client of the engine with these settings. */
export async function dial(port: number, input: ClientInput): Promise<Side> {
	const reach = async (): Promise<Socket> => {
		const raw = connect({ host: HOST, port, allowHalfOpen: true });
		await once(raw, 'connect');
		return raw;
	};
	const target = { host: 'localhost', port };
	const secured = secureDial(reach, tlsClientSchema.parse(input), target, authority);
	return secured(new AbortController().signal, () => undefined).catch(asFailure);
}

/** Both sides of a handshake. */
export interface Sides {
	readonly client: Side;
	readonly server: Side;
}

/** One handshake between a client and a server of the engine; both are closed after `work`. */
export function handshake<T>(server: ServerInput, client: ClientInput, work: (sides: Sides) => Promise<T>): Promise<T> {
	return withServer(server, async (listening) => {
		const dialled = await dial(listening.port, client);
		try {
			return await work({ client: dialled, server: await listening.next() });
		} finally {
			if (!(dialled instanceof WirebenchError)) dialled.destroy();
		}
	});
}

/** The sockets of a handshake that both sides have completed. */
interface Completed {
	readonly client: Socket;
	readonly server: Socket;
}

/** As `handshake`; throws the first error of a side that has not completed it. */
export function completedHandshake<T>(
	server: ServerInput,
	client: ClientInput,
	work: (sockets: Completed) => Promise<T>,
): Promise<T> {
	return handshake(server, client, async (sides) => {
		if (sides.client instanceof WirebenchError) throw sides.client;
		if (sides.server instanceof WirebenchError) throw sides.server;
		return work({ client: sides.client, server: sides.server });
	});
}

/** The negotiated parameters of a side. */
export function factsOf(socket: Socket): TlsFacts {
	const facts = tlsFacts(socket);
	if (facts === undefined) throw new CheckFailure(({ words }) => words.noFacts);
	return facts;
}

/** Resolves with the next `length` bytes of a socket, or more; fails when it ends before. */
export function receive(socket: Socket, length: number): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let have = 0;
		const finish = (settle: () => void): void => {
			socket.off('data', more).off('error', reject).off('close', closed);
			settle();
		};
		const more = (chunk: Buffer): void => {
			chunks.push(chunk);
			have += chunk.length;
			if (have >= length) finish(() => resolve(Buffer.concat(chunks)));
		};
		const closed = (): void => finish(() => reject(new CheckFailure(({ words }) => words.cutOff(have, length))));
		socket.on('data', more).once('error', reject).once('close', closed);
	});
}

/** Sends text from one socket and checks that it arrives at the other. */
export async function passes(from: Socket, to: Socket, text: string): Promise<void> {
	const arrived = receive(to, text.length);
	from.write(text);
	const got = (await arrived).toString('latin1');
	if (got !== text) throw new CheckFailure(({ words }) => words.otherBytes);
}
