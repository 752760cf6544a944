import type { z } from 'zod';
import type { WirebenchError } from '../contract/base/errors.ts';
import type { Contract } from '../contract/index.ts';

export type NameOf<T> = keyof T & string;

/** What a caller passes (defaults may be left out) and receives. */
export type InputOf<C extends Contract, N extends NameOf<C['calls']>> = z.input<C['calls'][N]['input']>;
/** The input of a handler: validated, with its defaults. */
export type ParsedOf<C extends Contract, N extends NameOf<C['calls']>> = z.output<C['calls'][N]['input']>;
export type OutputOf<C extends Contract, N extends NameOf<C['calls']>> = z.output<C['calls'][N]['output']>;
export type ParamsOf<C extends Contract, N extends NameOf<C['topics']>> = z.input<C['topics'][N]['params']>;
/** The params of a topic's handler: validated, with their defaults. */
export type ParsedParamsOf<C extends Contract, N extends NameOf<C['topics']>> = z.output<C['topics'][N]['params']>;
export type SnapshotOf<C extends Contract, N extends NameOf<C['topics']>> = z.output<C['topics'][N]['snapshot']>;
export type DeltaOf<C extends Contract, N extends NameOf<C['topics']>> = z.output<C['topics'][N]['delta']>;

/** The one subscriber of a topic handler. */
export interface Subscriber {
	/**
	 * True while the medium has unsent data: hold further deltas back, merge them, and call again later. State can be
	 * merged; an unbounded queue cannot.
	 */
	congested(): boolean;
}

/** A running subscription of the server. */
export interface TopicRun<S> {
	/** The state at the moment of return. Deltas emitted later continue it. */
	readonly snapshot: S;
	/** Called once, after the subscriber has left. */
	dispose(): void;
}

/** The implementation of the contract. A call's handler receives its input validated and with defaults. */
export interface Handlers<C extends Contract> {
	readonly calls: {
		readonly [N in NameOf<C['calls']>]: (input: ParsedOf<C, N>) => OutputOf<C, N> | Promise<OutputOf<C, N>>;
	};
	readonly topics: {
		/** Starts to emit and returns its snapshot in the same turn, so that no change is lost between the two. */
		readonly [N in NameOf<C['topics']>]: (
			params: ParsedParamsOf<C, N>,
			emit: (delta: DeltaOf<C, N>) => void,
			subscriber: Subscriber,
		) => TopicRun<SnapshotOf<C, N>>;
	};
}

/** `connecting`: in progress, also the first time. `disconnected`: lost, waiting for the next attempt, or closed. */
export type RpcState = 'connecting' | 'connected' | 'disconnected';

export interface SubscriptionListener<S, D> {
	/** The whole state: the first time, and again after each reconnect. */
	onSnapshot(snapshot: S): void;
	onDelta(delta: D): void;
	/** The topic was refused or has ended, or one of its messages was invalid (it then continues). */
	onError?(error: WirebenchError): void;
}

export interface RpcClient<C extends Contract> {
	/**
	 * Fails with a WirebenchError only: what the handler threw, `bad-input`, `internal`, `disconnected` when the
	 * connection is lost or not established in time, `too-large`, `unavailable`. A query whose connection is lost before
	 * its answer is sent again on the next one, once; a command is never sent twice.
	 */
	call<N extends NameOf<C['calls']>>(name: N, input: InputOf<C, N>): Promise<OutputOf<C, N>>;
	/** Listens until the returned function is called. Survives reconnects. */
	subscribe<N extends NameOf<C['topics']>>(
		topic: N,
		params: ParamsOf<C, N>,
		listener: SubscriptionListener<SnapshotOf<C, N>, DeltaOf<C, N>>,
	): () => void;
	readonly state: RpcState;
	/** Why it is not connected, where that is known. */
	readonly reason: string | undefined;
	/** Called at each change of `state`. */
	onState(listener: (state: RpcState) => void): () => void;
	/** Ends everything; pending calls fail with `disconnected`. */
	close(): void;
}
