import { afterEach, describe } from 'vitest';
import { byTier } from '../tier.fixture.ts';
import { type ClientOptions, createRpcClient } from './client.ts';
import { serveRpc } from './server.ts';
import { testCalls } from './suite-calls.fixture.ts';
import { suiteContract, type suiteServer } from './suite-contract.fixture.ts';
import { testHostility } from './suite-hostility.fixture.ts';
import { testTopics } from './suite-topics.fixture.ts';
import type { Transport } from './transport.ts';

/** Two ends of one open connection. `dispose` releases other resources opened for it. */
export interface TransportPair {
	readonly client: Transport;
	readonly server: Transport;
	dispose?(): Promise<void> | void;
}

/** The tools of the suite; everything opened through it is closed after the test. */
export interface Bench {
	/** A new pair without traffic. */
	pair(): Promise<TransportPair>;
	/** A client whose every connection is a new pair, served by `server`. */
	client(server: ReturnType<typeof suiteServer>, options?: ClientOptions): BenchClient;
	/** Unexpected errors of handlers, on any connection of this test. */
	readonly internalErrors: unknown[];
	/** Whether the largest messages are sent. */
	readonly largest: boolean;
}

export interface BenchClient {
	readonly rpc: ReturnType<typeof createRpcClient<typeof suiteContract>>;
	/** Ends the current connection from one side. */
	drop(side: 'client' | 'server'): void;
	/** Resolves when everything sent by the server so far has been delivered, reconnecting as needed. */
	settled(): Promise<void>;
}

/**
 * Tests the guarantees of the RPC layer over real connections of one kind of transport: calls, topics, reconnects, and
 * peers that send nonsense. `makePair` opens a new connection each time it is called. The
 * `largest` messages take seconds: the default tier sends them over one transport of a kind.
 */
export function describeTransport(
	name: string,
	makePair: () => Promise<TransportPair> | TransportPair,
	{ largest = true } = {},
): void {
	describe(`RPC over ${name}`, () => {
		let closers: (() => unknown)[] = [];
		let internalErrors: unknown[] = [];

		const bench: Bench = {
			pair: async () => {
				const pair = await makePair();
				closers.push(async () => {
					pair.client.close();
					pair.server.close();
					await pair.dispose?.();
				});
				return pair;
			},
			client: (server, options = {}) => {
				let current: TransportPair | undefined;
				const connect = async (): Promise<Transport> => {
					const pair = await bench.pair();
					current = pair;
					const detach = serveRpc(suiteContract, server.handlers, pair.server, {
						onInternalError: (error) => internalErrors.push(error),
					});
					closers.push(detach);
					return pair.client;
				};
				const rpc = createRpcClient(suiteContract, connect, { retryFirstMs: 1, retryMaxMs: 5, ...options });
				closers.push(() => rpc.close());
				return { rpc, drop: (side) => current?.[side].close(), settled: () => settled(rpc) };
			},
			get internalErrors() {
				return internalErrors;
			},
			largest: byTier(largest, true),
		};
		afterEach(async () => {
			for (const close of closers.splice(0).reverse()) await close();
			closers = [];
			internalErrors = [];
		});

		testCalls(bench);
		testTopics(bench);
		testHostility(bench);
	});
}

/** An answer arrives after everything sent before it; a lost connection means calling once more. */
async function settled(rpc: BenchClient['rpc']): Promise<void> {
	for (;;) {
		const outcome = await rpc.call('add', { a: 1 }).catch((error: { code?: string }) => error.code);
		if (outcome !== 'disconnected') return;
	}
}
