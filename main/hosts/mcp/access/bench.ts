import type { FilterState } from '../../../../common/contract/calls/capture.ts';
import type { ConnectionsState, StreamState } from '../../../../common/contract/calls/stream.ts';
import type {
	Contract,
	contract,
	TopicDelta,
	TopicName,
	TopicParams,
	TopicSnapshot,
} from '../../../../common/contract/index.ts';
import type { RpcClient } from '../../../../common/rpc/types.ts';
import { cancelled } from './cancelled.ts';
import { Scans } from './scans.ts';

interface Listener<T extends TopicName> {
	onSnapshot(state: TopicSnapshot<T>): void;
	onDelta(state: TopicDelta<T>): void;
}

/** The workbench as tools use it: the contract, as a page uses it. */
export class Bench {
	readonly rpc: RpcClient<typeof contract>;
	/** Filters of captures, and what they find. */
	readonly filters: Scans<TopicParams<'captureFilter'>, FilterState>;
	/** Connections of captures. */
	readonly connections: Scans<TopicParams<'connections'>, ConnectionsState>;
	/** Layouts of connections. */
	readonly streams: Scans<TopicParams<'stream'>, StreamState>;
	/** The capture that a tool reads when none is named; undefined: the live one. */
	usualCapture: string | undefined;

	constructor(rpc: RpcClient<typeof contract>) {
		this.rpc = rpc;
		this.filters = new Scans((params, { onState, onError }) =>
			rpc.subscribe('captureFilter', params, { onSnapshot: onState, onDelta: onState, onError }),
		);
		this.connections = new Scans((params, { onState, onError }) =>
			rpc.subscribe('connections', params, { onSnapshot: onState, onDelta: onState, onError }),
		);
		this.streams = new Scans((params, { onState, onError }) =>
			rpc.subscribe('stream', params, { onSnapshot: onState, onDelta: onState, onError }),
		);
	}

	/** The capture that an input names, or the one that the command line names. */
	captureOf({ capture }: { readonly capture?: string | undefined }): { capture?: string } {
		const id = capture ?? this.usualCapture;
		return id === undefined ? {} : { capture: id };
	}

	/** Passes a call on with an input that the server checks. */
	pass(call: string, input: unknown): Promise<unknown> {
		const unchecked: RpcClient<Contract> = this.rpc;
		return unchecked.call(call, input);
	}

	/** The state of a topic at this moment. */
	now<T extends TopicName>(topic: T, params: TopicParams<T>, signal: AbortSignal): Promise<TopicSnapshot<T>> {
		return this.#follow(topic, params, (found) => ({ onSnapshot: found, onDelta: () => undefined }), signal);
	}

	/** What `look` first finds in a snapshot or a delta of a topic. */
	until<T extends TopicName, R>(
		topic: T,
		params: TopicParams<T>,
		look: (state: TopicSnapshot<T> | TopicDelta<T>) => R | undefined,
		signal: AbortSignal,
	): Promise<R> {
		const listen = (found: (result: R) => void): Listener<T> => {
			const see = (state: TopicSnapshot<T> | TopicDelta<T>): void => {
				const result = look(state);
				if (result !== undefined) found(result);
			};
			return { onSnapshot: see, onDelta: see };
		};
		return this.#follow(topic, params, listen, signal);
	}

	/** Subscribes until something is found, the topic is refused, or the call is cancelled. */
	#follow<T extends TopicName, R>(
		topic: T,
		params: TopicParams<T>,
		listen: (found: (result: R) => void) => Listener<T>,
		signal: AbortSignal,
	): Promise<R> {
		return new Promise((resolve, reject) => {
			const end = (settle: () => void): void => {
				signal.removeEventListener('abort', cancel);
				stop();
				settle();
			};
			const cancel = (): void => end(() => reject(cancelled()));
			const stop = this.rpc.subscribe(topic, params, {
				...listen((result) => end(() => resolve(result))),
				onError: (error) => end(() => reject(error)),
			});
			if (signal.aborted) cancel();
			else signal.addEventListener('abort', cancel);
		});
	}
}
