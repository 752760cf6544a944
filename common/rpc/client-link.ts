import { messageOf } from '../contract/base/message-of.ts';
import { type Channel, openChannel } from './channel.ts';
import { type ClientMessage, type ServerMessage, serverMessageSchema } from './message.ts';
import { PROTOCOL_VERSION } from './protocol-version.ts';
import type { Timers } from './timers.ts';
import type { Transport } from './transport.ts';
import type { RpcState } from './types.ts';

/** Times in milliseconds. */
export interface LinkOptions {
	readonly timers: Timers;
	/** Delay before the first attempt after a loss; doubles with each failure, up to `retryMaxMs`. */
	readonly retryFirstMs: number;
	readonly retryMaxMs: number;
	/** Time limit for the transport and the greeting together. */
	readonly greetingMs: number;
}

export type ServerWord = Exclude<ServerMessage, { kind: 'hello' | 'bye' }>;

export interface LinkListener {
	onMessage(message: ServerWord): void;
	/** Called after `state` has changed. */
	onState(state: RpcState): void;
}

export interface Link {
	readonly state: RpcState;
	readonly reason: string | undefined;
	/** Sends when connected, else does nothing. Throws when the message cannot be encoded or is too large. */
	send(message: ClientMessage): void;
	close(): void;
}

/** Keeps one greeted channel to the server: connects at once, and again with back-off after each loss. */
export function openLink(connect: () => Promise<Transport>, listener: LinkListener, options: LinkOptions): Link {
	const { timers } = options;
	let state: RpcState = 'connecting';
	let reason: string | undefined;
	let channel: Channel<ClientMessage> | undefined;
	let closed = false;
	let delay = options.retryFirstMs;
	let timer: unknown;
	/** Counts attempts, so that late messages of an abandoned one are recognised. */
	let attempt = 0;

	const enter = (next: RpcState): void => {
		if (state === next) return;
		state = next;
		listener.onState(next);
	};
	const lose = (why: string | undefined): void => {
		attempt++;
		timers.clear(timer);
		channel = undefined;
		reason = why;
		if (closed) return;
		timer = timers.set(begin, delay);
		delay = Math.min(delay * 2, options.retryMaxMs);
		enter('disconnected');
	};
	const begin = (): void => {
		const mine = ++attempt;
		enter('connecting');
		if (mine !== attempt) return;
		timer = timers.set(() => {
			const late = channel;
			lose('Wirebench did not answer in time.');
			late?.close();
		}, options.greetingMs);
		// Inside a promise, so that a `connect` that throws counts as a failed attempt.
		new Promise<Transport>((resolve) => resolve(connect())).then(
			(transport) => {
				if (mine === attempt) greet(transport, mine);
				else transport.close();
			},
			(error: unknown) => {
				if (mine === attempt) lose(messageOf(error));
			},
		);
	};
	const greet = (transport: Transport, mine: number): void => {
		const opened = openChannel<typeof serverMessageSchema, ClientMessage>(transport, serverMessageSchema, {
			onMessage: (message) => {
				if (mine !== attempt) return;
				if (message.kind === 'hello') welcome(message.version);
				else if (message.kind === 'bye') {
					lose(message.reason);
					opened.close();
				} else if (state === 'connected') listener.onMessage(message);
			},
			onEnd: (why) => {
				if (mine === attempt) lose(why);
			},
		});
		channel = opened;
		opened.send({ kind: 'hello', version: PROTOCOL_VERSION });
	};
	const welcome = (version: number): void => {
		if (version !== PROTOCOL_VERSION) {
			const stranger = channel;
			lose(`Wirebench was updated (protocol ${version}, not ${PROTOCOL_VERSION}): load the page again.`);
			stranger?.close();
			return;
		}
		timers.clear(timer);
		delay = options.retryFirstMs;
		reason = undefined;
		enter('connected');
	};

	begin();
	return {
		get state() {
			return state;
		},
		get reason() {
			return reason;
		},
		send: (message) => {
			if (state === 'connected') channel?.send(message);
		},
		close: () => {
			if (closed) return;
			closed = true;
			const last = channel;
			lose('It was closed.');
			last?.close();
			enter('disconnected');
		},
	};
}
