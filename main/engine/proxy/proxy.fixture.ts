import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { EndpointConfigInput } from '../../../common/endpoints/index.ts';
import type { Started, TestBench } from '../testing/workbench.fixture.ts';

export type ProxyInput = Partial<Extract<EndpointConfigInput, { kind: 'tcp-proxy' }>>;

/** A Node target that returns its connections in order of arrival. */
export class Target {
	readonly server = createServer({ allowHalfOpen: true });
	readonly #sockets: Socket[] = [];
	#taken = 0;

	async listen(): Promise<number> {
		this.server.listen(0, '127.0.0.1');
		await once(this.server, 'listening');
		this.server.on('connection', (socket) => {
			socket.on('error', () => undefined);
			this.#sockets.push(socket);
			this.server.emit('taken');
		});
		onTestFinished(() => {
			for (const socket of this.#sockets) socket.destroy();
			this.server.close();
		});
		const address = this.server.address();
		if (address === null || typeof address === 'string') throw new Error('It has a port.');
		return address.port;
	}

	async accepted(): Promise<Socket> {
		const which = this.#taken++;
		for (;;) {
			const socket = this.#sockets[which];
			if (socket) return socket;
			await once(this.server, 'taken');
		}
	}
}

export function startProxy(bench: TestBench, port: number, more: ProxyInput = {}): Promise<Started> {
	return bench.start({ kind: 'tcp-proxy', name: 'proxy', port: 0, target: { host: '127.0.0.1', port }, ...more });
}

/** A plain client that stays half open. */
export async function connectTo({ local }: Started): Promise<Socket> {
	const socket = connect({ host: local.address, port: local.port, allowHalfOpen: true });
	socket.on('error', () => undefined);
	onTestFinished(() => {
		socket.destroy();
	});
	await once(socket, 'connect');
	return socket;
}

export interface Proxied {
	/** Of the proxy. */
	readonly id: string;
	readonly client: Socket;
	/** The target's end. */
	readonly there: Socket;
	/** Another connection through the same proxy. */
	another(): Promise<Proxied>;
}

/** A client that is connected to a target through a proxy; both halves are open. */
export async function proxied(bench: TestBench, more: ProxyInput = {}): Promise<Proxied> {
	const target = new Target();
	const before = bench.sink.connections.size;
	const started = await startProxy(bench, await target.listen(), more);
	const { id } = started;
	const another = async (): Promise<Proxied> => {
		const client = await connectTo(started);
		const there = await target.accepted();
		return { id, client, there, another };
	};
	const first = await another();
	await bench.sink.until(() => bench.sink.connections.size === before + 2);
	return first;
}

/** Reads that many characters, over any number of reads. */
export async function hear(socket: Socket, length: number): Promise<string> {
	let text = '';
	while (text.length < length) text += String((await once(socket, 'data'))[0]);
	return text;
}

/** The error that ends a socket. */
export async function failure(socket: Socket): Promise<Error> {
	if (socket.errored) return socket.errored;
	const [error]: Error[] = await once(socket.resume(), 'error');
	if (error === undefined) throw new Error('There is no error.');
	return error;
}

/** All data until the end, or until the connection breaks. */
export async function collect(socket: Socket): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of socket) parts.push(part);
	return Buffer.concat(parts);
}
