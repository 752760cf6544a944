import { WirebenchError } from '../contract/base/errors.ts';
import { mayFailWith } from '../contract/base/table.ts';
import type { Contract } from '../contract/index.ts';
import { openChannel } from './channel.ts';
import { type ClientMessage, clientMessageSchema, type ServerMessage } from './message.ts';
import { PROTOCOL_VERSION } from './protocol-version.ts';
import { serveCalls } from './server-calls.ts';
import { serveTopics } from './server-topics.ts';
import { isName, rowOf } from './table.ts';
import { systemTimers, type Timers } from './timers.ts';
import type { Transport } from './transport.ts';
import type { Handlers } from './types.ts';
import { validateInput } from './validate.ts';

export interface ServeOptions {
	/**
	 * Called with every fault of our own, with the call or topic in which it happened: an error that is not a WirebenchError, and
	 * one with a code that the contract does not declare for the call.
	 */
	readonly onInternalError?: (error: unknown, where: string) => void;
	/** Called once when the client has left or was disconnected, with the reason where there is one. */
	readonly onEnd?: (reason: string | undefined) => void;
	/** Time limit for the client's greeting in milliseconds, default 10,000; then the transport is closed. */
	readonly greetingMs?: number;
	readonly timers?: Timers;
}

const GREETING_MS = 10_000;

/** A call failed with a code that its contract row does not declare. */
class UndeclaredError extends Error {
	override readonly name = 'UndeclaredError';

	constructor(call: string, cause: WirebenchError) {
		super(`${call} failed with ${cause.code}, which the contract does not declare: ${cause.message}`, { cause });
	}
}

/**
 * Serves one client over `transport` until it ends, or until the returned function is called, optionally with a reason
 * for the client. Nothing that the client sends throws here: a protocol violation closes the transport, a contract
 * violation is answered with an error.
 */
export function serveRpc<C extends Contract>(
	contract: C,
	handlers: Handlers<C>,
	transport: Transport,
	options: ServeOptions = {},
): (reason?: string) => void {
	const { timers = systemTimers, greetingMs = GREETING_MS } = options;
	let greeted = false;
	let ended = false;

	/** Converts anything a handler threw to what the client may see. */
	const errorFor = (error: unknown, where: string): WirebenchError => {
		if (error instanceof WirebenchError) return error;
		options.onInternalError?.(error, where);
		return new WirebenchError('internal', `Something went wrong inside Wirebench (${where}).`);
	};
	const errorForCall = (error: unknown, name: string): WirebenchError => {
		const known = errorFor(error, name);
		if (isName(contract.calls, name) && !mayFailWith(rowOf(contract.calls, name), known.code)) {
			options.onInternalError?.(new UndeclaredError(name, known), name);
		}
		return known;
	};
	const end = (reason: string | undefined): void => {
		if (ended) return;
		ended = true;
		timers.clear(patience);
		topics.close();
		options.onEnd?.(reason);
	};
	const refuse = (reason: string): void => {
		channel.close(reason);
		end(reason);
	};

	const patience = timers.set(() => refuse('There was no greeting.'), greetingMs);
	const channel = openChannel<typeof clientMessageSchema, ServerMessage>(transport, clientMessageSchema, {
		onMessage: (message, bytes) => {
			if (message.kind === 'hello') greet(message.version);
			else if (message.kind === 'bye') {
				channel.close();
				end(message.reason);
			} else if (!greeted) refuse('The first message must be a greeting.');
			else dispatch(message, bytes);
		},
		onEnd: end,
	});
	const calls = serveCalls<C>(
		handlers,
		(name, input) => validateInput<C['calls'][typeof name]['input']>(rowOf(contract.calls, name).input, input),
		channel.send,
		errorForCall,
	);
	const topics = serveTopics<C>(
		handlers,
		(topic, params) => validateInput<C['topics'][typeof topic]['params']>(rowOf(contract.topics, topic).params, params),
		channel.send,
		errorFor,
		() => transport.buffered?.() ?? 0,
		(topic) => isName(contract.topics, topic) && rowOf(contract.topics, topic).isWhole,
	);

	const greet = (version: number): void => {
		if (greeted) refuse('There was a greeting already.');
		else if (version !== PROTOCOL_VERSION)
			refuse(`This Wirebench speaks protocol ${PROTOCOL_VERSION}, not ${version}.`);
		greeted = true;
		timers.clear(patience);
	};
	const dispatch = (message: Exclude<ClientMessage, { kind: 'hello' | 'bye' }>, bytes: number): void => {
		switch (message.kind) {
			case 'call':
				calls.call(message.id, message.name, message.input, bytes);
				return;
			case 'subscribe':
				if (!topics.subscribe(message.id, message.topic, message.params))
					refuse('A subscription number was used twice.');
				return;
			case 'unsubscribe':
				topics.unsubscribe(message.id);
				return;
			case 'seen':
				if (!topics.seen(message.count)) refuse('More messages were seen than were sent.');
				return;
		}
	};

	channel.send({ kind: 'hello', version: PROTOCOL_VERSION });
	return (reason) => {
		channel.close(reason);
		end(reason);
	};
}
