import { WirebenchError } from '../contract/base/errors.ts';
import type { CallSpec } from '../contract/base/table.ts';
import type { Link, ServerWord } from './client-link.ts';
import type { Timers } from './timers.ts';

/** Maximum number of calls that wait for a connection. */
const WAITING_CALLS = 256;

type Result = Extract<ServerWord, { kind: 'result' }>;

interface Call {
	readonly name: string;
	readonly type: CallSpec['type'];
	readonly input: unknown;
	readonly resolve: (output: unknown) => void;
	readonly reject: (error: WirebenchError) => void;
	/** Ends the wait for a connection. */
	timer?: unknown;
	/** It was sent on an earlier connection. */
	sentBefore?: boolean;
}

export interface CallClient {
	call(name: string, type: CallSpec['type'], input: unknown): Promise<unknown>;
	onResult(result: Result): void;
	/** Sends the calls that wait. */
	onConnected(): void;
	/**
	 * Lets unanswered queries wait for the next connection, once, since they change nothing. Fails unanswered commands:
	 * their outcome is unknown.
	 */
	onLost(): void;
	/** Fails everything, with `reason`. */
	close(reason?: WirebenchError): void;
}

/** Numbers calls, matches results, and lets calls wait up to `waitMs` milliseconds for a connection. */
export function callClient(link: () => Link, nextId: () => number, timers: Timers, waitMs: number): CallClient {
	const sent = new Map<number, Call>();
	const waiting = new Set<Call>();
	let closed: WirebenchError | undefined;

	const transmit = (call: Call): void => {
		const id = nextId();
		try {
			link().send({ kind: 'call', id, name: call.name, input: call.input });
			sent.set(id, call);
		} catch (error) {
			call.reject(sendingError(error, call.name));
		}
	};
	const wait = (call: Call): void => {
		if (waiting.size >= WAITING_CALLS) {
			call.reject(disconnected('Not connected to Wirebench, and too many calls are waiting already.'));
			return;
		}
		waiting.add(call);
		call.timer = timers.set(() => {
			waiting.delete(call);
			const reason = link().reason;
			call.reject(disconnected(`Not connected to Wirebench${reason === undefined ? '.' : `: ${reason}`}`));
		}, waitMs);
	};
	const takeSent = (): Call[] => {
		const calls = [...sent.values()];
		sent.clear();
		return calls;
	};

	return {
		call: (name, type, input) =>
			new Promise((resolve, reject) => {
				const call: Call = { name, type, input, resolve, reject };
				if (closed) reject(closed);
				else if (link().state === 'connected') transmit(call);
				else wait(call);
			}),
		onResult: (result) => {
			const call = sent.get(result.id);
			sent.delete(result.id);
			if (result.error === undefined) call?.resolve(result.output);
			else call?.reject(WirebenchError.fromInfo(result.error));
		},
		onConnected: () => {
			const ready = [...waiting];
			waiting.clear();
			for (const call of ready) {
				timers.clear(call.timer);
				transmit(call);
			}
		},
		onLost: () => {
			for (const call of takeSent()) {
				// Once: a query whose answer breaks the connection must not break every later one.
				if (call.type === 'query' && !call.sentBefore) wait(Object.assign(call, { sentBefore: true }));
				else call.reject(disconnected('The connection to Wirebench was lost before the answer came.'));
			}
		},
		close: (reason = disconnected('The connection to Wirebench is closed.')) => {
			closed = reason;
			for (const call of [...takeSent(), ...waiting]) {
				timers.clear(call.timer);
				call.reject(reason);
			}
			waiting.clear();
		},
	};
}

function disconnected(sentence: string): WirebenchError {
	return new WirebenchError('disconnected', sentence);
}

function sendingError(error: unknown, name: string): WirebenchError {
	if (error instanceof RangeError) return new WirebenchError('too-large', `The input of ${name} is too large to send.`);
	return new WirebenchError('bad-input', `The input of ${name} cannot be sent: ${String(error)}`);
}
