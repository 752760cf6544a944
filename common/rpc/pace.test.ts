import { expect, test } from 'vitest';
import { z } from 'zod';
import { stateTopic, topic } from '../contract/base/table.ts';
import { openChannel } from './channel.ts';
import { createRpcClient } from './client.ts';
import { memoryTransportPair } from './memory.ts';
import { type ClientMessage, type ServerMessage, serverMessageSchema } from './message.ts';
import { MOST_BEHIND, SEEN_EVERY } from './pace.ts';
import { PROTOCOL_VERSION } from './protocol-version.ts';
import { serveRpc } from './server.ts';
import type { Subscriber } from './types.ts';

const contract = {
	calls: {},
	topics: {
		level: stateTopic(z.object({ of: z.string() }), z.number()),
		steps: topic(z.object({}), z.number(), z.number()),
	},
} as const;

/** A server whose topics are changed by the test. */
function levels() {
	const emitters = new Map<string, (level: number) => void>();
	let steps: ((step: number) => void) | undefined;
	let subscriber: Subscriber | undefined;
	const dispose = () => undefined;
	return {
		handlers: {
			calls: {},
			topics: {
				level: ({ of }: { of: string }, emit: (level: number) => void, one: Subscriber) => {
					emitters.set(of, emit);
					subscriber = one;
					return { snapshot: 0, dispose };
				},
				steps: (_params: object, emit: (step: number) => void) => {
					steps = emit;
					return { snapshot: 0, dispose };
				},
			},
		},
		set: (of: string, level: number) => emitters.get(of)?.(level),
		step: (n: number) => steps?.(n),
		congested: () => subscriber?.congested(),
	};
}

async function turns(): Promise<void> {
	for (let i = 0; i < 20; i++) await Promise.resolve();
}

/** A client that reports what it has processed only when the test wants it to. */
async function client(server: ReturnType<typeof levels>) {
	const [ours, theirs] = memoryTransportPair();
	serveRpc(contract, server.handlers, theirs);
	const received: ServerMessage[] = [];
	const channel = openChannel<typeof serverMessageSchema, ClientMessage>(ours, serverMessageSchema, {
		onMessage: (message) => received.push(message),
		onEnd: () => undefined,
	});
	channel.send({ kind: 'hello', version: PROTOCOL_VERSION });
	await turns();
	received.length = 0;
	return {
		received,
		say: async (message: ClientMessage) => {
			channel.send(message);
			await turns();
		},
		/** The values of deltas, by subscription. */
		deltas: (id: number) => received.flatMap((one) => (one.kind === 'delta' && one.id === id ? [one.data] : [])),
	};
}

test('a client that is behind gets the latest state of each topic when it has caught up, and all steps of others', async () => {
	const server = levels();
	const slow = await client(server);
	await slow.say({ kind: 'subscribe', id: 1, topic: 'level', params: { of: 'water' } });
	await slow.say({ kind: 'subscribe', id: 2, topic: 'level', params: { of: 'oil' } });
	await slow.say({ kind: 'subscribe', id: 3, topic: 'steps', params: {} });
	await slow.say({ kind: 'seen', count: 3 });
	for (let n = 1; n <= 1000; n++) {
		server.set('water', n);
		server.set('oil', -n);
		if (n % 100 === 0) server.step(n);
	}
	await turns();
	expect(server.congested()).toBe(true);
	expect(slow.deltas(1).length + slow.deltas(2).length).toBe(MOST_BEHIND);
	expect(slow.deltas(3)).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
	const sent = slow.received.length;
	await slow.say({ kind: 'seen', count: sent });
	expect(slow.received.slice(sent)).toMatchObject([
		{ kind: 'delta', id: 1, data: 1000 },
		{ kind: 'delta', id: 2, data: -1000 },
	]);
	expect(server.congested()).toBe(false);
	server.set('water', 1001);
	await turns();
	expect(slow.deltas(1).at(-1)).toBe(1001);
});

test('nothing is held back for one that has left, and those that wait longest are served first', async () => {
	const server = levels();
	const slow = await client(server);
	const names = Array.from({ length: 40 }, (_, i) => `${i}`);
	for (const [i, of] of names.entries())
		await slow.say({ kind: 'subscribe', id: i + 1, topic: 'level', params: { of } });
	await slow.say({ kind: 'seen', count: names.length });
	for (const of of names) server.set(of, 1);
	for (const of of names) server.set(of, 2);
	await slow.say({ kind: 'unsubscribe', id: 40 });
	for (let count = names.length; count < slow.received.length; ) {
		count = slow.received.length;
		await slow.say({ kind: 'seen', count });
		// The first ones change all the time.
		for (const of of names.slice(0, 4)) server.set(of, 3);
		await turns();
		if (names.slice(0, 39).every((_, i) => Number(slow.deltas(i + 1).at(-1)) > 1)) break;
	}
	expect(names.slice(4, 39).map((_, i) => slow.deltas(i + 5).at(-1))).toEqual(names.slice(4, 39).map(() => 2));
	expect(slow.deltas(40)).toEqual([]);
});

test('a client that never reports gets everything', async () => {
	const server = levels();
	const silent = await client(server);
	await silent.say({ kind: 'subscribe', id: 1, topic: 'level', params: { of: 'water' } });
	const all = Array.from({ length: 200 }, (_, n) => n);
	for (const n of all) server.set('water', n);
	await turns();
	expect(silent.deltas(1)).toEqual(all);
	expect(server.congested()).toBe(false);
});

test.each([
	['more than were sent', [2]],
	['fewer than before', [1, 0]],
])('a report of %s ends the connection', async (_name, counts) => {
	const server = levels();
	const wrong = await client(server);
	await wrong.say({ kind: 'subscribe', id: 1, topic: 'level', params: { of: 'water' } });
	for (const count of counts) await wrong.say({ kind: 'seen', count });
	expect(wrong.received.at(-1)).toMatchObject({ kind: 'bye', reason: expect.stringContaining('More messages') });
});

test('our client reports what it has processed, and so is never held back for long', async () => {
	const server = levels();
	const connect = async () => {
		const [ours, theirs] = memoryTransportPair();
		serveRpc(contract, server.handlers, theirs);
		return ours;
	};
	const rpc = createRpcClient(contract, connect);
	const shown: number[] = [];
	rpc.subscribe(
		'level',
		{ of: 'water' },
		{ onSnapshot: (level) => shown.push(level), onDelta: (level) => shown.push(level) },
	);
	await expect.poll(() => shown).toEqual([0]);
	for (let n = 1; n <= SEEN_EVERY; n++) server.set('water', n);
	await expect.poll(() => shown.at(-1)).toBe(SEEN_EVERY);
	await turns();
	for (let n = 1; n <= 1000; n++) server.set('water', n);
	await expect.poll(() => shown.at(-1)).toBe(1000);
	expect(shown.length, 'while it was behind, states were left out').toBeLessThan(SEEN_EVERY + 2 * MOST_BEHIND);
	rpc.close();
});
