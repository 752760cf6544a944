import { parentPort } from 'node:worker_threads';
import { WirebenchError } from '../../common/contract/base/errors.ts';
import type { Contract } from '../../common/contract/index.ts';
import type { ClientMessage, ServerMessage } from '../../common/rpc/message.ts';
import { PROTOCOL_VERSION } from '../../common/rpc/protocol-version.ts';
import { serveCalls } from '../../common/rpc/server-calls.ts';
import { serveTopics } from '../../common/rpc/server-topics.ts';
import { trust } from '../../common/rpc/trust.ts';
import type { Handlers } from '../../common/rpc/types.ts';
import { transferOf } from './transfer.ts';

export interface ServeThreadOptions {
	/** Converts a handler's error for the caller. An error that it throws ends the thread; default: all but WirebenchErrors. */
	readonly errorFor?: (error: unknown) => WirebenchError;
	/** Called before each message: messages that it emits arrive earlier. */
	readonly beforeSend?: () => void;
}

/**
 * Answers the thread that started this one, until that closes it. Messages are structured clones, in order; inputs are
 * not validated: only the type of the contract is needed, and no schema is loaded. Call it once, at the end of a
 * thread's entry.
 */
export function serveThread<C extends Contract>(
	handlers: Handlers<C>,
	{ errorFor = onlyOurs, beforeSend = () => undefined }: ServeThreadOptions = {},
): void {
	const port = parentPort;
	if (port === null) throw new Error('This is the entry of a thread.');
	const send = (message: ServerMessage): void => {
		beforeSend();
		const value = message.kind === 'result' ? message.output : 'data' in message ? message.data : undefined;
		port.postMessage(message, transferOf(value));
	};
	const calls = serveCalls<C>(handlers, (_name, input) => trust(input), send, errorFor);
	const topics = serveTopics<C>(
		handlers,
		(_topic, params) => trust(params),
		send,
		errorFor,
		() => 0,
		// The other thread does not report how far it is: it passes on what it gets.
		() => false,
	);
	port.on('message', (message: ClientMessage) => {
		// `exit` ends only this thread, after earlier messages are sent, and closes its files.
		if (message.kind === 'bye') process.exit();
		else if (message.kind === 'call') calls.call(message.id, message.name, message.input, 0);
		else if (message.kind === 'subscribe') topics.subscribe(message.id, message.topic, message.params);
		else if (message.kind === 'unsubscribe') topics.unsubscribe(message.id);
	});
	send({ kind: 'hello', version: PROTOCOL_VERSION });
}

function onlyOurs(error: unknown): WirebenchError {
	if (error instanceof WirebenchError) return error;
	throw error;
}
