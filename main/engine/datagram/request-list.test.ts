import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import type { RequestListState } from '../../../common/contract/config/request-list.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

/** The socket that receives the requests. */
async function askedSocket(): Promise<Socket> {
	const socket = createSocket('udp4').bind(0, '127.0.0.1');
	await once(socket, 'listening');
	onTestFinished(() => {
		socket.close();
	});
	return socket;
}

const messages = ['one', 'two', 'three'].map((text) => ({ format: 'text' as const, text }));

/** Runs a request list against a socket, and returns its events and counts once it is done. */
async function askAll(server: Socket, asks: object, more: object = {}) {
	const bench = new TestBench();
	const remote = { host: '127.0.0.1', port: server.address().port };
	const { id } = await bench.start({ kind: 'udp', name: 'asker', remote, asks: { messages, ...asks }, ...more });
	const reported = () =>
		bench.sink.events.filter(({ kind }) => kind === 'note' || kind === 'error').map(({ text }) => text);
	const state = (): RequestListState | undefined => bench.engine.endpoint(id)?.asks;
	return { bench, reported, state, over: bench.sink.waitFor(({ text }) => / messages got their answer/.test(text)) };
}

test('an answer that arrives after the next message was sent is late, and answers no other', async () => {
	const server = await askedSocket();
	const before: { bytes: Buffer; from: RemoteInfo }[] = [];
	const ports = new Set<number>();
	server.on('message', (bytes, from) => {
		ports.add(from.port);
		// Each is answered when the next has arrived.
		const last = before.at(-1);
		before.push({ bytes, from });
		if (last !== undefined) server.send(`got ${last.bytes}`, last.from.port, last.from.address);
	});
	// The last answer must come before the list ends, which is this time after the last message.
	const { reported, state, over } = await askAll(server, { timeoutMs: 1000 });
	await over;
	expect(state()).toMatchObject({ total: 3, answered: 0, missed: 3, late: 2, done: true });
	expect(ports.size).toBe(3);
	expect(reported().filter((text) => text.includes('too late, it counts'))).toEqual([
		expect.stringMatching(/^The answer to message 1 came after \d+ ms: too late/),
		expect.stringMatching(/^The answer to message 2 came after \d+ ms: too late/),
	]);
	expect(reported()).toContain('0 of 3 messages got their answer. 2 answers came too late.');
});

test('a lost message takes no answer from later ones', async () => {
	const server = await askedSocket();
	server.on('message', (bytes, from) => {
		if (String(bytes) !== 'one') server.send(bytes, from.port, from.address);
	});
	const { state, over } = await askAll(server, { timeoutMs: 1000 });
	await over;
	expect(state()).toMatchObject({ answered: 2, missed: 1, late: 0 });
});

test('messages that are answered in time all use one port', async () => {
	const server = await askedSocket();
	const ports = new Set<number>();
	server.on('message', (bytes, from) => {
		ports.add(from.port);
		server.send(bytes, from.port, from.address);
	});
	const { state, over } = await askAll(server, { timeoutMs: 30_000 });
	await over;
	expect(state()).toMatchObject({ answered: 3, missed: 0, late: 0 });
	expect(ports.size).toBe(1);
});

test.each([
	['that is to stay', { samePort: true }, {}],
	['that is given', {}, { options: { connected: false } }],
])('from a port %s the next message waits for a late answer', async (_which, asks, more) => {
	const server = await askedSocket();
	const froms: RemoteInfo[] = [];
	server.on('message', (bytes, from) => {
		froms.push(from);
		if (String(bytes) !== 'one') server.send(bytes, from.port, from.address);
	});
	const given = 'options' in more ? { ...more, port: await unusedPort() } : {};
	const { bench, reported, state, over } = await askAll(server, { timeoutMs: 1000, ...asks }, given);
	await bench.sink.waitFor(({ text }) => text === 'Message 1 of 3 got no answer within 1000 ms.');
	expect(froms).toHaveLength(1);
	server.send('at last', froms[0]?.port ?? 0, froms[0]?.address ?? '');
	await over;
	expect(state()).toMatchObject({ answered: 2, missed: 1, late: 1 });
	expect(new Set(froms.map(({ port }) => port)).size).toBe(1);
	expect(reported()).toContain('2 of 3 messages got their answer. 1 answer came too late.');
});

/** A UDP port that no socket uses. */
async function unusedPort(): Promise<number> {
	const socket = await new Promise<Socket>((resolve) => {
		const one = createSocket('udp4').bind(0, '127.0.0.1', () => resolve(one));
	});
	const { port } = socket.address();
	await new Promise<void>((resolve) => socket.close(() => resolve()));
	return port;
}
