import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIMITS } from '../contract/base/limits.ts';
import { byTier } from '../tier.fixture.ts';
import { decodeMessage, encodeMessage } from './codec.ts';
import { cutFrames, frameJoiner } from './frames.ts';
import { manualTimers } from './manual-timers.fixture.ts';
import { PROTOCOL_VERSION } from './protocol-version.ts';
import { serveRpc } from './server.ts';
import { suiteContract, suiteServer } from './suite-contract.fixture.ts';
import type { Timers } from './timers.ts';
import type { Bench } from './transport-suite.fixture.ts';

/** A client that violates the protocol: sends given frames and collects the answers until the end. */
async function rawClient(bench: Bench, timers?: Timers) {
	const { client, server } = await bench.pair();
	serveRpc(suiteContract, suiteServer().handlers, server, {
		onInternalError: (error) => bench.internalErrors.push(error),
		...(timers && { timers }),
	});
	const join = frameJoiner();
	const received: unknown[] = [];
	const listeners = new Set<() => void>();
	client.onMessage((frame) => {
		const message = join(frame);
		if (message !== undefined) received.push(decodeMessage(message));
		for (const listener of listeners) listener();
	});
	const closed = new Promise<void>((resolve) => client.onClose(resolve));
	return {
		frame: (frame: Uint8Array) => client.send(frame),
		message: (message: unknown) => {
			for (const frame of cutFrames(encodeMessage(message))) client.send(frame);
		},
		/** Resolves with the first matching message, now or later. */
		answer: (wanted: object) =>
			new Promise<void>((resolve) => {
				const look = () => {
					if (received.some((message) => JSON.stringify(message) === JSON.stringify(wanted))) resolve();
				};
				listeners.add(look);
				look();
			}),
		close: () => client.close(),
		received,
		closed,
	};
}

const greeting = { kind: 'hello', version: PROTOCOL_VERSION };
const claimingArray = [0, 0xdd, 0xff, 0xff, 0xff, 0xff];
const badFrames: [string, Uint8Array, RegExp][] = [
	['an empty frame', new Uint8Array(0), /begin as frames do/],
	['an unknown flag', Uint8Array.of(7, 0xc0), /begin as frames do/],
	['a short frame that promises more', Uint8Array.of(1, 0xc0), /too short/],
	['no message in a frame', Uint8Array.of(0), /in the middle/],
	['a byte that begins nothing', Uint8Array.of(0, 0xc1), /unknown type/],
	['an array that claims 4 billion values', Uint8Array.from(claimingArray), /in the middle/],
	['a string that claims 4 GB', Uint8Array.of(0, 0xdb, 0xff, 0xff, 0xff, 0xff), /in the middle/],
	['nesting without end', new Uint8Array(2000).fill(0x91, 1), /nested too deeply/],
	['bytes behind the message', Uint8Array.of(0, 0xc0, 0xc0), /bytes after/],
	['a value that is no message', Uint8Array.of(0, 0xc0), /no known kind/],
	['an extension type', Uint8Array.of(0, 0xd4, 1, 0), /not well formed/],
	[
		'a key that reaches into prototypes',
		Uint8Array.from([0, 0x81, 0xa9, ...Buffer.from('__proto__'), 0x80]),
		/well formed/,
	],
];

export function testHostility(bench: Bench): void {
	test.each(badFrames)('%s closes the connection with a reason', async (_name, frame, reason) => {
		const raw = await rawClient(bench);
		raw.message(greeting);
		raw.frame(frame);
		await raw.closed;
		expect(raw.received.at(-1)).toMatchObject({ kind: 'bye', reason: expect.stringMatching(reason) });
	});

	test('a frame over the limit closes the connection', async () => {
		const raw = await rawClient(bench);
		raw.message(greeting);
		raw.frame(new Uint8Array(LIMITS.frameBytes + 1));
		await raw.closed;
	});

	if (bench.largest) {
		test('a message that never ends is cut off at the limit', async () => {
			const raw = await rawClient(bench);
			raw.message(greeting);
			const frame = new Uint8Array(LIMITS.frameBytes).fill(1, 0, 1);
			for (let sent = 0; sent <= LIMITS.messageBytes + LIMITS.frameBytes; sent += frame.byteLength) raw.frame(frame);
			await raw.closed;
			expect(raw.received.at(-1)).toMatchObject({ kind: 'bye', reason: 'A message is too large.' });
		});
	}

	test.each([
		['a call before the greeting', [{ kind: 'call', id: 1, name: 'add', input: { a: 1 } }], /must be a greeting/],
		['two greetings', [greeting, greeting], /greeting already/],
		['another version', [{ kind: 'hello', version: 99 }], /speaks protocol 1, not 99/],
		[
			'one number for two subscriptions',
			[
				greeting,
				{ kind: 'subscribe', id: 1, topic: 'store', params: {} },
				{ kind: 'subscribe', id: 1, topic: 'store', params: {} },
			],
			/used twice/,
		],
	])('%s closes the connection with a reason', async (_name, messages, reason) => {
		const raw = await rawClient(bench);
		for (const message of messages) raw.message(message);
		await raw.closed;
		expect(raw.received.at(-1)).toMatchObject({ kind: 'bye', reason: expect.stringMatching(reason) });
	});

	test('a silent client is disconnected after ten seconds, one that greets is not', async () => {
		const timers = manualTimers();
		const raw = await rawClient(bench, timers);
		timers.advance(9999);
		expect(raw.received.every((message) => JSON.stringify(message) === JSON.stringify(greeting))).toBe(true);
		timers.advance(1);
		await raw.closed;
		expect(raw.received.at(-1)).toMatchObject({ kind: 'bye', reason: 'There was no greeting.' });
		const other = await rawClient(bench, timers);
		other.message(greeting);
		other.message({ kind: 'call', id: 1, name: 'add', input: { a: 1 } });
		await other.answer({ kind: 'result', id: 1, output: { sum: 2 } });
		expect(timers.due()).toEqual([]);
		other.close();
		await other.closed;
	});

	test.each(['nope', 'constructor', '__proto__', 'toString'])(
		'a call named %s is unknown, the next one works',
		async (name) => {
			const raw = await rawClient(bench);
			raw.message(greeting);
			raw.message({ kind: 'call', id: 1, name, input: {} });
			raw.message({ kind: 'subscribe', id: 2, topic: name, params: {} });
			raw.message({ kind: 'unsubscribe', id: 77 });
			raw.message({ kind: 'call', id: 3, name: 'add', input: { a: 1 } });
			await raw.answer({ kind: 'result', id: 3, output: { sum: 2 } });
			expect(raw.received).toContainEqual(
				expect.objectContaining({ kind: 'result', id: 1, error: expect.objectContaining({ code: 'unknown-call' }) }),
			);
			expect(raw.received).toContainEqual(
				expect.objectContaining({ kind: 'end', id: 2, error: expect.objectContaining({ code: 'unknown-call' }) }),
			);
		},
	);

	test('random garbage never disturbs the server', async () => {
		const value = fc.anything({ maxDepth: 3, withBigInt: false, withDate: false, withMap: false, withSet: false });
		const kinds = fc.constantFrom('hello', 'bye', 'call', 'subscribe', 'unsubscribe', 'result', 'delta');
		const names = fc.constantFrom('add', 'bytes', 'store', 'fail', 'configure', '');
		const nearly = fc.record({
			kind: kinds,
			id: fc.oneof(fc.integer(), value),
			name: names,
			topic: names,
			input: value,
			params: value,
		});
		const frames = fc.oneof(
			fc.uint8Array({ maxLength: 300 }).map((bytes) => ({ frame: bytes })),
			fc.uint8Array({ maxLength: 300 }).map((bytes) => ({ frame: Uint8Array.of(0, ...bytes) })),
			nearly.filter(encodable).map((message) => ({ message })),
		);
		await fc.assert(
			fc.asyncProperty(fc.boolean(), fc.array(frames, { maxLength: 20 }), async (greet, sent) => {
				const raw = await rawClient(bench);
				if (greet) raw.message(greeting);
				for (const one of sent) {
					if ('frame' in one) raw.frame(one.frame);
					else raw.message(one.message);
				}
				raw.close();
				await raw.closed;
			}),
			{ numRuns: byTier(20, 60) },
		);
		expect(bench.internalErrors.filter((error) => !String(error).includes('a secret of the inside'))).toEqual([]);
		const { rpc } = bench.client(suiteServer());
		expect(await rpc.call('add', { a: 1 })).toEqual({ sum: 2 });
	});
}

function encodable(message: unknown): boolean {
	try {
		encodeMessage(message);
		return true;
	} catch {
		return false;
	}
}
