import { afterEach, expect, test } from 'vitest';
import { createRpcClient } from './client.ts';
import { decodeMessage, encodeMessage } from './codec.ts';
import { cutFrames } from './frames.ts';
import { manualTimers } from './manual-timers.fixture.ts';
import { memoryTransportPair } from './memory.ts';
import { serveRpc } from './server.ts';
import { suiteContract, suiteMirror, suiteServer } from './suite-contract.fixture.ts';
import type { Transport } from './transport.ts';

const closers: (() => void)[] = [];
afterEach(() => {
	for (const close of closers.splice(0)) close();
});

/** A client whose connection attempts the test resolves one by one, on a clock that the test advances. */
function setUp(options = {}) {
	const timers = manualTimers();
	const attempts: { resolve(transport: Transport): void; reject(error: Error): void }[] = [];
	const connect = () => new Promise<Transport>((resolve, reject) => attempts.push({ resolve, reject }));
	const client = createRpcClient(suiteContract, connect, { timers, ...options });
	closers.push(() => client.close());
	const states: string[] = [];
	client.onState((state) => states.push(state));
	const next = (): (typeof attempts)[number] => {
		const attempt = attempts.shift();
		if (attempt === undefined) throw new Error('The client does not try to connect.');
		return attempt;
	};
	const accept = (server = suiteServer()) => {
		const [ours, theirs] = memoryTransportPair();
		serveRpc(suiteContract, server.handlers, theirs);
		next().resolve(ours);
		return theirs;
	};
	return { timers, attempts, client, states, next, accept };
}

/** Lets all pending in-memory messages arrive. */
async function turns(): Promise<void> {
	for (let i = 0; i < 50; i++) await Promise.resolve();
}

test('waits longer after each failure, and briefly again after a success', async () => {
	const { timers, client, next, accept, states } = setUp({ retryFirstMs: 100, retryMaxMs: 400 });
	for (const wait of [100, 200, 400, 400]) {
		next().reject(new Error('Nobody there.'));
		await turns();
		expect(client.state).toBe('disconnected');
		expect(client.reason).toBe('Nobody there.');
		expect(timers.due()).toEqual([wait]);
		timers.advance(wait);
		expect(client.state).toBe('connecting');
	}
	const theirs = accept();
	await turns();
	expect(client.state).toBe('connected');
	expect(timers.due()).toEqual([]);
	theirs.close();
	await turns();
	expect(timers.due()).toEqual([100]);
	expect(states.slice(-3)).toEqual(['connecting', 'connected', 'disconnected']);
});

test('an attempt without a greeting times out', async () => {
	const { timers, client, next } = setUp({ greetingMs: 3000 });
	const [ours, theirs] = memoryTransportPair();
	let closed = false;
	theirs.onMessage(() => undefined);
	theirs.onClose(() => {
		closed = true;
	});
	next().resolve(ours);
	await turns();
	timers.advance(3000);
	expect(client.state).toBe('disconnected');
	expect(client.reason).toBe('Wirebench did not answer in time.');
	await turns();
	expect(closed).toBe(true);
});

test('a transport that opens after its attempt was abandoned is closed', async () => {
	const { timers, next } = setUp({ greetingMs: 3000 });
	const late = next();
	timers.advance(3000);
	const [ours, theirs] = memoryTransportPair();
	const closed = new Promise<void>((resolve) => theirs.onClose(resolve));
	late.resolve(ours);
	await closed;
});

test('a call waits for the connection, and fails clearly after the timeout', async () => {
	const { timers, client, next, accept } = setUp({ callWaitMs: 2000 });
	const early = client.call('add', { a: 1 });
	accept();
	expect(await early).toEqual({ sum: 2 });

	const other = setUp({ callWaitMs: 2000 });
	const failing = expect(other.client.call('add', { a: 1 })).rejects.toMatchObject({
		code: 'disconnected',
		message: 'Not connected to Wirebench: Nobody there.',
	});
	other.next().reject(new Error('Nobody there.'));
	await turns();
	other.timers.advance(2000);
	await failing;
	expect(timers.due()).toEqual([]);
	expect(next).toThrow();
});

test('a query without an answer is sent again on the next connection, but once; a command is not', async () => {
	const { timers, client, next } = setUp();
	const query = client.call('add', { a: 1 });
	const command = expect(client.call('slow', { key: 'k' })).rejects.toMatchObject({ code: 'disconnected' });
	for (let connection = 1; connection <= 2; connection++) {
		const { ours, received, say } = handServer();
		next().resolve(ours);
		say({ kind: 'hello', version: 1 });
		await turns();
		const names = received.flatMap((message) => Object.entries(message ?? {}).filter(([key]) => key === 'name'));
		expect(names.map(([, name]) => name)).toEqual(connection === 1 ? ['add', 'slow'] : ['add']);
		if (connection === 2) break;
		ours.close();
		await command;
		timers.advance(100);
	}
	client.close();
	await expect(query).rejects.toMatchObject({ code: 'disconnected' });

	const other = setUp();
	const poisonous = expect(other.client.call('add', { a: 1 })).rejects.toMatchObject({ code: 'disconnected' });
	for (let connection = 1; connection <= 2; connection++) {
		const { ours, say } = handServer();
		other.next().resolve(ours);
		say({ kind: 'hello', version: 1 });
		await turns();
		ours.close();
		await turns();
		other.timers.advance(100);
	}
	await poisonous;
});

test('at most 256 calls wait', async () => {
	const { client, accept } = setUp();
	const calls = Array.from({ length: 256 }, () => client.call('add', { a: 1 }));
	await expect(client.call('add', { a: 1 })).rejects.toMatchObject({ code: 'disconnected' });
	accept();
	expect(await Promise.all(calls)).toHaveLength(256);
});

test('after close nothing is pending, and no attempt follows', async () => {
	const { timers, client, accept, states } = setUp();
	const theirs = accept();
	await turns();
	const sent = client.call('slow', { key: 'k' });
	client.close();
	await expect(sent).rejects.toMatchObject({ code: 'disconnected' });
	await expect(client.call('add', { a: 1 })).rejects.toMatchObject({ code: 'disconnected' });
	expect(states.at(-1)).toBe('disconnected');
	expect(timers.due()).toEqual([]);
	await new Promise<void>((resolve) => theirs.onClose(resolve));
});

/** A handwritten server, to send what a real one never sends. */
function handServer() {
	const [ours, theirs] = memoryTransportPair();
	const received: unknown[] = [];
	theirs.onMessage((frame) => received.push(decodeMessage(frame.subarray(1))));
	const say = (message: unknown): void => {
		for (const frame of cutFrames(encodeMessage(message))) theirs.send(frame);
	};
	return { ours, received, say };
}

/** A transport that delivers waiting messages as soon as a listener is set. */
function eager(transport: Transport): Transport {
	const early: Uint8Array[] = [];
	let receive = (frame: Uint8Array): void => void early.push(frame);
	transport.onMessage((frame) => receive(frame));
	return {
		...transport,
		onMessage: (listener) => {
			receive = listener;
			for (const frame of early.splice(0)) listener(frame);
		},
	};
}

test('a greeting that arrived before the client listened counts', async () => {
	const { client, next } = setUp();
	const { ours, received, say } = handServer();
	const waiting = eager(ours);
	say({ kind: 'hello', version: 1 });
	await turns();
	client.subscribe('store', {}, suiteMirror().listener);
	next().resolve(waiting);
	await turns();
	expect(client.state).toBe('connected');
	expect(received.at(-1)).toEqual({ kind: 'subscribe', id: 1, topic: 'store', params: {} });
});

test('calls that arrived before the server listened are answered', async () => {
	const [ours, theirs] = memoryTransportPair();
	const waiting = eager(theirs);
	const received: unknown[] = [];
	ours.onMessage((frame) => received.push(decodeMessage(frame.subarray(1))));
	for (const message of [
		{ kind: 'hello', version: 1 },
		{ kind: 'call', id: 1, name: 'add', input: { a: 1 } },
	]) {
		for (const frame of cutFrames(encodeMessage(message))) ours.send(frame);
	}
	await turns();
	serveRpc(suiteContract, suiteServer().handlers, waiting);
	await turns();
	expect(received.at(-1)).toEqual({ kind: 'result', id: 1, output: { sum: 2 } });
});

test('a gap in the numbers of deltas brings a fresh snapshot', async () => {
	const { client, next } = setUp();
	const mirror = suiteMirror();
	client.subscribe('store', {}, mirror.listener);
	const { ours, received, say } = handServer();
	next().resolve(ours);
	say({ kind: 'hello', version: 1 });
	await turns();
	expect(received).toContainEqual({ kind: 'subscribe', id: 1, topic: 'store', params: {} });
	say({ kind: 'snapshot', id: 1, data: { version: 5, entries: [] } });
	say({ kind: 'delta', id: 1, sequence: 1, data: { version: 6, key: 'a', value: 1 } });
	say({ kind: 'delta', id: 1, sequence: 3, data: { version: 8, key: 'c', value: 3 } });
	say({ kind: 'delta', id: 1, sequence: 4, data: { version: 9, key: 'd', value: 4 } });
	await turns();
	expect(mirror.state()).toEqual({ version: 6, entries: [['a', 1]] });
	expect(received.slice(-3)).toEqual([
		{ kind: 'unsubscribe', id: 1 },
		{ kind: 'subscribe', id: 2, topic: 'store', params: {} },
		{ kind: 'seen', count: 4 },
	]);
	say({ kind: 'snapshot', id: 2, data: { version: 9, entries: [['z', 9]] } });
	await turns();
	expect(mirror.state()).toEqual({ version: 9, entries: [['z', 9]] });
	expect(mirror.faults).toEqual([]);
});

test('a bad snapshot is reported, and deltas after it are ignored', async () => {
	const { client, next } = setUp();
	const mirror = suiteMirror();
	client.subscribe('store', {}, mirror.listener);
	const { ours, say } = handServer();
	next().resolve(ours);
	say({ kind: 'hello', version: 1 });
	await turns();
	say({ kind: 'snapshot', id: 1, data: { version: 1, entries: [['a', 'b']] } });
	say({ kind: 'delta', id: 1, sequence: 1, data: { version: 2, key: 'a', value: 1 } });
	await turns();
	expect(mirror.errors).toMatchObject([{ code: 'internal', details: { path: 'entries[0][1]' } }]);
	expect(mirror.state().version).toBe(-1);
});

test.each([
	['nonsense', { kind: 'nonsense' }, 'A message is of no known kind.'],
	['a farewell', { kind: 'bye', reason: 'Too old.' }, 'Too old.'],
	['another version', { kind: 'hello', version: 2 }, /updated.*load the page again/],
])('%s from the server ends the attempt with a reason', async (_name, message, reason) => {
	const { client, next, timers } = setUp();
	const { ours, say } = handServer();
	next().resolve(ours);
	say(message);
	await turns();
	expect(client.state).toBe('disconnected');
	expect(client.reason).toMatch(reason);
	expect(timers.due()).toHaveLength(1);
});
