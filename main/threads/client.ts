import type { ResourceLimits } from 'node:worker_threads';
import type { z } from 'zod';
import { WirebenchError } from '../../common/contract/base/errors.ts';
import { messageOf } from '../../common/contract/base/message-of.ts';
import type { Contract } from '../../common/contract/index.ts';
import { callClient } from '../../common/rpc/client-calls.ts';
import type { Link } from '../../common/rpc/client-link.ts';
import { subscriptionClient } from '../../common/rpc/client-subscriptions.ts';
import type { ServerMessage } from '../../common/rpc/message.ts';
import { rowOf } from '../../common/rpc/table.ts';
import { systemTimers } from '../../common/rpc/timers.ts';
import { trust } from '../../common/rpc/trust.ts';
import type { DeltaOf, NameOf, OutputOf, ParsedOf, SnapshotOf, SubscriptionListener } from '../../common/rpc/types.ts';
import { startWorker, type ThreadName } from './start.ts';

/** Milliseconds that a thread has to end: it may be in a read of a slow disk. */
const END_MS = 5000;

export interface ThreadOptions {
	/** The thread's name for people, as in `The capture's reader`. */
	readonly title: string;
	/** The error of calls after the end of the thread, or interrupted by it. */
	readonly closed: string;
	readonly resourceLimits?: ResourceLimits;
	/** The `workerData` of its entry. */
	readonly data?: unknown;
	/** Called once, when the thread has ended by itself or by an error: `internal`, or `closed`. */
	readonly onEnd?: (error: WirebenchError) => void;
}

/** The owner's end of a thread. Inputs must be complete: no defaults are added. */
export interface ThreadClient<C extends Contract> {
	/** Rejects with the handler's error, and with `internal` or `closed` when the thread ends before its answer. */
	call<N extends NameOf<C['calls']>>(name: N, input: ParsedOf<C, N>): Promise<OutputOf<C, N>>;
	/** The same without waiting; `use` gets the answer. `onEnd` reports the end of the thread. */
	post<N extends NameOf<C['calls']>>(name: N, input: ParsedOf<C, N>, use?: (output: OutputOf<C, N>) => void): void;
	/** Listens until the returned function is called. */
	subscribe<N extends NameOf<C['topics']>>(
		topic: N,
		params: z.output<C['topics'][N]['params']>,
		listener: SubscriptionListener<SnapshotOf<C, N>, DeltaOf<C, N>>,
	): () => void;
	/** Ends the thread after all earlier requests; resolves when it has ended. */
	close(): Promise<void>;
}

/** Starts a thread that calls `serveThread` with the same contract. Messages sent before it has started wait. */
export function startThread<C extends Contract>(
	contract: C,
	name: ThreadName,
	{ title, closed, resourceLimits = {}, data, onEnd = () => undefined }: ThreadOptions,
): ThreadClient<C> {
	const worker = startWorker(name, { resourceLimits, workerData: data });
	const started = Promise.withResolvers<void>();
	const exited = Promise.withResolvers<void>();
	let ended: WirebenchError | undefined;
	let id = 0;
	const nextId = () => ++id;
	const link: Link = {
		get state() {
			return ended === undefined ? 'connected' : 'disconnected';
		},
		reason: undefined,
		send: (message) => worker.postMessage(message),
		close: () => worker.postMessage({ kind: 'bye', reason: '' }),
	};
	const calls = callClient(() => link, nextId, systemTimers, 0);
	const subscriptions = subscriptionClient(
		() => link,
		nextId,
		(_schema, value) => trust(value),
	);

	const end = (error: WirebenchError): void => {
		if (ended !== undefined) return;
		ended = error;
		subscriptions.close();
		calls.close(error);
		onEnd(error);
	};
	worker.on('message', (message: ServerMessage) => {
		if (message.kind === 'hello') started.resolve();
		else if (message.kind === 'result') calls.onResult(message);
		else if (message.kind !== 'bye') subscriptions.onWord(message);
	});
	worker.on('error', (error) => {
		const reason = messageOf(error);
		end(new WirebenchError('internal', `${title} stopped: ${reason}`));
	});
	worker.on('exit', () => {
		end(new WirebenchError('closed', closed));
		started.resolve();
		exited.resolve();
	});

	const call: ThreadClient<C>['call'] = async (name, input) => {
		const { type } = rowOf<C['calls'], typeof name>(contract.calls, name);
		return trust(await calls.call(name, type, input));
	};
	return {
		call,
		post: (name, input, use) => {
			call(name, input).then(use, (error: unknown) => {
				if (error !== ended) throw error;
			});
		},
		subscribe: (topic, params, listener) =>
			subscriptions.subscribe<C['topics'][typeof topic]>(
				topic,
				rowOf<C['topics'], typeof topic>(contract.topics, topic),
				params,
				listener,
			),
		/**
		 * The thread ends itself, because terminating a starting thread from outside can crash the process
		 * (nodejs/node#56312). Only one that has started and does not answer is terminated, however long its start takes on
		 * a busy machine.
		 */
		close: async () => {
			link.close();
			await started.promise;
			const timer = setTimeout(() => void worker.terminate(), END_MS);
			await exited.promise;
			clearTimeout(timer);
		},
	};
}
