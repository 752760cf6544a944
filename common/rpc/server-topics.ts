import { WirebenchError } from '../contract/base/errors.ts';
import type { Contract } from '../contract/index.ts';
import type { ServerMessage } from './message.ts';
import { Pace } from './pace.ts';
import { isName, unknownName } from './table.ts';
import type { Handlers, NameOf, ParsedParamsOf, TopicRun } from './types.ts';

/** Maximum subscriptions of one client. */
const SUBSCRIPTIONS = 256;
/** Unsent bytes from which a subscriber counts as congested. */
const CONGESTED_BYTES = 4 * 1024 * 1024;

interface Subscription {
	readonly id: number;
	readonly topic: string;
	sequence: number;
	dispose: () => void;
}

export interface TopicServer {
	/** False when the number is in use. */
	subscribe(id: number, topic: string, params: unknown): boolean;
	unsubscribe(id: number): void;
	/** The client has processed so many messages of topics. False when that cannot be. */
	seen(count: number): boolean;
	close(): void;
}

/** Turns the params of a subscription, as received, into those for its handler. Throws a WirebenchError for wrong ones. */
export type ParamsReader<C extends Contract> = <N extends NameOf<C['topics']>>(
	topic: N,
	params: unknown,
) => ParsedParamsOf<C, N>;

/**
 * Runs the subscriptions of one client: a snapshot, then deltas numbered from 1, until `end` or unsubscribed. A client
 * that is behind gets the latest of whole states, not each.
 * @param isWhole whether each delta of a topic is its whole state
 */
export function serveTopics<C extends Contract>(
	handlers: Handlers<C>,
	read: ParamsReader<C>,
	send: (message: ServerMessage) => void,
	errorFor: (error: unknown, where: string) => WirebenchError,
	buffered: () => number,
	isWhole: (topic: string) => boolean,
): TopicServer {
	const subscriptions = new Map<number, Subscription>();
	/** The latest state for each subscription that waits for a client that is behind, those that wait longest first. */
	const held = new Map<Subscription, unknown>();
	const pace = new Pace();
	const subscriber = { congested: () => pace.isBehind || buffered() > CONGESTED_BYTES };
	const say = (message: ServerMessage): void => {
		send(message);
		pace.sent();
	};

	const run = <N extends NameOf<C['topics']>>(name: N, params: unknown, emit: (delta: unknown) => void) =>
		handlers.topics[name](read(name, params), emit, subscriber);
	const start = (name: string, params: unknown, emit: (delta: unknown) => void): TopicRun<unknown> => {
		if (!isName<Handlers<C>['topics']>(handlers.topics, name)) throw unknownName(name);
		return run(name, params, emit);
	};

	const stop = (id: number): void => {
		const subscription = subscriptions.get(id);
		subscriptions.delete(id);
		if (subscription !== undefined) held.delete(subscription);
		try {
			subscription?.dispose();
		} catch (error) {
			// Only reported: the subscriber is gone, and the others must be stopped too.
			errorFor(error, 'the end of a subscription');
		}
	};
	const fail = (id: number, topic: string, error: unknown): void => {
		say({ kind: 'end', id, error: errorFor(error, topic).toInfo() });
	};
	const deliver = (subscription: Subscription, data: unknown): void => {
		try {
			say({ kind: 'delta', id: subscription.id, sequence: ++subscription.sequence, data });
		} catch (error) {
			// The client sees the gap in the numbers with the next delta and requests a snapshot.
			errorFor(error, subscription.topic);
		}
	};

	const subscribe = (id: number, topic: string, params: unknown): boolean => {
		if (subscriptions.has(id)) return false;
		if (subscriptions.size >= SUBSCRIPTIONS) {
			fail(id, topic, new WirebenchError('unavailable', 'Too many subscriptions at once.'));
			return true;
		}
		const early: unknown[] = [];
		const subscription: Subscription = { id, topic, sequence: 0, dispose: () => undefined };
		let started = false;
		const emit = (delta: unknown): void => {
			if (subscriptions.get(id) !== subscription) return;
			if (!started) {
				early.push(delta);
				return;
			}
			if (pace.isBehind && isWhole(topic)) held.set(subscription, delta);
			else deliver(subscription, delta);
		};
		subscriptions.set(id, subscription);
		try {
			const { snapshot, dispose } = start(topic, params, emit);
			subscription.dispose = dispose;
			say({ kind: 'snapshot', id, data: snapshot });
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
		seen: (count) => {
			if (!pace.seen(count)) return false;
			for (const [subscription, state] of held) {
				if (pace.isBehind) break;
				held.delete(subscription);
				deliver(subscription, state);
			}
			return true;
		},
		close: () => {
			for (const id of [...subscriptions.keys()]) stop(id);
		},
	};
}
