import { WirebenchError } from '../contract/base/errors.ts';
import type { Contract } from '../contract/index.ts';
import type { ServerMessage } from './message.ts';
import { isName, unknownName } from './table.ts';
import type { Handlers, NameOf, ParsedParamsOf, TopicRun } from './types.ts';

/** Maximum subscriptions of one client. */
const SUBSCRIPTIONS = 256;
/** Unsent bytes from which a subscriber counts as congested. */
const CONGESTED_BYTES = 4 * 1024 * 1024;

interface Subscription {
	sequence: number;
	dispose: () => void;
}

export interface TopicServer {
	/** False when the number is in use. */
	subscribe(id: number, topic: string, params: unknown): boolean;
	unsubscribe(id: number): void;
	close(): void;
}

/** Turns the params of a subscription, as received, into those for its handler. Throws a WirebenchError for wrong ones. */
export type ParamsReader<C extends Contract> = <N extends NameOf<C['topics']>>(
	topic: N,
	params: unknown,
) => ParsedParamsOf<C, N>;

/** Runs the subscriptions of one client: a snapshot, then deltas numbered from 1, until `end` or unsubscribed. */
export function serveTopics<C extends Contract>(
	handlers: Handlers<C>,
	read: ParamsReader<C>,
	send: (message: ServerMessage) => void,
	errorFor: (error: unknown, where: string) => WirebenchError,
	buffered: () => number,
): TopicServer {
	const subscriptions = new Map<number, Subscription>();
	const subscriber = { congested: () => buffered() > CONGESTED_BYTES };

	const run = <N extends NameOf<C['topics']>>(name: N, params: unknown, emit: (delta: unknown) => void) =>
		handlers.topics[name](read(name, params), emit, subscriber);
	const start = (name: string, params: unknown, emit: (delta: unknown) => void): TopicRun<unknown> => {
		if (!isName<Handlers<C>['topics']>(handlers.topics, name)) throw unknownName(name);
		return run(name, params, emit);
	};

	const stop = (id: number): void => {
		const subscription = subscriptions.get(id);
		subscriptions.delete(id);
		try {
			subscription?.dispose();
		} catch (error) {
			// Only reported: the subscriber is gone, and the others must be stopped too.
			errorFor(error, 'the end of a subscription');
		}
	};
	const fail = (id: number, topic: string, error: unknown): void => {
		send({ kind: 'end', id, error: errorFor(error, topic).toInfo() });
	};

	const subscribe = (id: number, topic: string, params: unknown): boolean => {
		if (subscriptions.has(id)) return false;
		if (subscriptions.size >= SUBSCRIPTIONS) {
			fail(id, topic, new WirebenchError('unavailable', 'Too many subscriptions at once.'));
			return true;
		}
		const early: unknown[] = [];
		const subscription: Subscription = { sequence: 0, dispose: () => undefined };
		let started = false;
		const emit = (delta: unknown): void => {
			if (subscriptions.get(id) !== subscription) return;
			if (!started) {
				early.push(delta);
				return;
			}
			try {
				send({ kind: 'delta', id, sequence: ++subscription.sequence, data: delta });
			} catch (error) {
				// The client sees the gap in the numbers with the next delta and requests a snapshot.
				errorFor(error, topic);
			}
		};
		subscriptions.set(id, subscription);
		try {
			const { snapshot, dispose } = start(topic, params, emit);
			subscription.dispose = dispose;
			send({ kind: 'snapshot', id, data: snapshot });
		} catch (error) {
			stop(id);
			fail(id, topic, error);
			return true;
		}
		started = true;
		for (const delta of early) emit(delta);
		return true;
	};

	return {
		subscribe,
		unsubscribe: stop,
		close: () => {
			for (const id of [...subscriptions.keys()]) stop(id);
		},
	};
}
