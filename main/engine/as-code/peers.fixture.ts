import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, type NetConnectOpts } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a client does: each message after something has arrived for the one before, with the last one a half-close. */
export interface Dialogue {
	/** The server sends first. */
	readonly greets?: boolean;
	readonly messages: readonly string[];
	/** It waits for the answer to the last one and closes: a server would keep the connection after a half-close. */
	readonly closes?: boolean;
}

/** All that a server sends to a client, as Latin-1. */
export async function answersTo(
	place: NetConnectOpts,
	{ greets = false, messages, closes = false }: Dialogue,
): Promise<string> {
	const socket = connect({ ...place, allowHalfOpen: true });
	let text = '';
	socket.on('data', (data) => {
		text += data.toString('latin1');
	});
	await once(socket, 'connect');
	const ended = once(socket, 'end');
	const before = closes ? messages : messages.slice(0, -1);
	const arrived = (): Promise<unknown> => Promise.race([once(socket, 'data'), ended]);
	if (greets) await arrived();
	for (const message of before) {
		const answer = arrived();
		socket.write(message, 'latin1');
		await answer;
	}
	if (!closes) {
		socket.end(messages.at(-1) ?? '', 'latin1');
		await ended;
	}
	socket.destroy();
	return text;
}

/** The answers to datagrams, one after the other. */
export async function datagramAnswers(port: number, messages: readonly string[]): Promise<string[]> {
	const socket = createSocket('udp4');
	onTestFinished(() => void socket.close());
	socket.bind(0, '127.0.0.1');
	await once(socket, 'listening');
	const answers: string[] = [];
	for (const message of messages) {
		const answer = new Promise<Buffer>((resolve) => socket.once('message', resolve));
		socket.send(Buffer.from(message, 'latin1'), port, '127.0.0.1');
		answers.push((await answer).toString('latin1'));
	}
	return answers;
}

/** A server for one client: it answers each read with the next reply, and ends after the last one. */
export async function replying(replies: readonly string[]): Promise<{ port: number; received: Promise<string[]> }> {
	const server = createServer({ allowHalfOpen: true });
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => void server.close());
	const received = new Promise<string[]>((resolve, reject) => {
		server.once('connection', (socket) => {
			const all: string[] = [];
			socket.on('data', (data) => {
				all.push(data.toString('latin1'));
				const reply = replies[all.length - 1];
				if (reply !== undefined) socket.write(reply, 'latin1');
				if (all.length === replies.length) socket.end();
			});
			socket.once('end', () => {
				socket.end();
				resolve(all);
			});
			socket.once('error', reject);
		});
	});
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new Error('It has no port.');
	return { port: address.port, received };
}

/** A datagram socket that answers, and what it has received from the first `count` messages. */
export async function answeringDatagrams(count: number): Promise<{ port: number; received: Promise<string[]> }> {
	const socket = createSocket('udp4');
	onTestFinished(() => void socket.close());
	socket.bind(0, '127.0.0.1');
	await once(socket, 'listening');
	const received = new Promise<string[]>((resolve) => {
		const all: string[] = [];
		socket.on('message', (message, { port, address }) => {
			all.push(message.toString('latin1'));
			socket.send(`answer ${all.length}`, port, address);
			if (all.length === count) resolve(all);
		});
	});
	return { port: socket.address().port, received };
}
