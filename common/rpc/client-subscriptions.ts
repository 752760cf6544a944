import type { z } from 'zod';
import { WirebenchError } from '../contract/base/errors.ts';
import type { TopicSpec } from '../contract/base/table.ts';
import type { Link, ServerWord } from './client-link.ts';
import type { SubscriptionListener } from './types.ts';

type TopicWord = Extract<ServerWord, { kind: 'snapshot' | 'delta' | 'end' }>;

interface Subscription {
	/** Passes a server message to the listener; false when one before it is missing. */
	take(word: TopicWord): boolean;
	readonly topic: string;
	readonly params: unknown;
	id: number;
}

/** How a received value is converted to its schema's type. Throws a WirebenchError for a wrong one. */
export type Check = <S extends z.ZodType>(schema: S, value: unknown, what: string) => z.output<S>;

export interface SubscriptionClient {
	subscribe<T extends TopicSpec>(
		topic: string,
		spec: T,
		params: unknown,
		listener: SubscriptionListener<z.output<T['snapshot']>, z.output<T['delta']>>,
	): () => void;
	onWord(word: TopicWord): void;
	/** Subscribes to every topic again. */
	onConnected(): void;
	close(): void;
}

/**
 * Keeps subscriptions over reconnects. Each (re)subscription has a number of its own, so that late messages of an
 * earlier one are ignored.
 */
export function subscriptionClient(link: () => Link, nextId: () => number, check: Check): SubscriptionClient {
	const all = new Set<Subscription>();
	const byId = new Map<number, Subscription>();

	const ask = (subscription: Subscription): void => {
		byId.delete(subscription.id);
		subscription.id = nextId();
		byId.set(subscription.id, subscription);
		link().send({ kind: 'subscribe', id: subscription.id, topic: subscription.topic, params: subscription.params });
	};

	return {
		subscribe: (topic, spec, params, listener) => {
			const subscription: Subscription = { take: reader(topic, spec, listener, check), topic, params, id: 0 };
			all.add(subscription);
			if (link().state === 'connected') ask(subscription);
			return () => {
				if (!all.delete(subscription)) return;
				if (byId.delete(subscription.id)) link().send({ kind: 'unsubscribe', id: subscription.id });
			};
		},
		onWord: (word) => {
			const subscription = byId.get(word.id);
			if (subscription === undefined) return;
			if (word.kind === 'end') byId.delete(word.id);
			if (subscription.take(word)) return;
			link().send({ kind: 'unsubscribe', id: word.id });
			ask(subscription);
		},
		onConnected: () => {
			byId.clear();
			for (const subscription of [...all]) ask(subscription);
		},
		close: () => {
			all.clear();
			byId.clear();
		},
	};
}

/** Validates the messages of one subscription and passes them on. An invalid one is reported and skipped; the rest continues. */
function reader<T extends TopicSpec>(
	topic: string,
	spec: T,
	listener: SubscriptionListener<z.output<T['snapshot']>, z.output<T['delta']>>,
	check: Check,
): (word: TopicWord) => boolean {
	/** Number of the next delta; 0 without a snapshot that deltas could continue. */
	let expected = 0;
	const guarded = <V>(read: () => V, use: (value: V) => void): boolean => {
		let value: V;
		try {
			value = read();
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
			listener.onError?.(error);
			return false;
		}
		use(value);
		return true;
	};
	const snapshot = (data: unknown): void => {
		expected = 0;
		const read = () => check<T['snapshot']>(spec.snapshot, data, `snapshot of ${topic}`);
		guarded(read, (value) => {
			expected = 1;
			listener.onSnapshot(value);
		});
	};
	return (word) => {
		switch (word.kind) {
			case 'snapshot':
				snapshot(word.data);
				return true;
			case 'end':
				listener.onError?.(WirebenchError.fromInfo(word.error));
				return true;
			case 'delta': {
				if (expected === 0) return true;
				if (word.sequence !== expected) {
					expected = 0;
					return false;
				}
				expected++;
				const read = () => check<T['delta']>(spec.delta, word.data, `delta of ${topic}`);
				guarded(read, (value) => listener.onDelta(value));
				return true;
			}
		}
	};
}
