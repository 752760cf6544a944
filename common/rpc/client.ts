import type { Contract } from '../contract/index.ts';
import { callClient } from './client-calls.ts';
import { type Link, openLink } from './client-link.ts';
import { subscriptionClient } from './client-subscriptions.ts';
import { SEEN_EVERY } from './pace.ts';
import { rowOf } from './table.ts';
import { systemTimers, type Timers } from './timers.ts';
import type { Transport } from './transport.ts';
import type { RpcClient, RpcState } from './types.ts';
import { validateOutput } from './validate.ts';

/** Times in milliseconds. */
export interface ClientOptions {
	readonly timers?: Timers;
	/** Wait before the first new attempt after a loss (default 100); doubles up to `retryMaxMs` (default 5,000). */
	readonly retryFirstMs?: number;
	readonly retryMaxMs?: number;
	/** How long an attempt may take (default 10,000). */
	readonly greetingMs?: number;
	/** How long a call waits for a connection before it fails (default 10,000). */
	readonly callWaitMs?: number;
}

/** Connects at once and stays connected until closed. RpcClient documents the guarantees for calls and subscriptions. */
export function createRpcClient<C extends Contract>(
	contract: C,
	connect: () => Promise<Transport>,
	options: ClientOptions = {},
): RpcClient<C> {
	const timers = options.timers ?? systemTimers;
	const listeners = new Set<(state: RpcState) => void>();
	let id = 0;
	/** Messages of topics that were processed on this connection. */
	let seen = 0;
	const nextId = () => ++id;
	const current = (): Link => link;
	const calls = callClient(current, nextId, timers, options.callWaitMs ?? 10_000);
	const subscriptions = subscriptionClient(current, nextId, validateOutput);

	const link = openLink(
		connect,
		{
			onMessage: (message) => {
				if (message.kind === 'result') calls.onResult(message);
				else {
					subscriptions.onWord(message);
					seen++;
					if (seen % SEEN_EVERY === 0) link.send({ kind: 'seen', count: seen });
				}
			},
			onState: (state) => {
				if (state === 'connected') {
					seen = 0;
					subscriptions.onConnected();
					calls.onConnected();
				} else calls.onLost();
				for (const listener of [...listeners]) listener(state);
			},
		},
		{
			timers,
			retryFirstMs: options.retryFirstMs ?? 100,
			retryMaxMs: options.retryMaxMs ?? 5_000,
			greetingMs: options.greetingMs ?? 10_000,
		},
	);

	return {
		call: async (name, input) => {
			const spec = rowOf<C['calls'], typeof name>(contract.calls, name);
			const output = await calls.call(name, spec.type, input);
			return validateOutput<C['calls'][typeof name]['output']>(spec.output, output, `answer to ${name}`);
		},
		subscribe: (topic, params, listener) => {
			const spec = rowOf<C['topics'], typeof topic>(contract.topics, topic);
			return subscriptions.subscribe<C['topics'][typeof topic]>(topic, spec, params, listener);
		},
		get state() {
			return link.state;
		},
		get reason() {
			return link.reason;
		},
		onState: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: () => {
			// First: pending calls fail, and do not wait for another connection.
			calls.close();
			link.close();
			subscriptions.close();
			listeners.clear();
		},
	};
}
