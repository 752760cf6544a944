import { z } from 'zod';
import { WirebenchError } from '../contract/base/errors.ts';
import { call, topic } from '../contract/base/table.ts';
import type { Handlers } from './types.ts';

/** A small contract with every kind of message and of value, for the tests of transports. */
export const suiteContract = {
	calls: {
		add: call('query', z.object({ a: z.number(), b: z.number().default(1) }), z.object({ sum: z.number() }), []),
		bytes: call('query', z.object({ bytes: z.instanceof(Uint8Array) }), z.instanceof(Uint8Array), []),
		negate: call('query', z.object({ value: z.bigint() }), z.bigint(), []),
		/** Answers when the test releases it. */
		slow: call('command', z.object({ key: z.string() }), z.string(), []),
		fail: call('command', z.object({ how: z.enum(['known', 'undeclared', 'unknown']) }), z.null(), ['refused']),
		/** Answers with an invalid output. */
		wrong: call('query', z.object({}), z.object({ rows: z.array(z.object({ n: z.number() })) }), []),
		configure: call(
			'command',
			z.object({
				config: z.object({ port: z.number('A port is a number.'), rules: z.array(z.object({ match: z.string() })) }),
			}),
			z.null(),
			[],
		),
	},
	topics: {
		store: topic(
			z.object({ prefix: z.string().default('') }),
			z.object({ version: z.number(), entries: z.array(z.tuple([z.string(), z.number()])) }),
			z.object({ version: z.number(), key: z.string(), value: z.number().nullable() }),
		),
	},
} as const;

interface Change {
	readonly version: number;
	readonly key: string;
	readonly value: number | null;
}

/** The server's side of the suite: a store of numbers, and calls that wait for `release`. */
export function suiteServer() {
	const entries = new Map<string, number>();
	const emitters = new Set<(change: Change) => void>();
	const waiting = new Map<string, () => void>();
	const arrivals = new Map<string, () => void>();
	let version = 0;
	let onDispose: (() => void) | undefined;

	const handlers: Handlers<typeof suiteContract> = {
		calls: {
			add: ({ a, b }) => ({ sum: a + b }),
			bytes: ({ bytes }) => bytes,
			negate: ({ value }) => -value,
			slow: ({ key }) =>
				new Promise((resolve) => {
					waiting.set(key, () => resolve(key));
					arrivals.get(key)?.();
				}),
			fail: ({ how }) => {
				if (how === 'known') throw new WirebenchError('refused', 'Nobody listens there.', { errno: 'ECONNREFUSED' });
				if (how === 'undeclared') throw new WirebenchError('timeout', 'It took too long.');
				throw new TypeError('a secret of the inside');
			},
			wrong: () => JSON.parse('{ "rows": [{ "n": 1 }, { "n": "two" }] }'),
			configure: () => null,
		},
		topics: {
			store: (_params, emit) => {
				emitters.add(emit);
				return {
					snapshot: { version, entries: [...entries] },
					dispose: () => {
						emitters.delete(emit);
						onDispose?.();
					},
				};
			},
		},
	};
	return {
		handlers,
		/** The expected final state of a mirror. */
		state: () => ({ version, entries: [...entries].sort() }),
		put: (key: string, value: number | null) => {
			if (value === null) entries.delete(key);
			else entries.set(key, value);
			version++;
			for (const emit of [...emitters]) emit({ version, key, value });
		},
		/** Sends an invalid delta. */
		poison: () => {
			for (const emit of [...emitters]) emit(JSON.parse('{ "version": "many", "key": 1 }'));
		},
		subscribers: () => emitters.size,
		/** Resolves when the next subscription has ended. */
		deserted: () =>
			new Promise<void>((resolve) => {
				onDispose = resolve;
			}),
		release: (key: string) => waiting.get(key)?.(),
		/** Resolves when the `slow` call with this key has arrived. */
		arrived: (key: string) =>
			new Promise<void>((resolve) => {
				if (waiting.has(key)) resolve();
				else arrivals.set(key, resolve);
			}),
	};
}

/** The client's side: its received state, checked for gaps and repeats. */
export function suiteMirror() {
	let version = -1;
	let snapshots = 0;
	let entries = new Map<string, number>();
	const faults: string[] = [];
	const errors: WirebenchError[] = [];
	return {
		listener: {
			onSnapshot: (snapshot: { version: number; entries: [string, number][] }) => {
				snapshots++;
				version = snapshot.version;
				entries = new Map(snapshot.entries);
			},
			onDelta: (change: Change) => {
				if (change.version !== version + 1) faults.push(`delta ${change.version} after ${version}`);
				version = change.version;
				if (change.value === null) entries.delete(change.key);
				else entries.set(change.key, change.value);
			},
			onError: (error: WirebenchError) => {
				errors.push(error);
			},
		},
		faults,
		errors,
		/** Number of snapshots: one for each connection when nothing went wrong. */
		snapshots: () => snapshots,
		state: () => ({ version, entries: [...entries].sort() }),
	};
}
