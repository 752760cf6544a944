import type { Recording } from '../contract/calls/recording.ts';
import type { Action } from '../contract/config/responder.ts';
import { turnsOf } from './turns/turns.ts';

/** A message of the client. */
export interface Asked {
	readonly turn: number;
	readonly bytes: Uint8Array;
}

/** What the server did after a message of the client, or when the connection opened. */
export interface Answered {
	/** Absent: it sent nothing. */
	readonly reply: Asked | undefined;
	readonly after: Action['after'];
	/** Datagrams that it sent beside the first one. */
	readonly more: number;
}

export interface Exchanges {
	readonly greeting: Answered | undefined;
	readonly exchanges: readonly (Answered & { readonly request: Asked })[];
}

interface Open {
	request: Asked | undefined;
	reply: Asked | undefined;
	after: Action['after'];
	more: number;
}

/** The requests of a conversation, each with what the server answered. An end that follows the client's own one is no answer. */
export function exchangesOf(recording: Pick<Recording, 'transport' | 'events'>): Exchanges {
	const blank = (request: Asked | undefined): Open => ({ request, reply: undefined, after: 'keep', more: 0 });
	let current = blank(undefined);
	const all = [current];
	let clientEnded = false;
	for (const [turn, one] of turnsOf(recording).entries()) {
		if (one.from === 'client') {
			if (one.type !== 'data') clientEnded = true;
			else {
				current = blank({ turn, bytes: one.bytes });
				all.push(current);
			}
		} else if (one.type === 'data') {
			if (current.reply === undefined) current.reply = { turn, bytes: one.bytes };
			else current.more++;
		} else if (!clientEnded) current.after = one.type;
	}
	const exchanges = all.flatMap(({ request, ...answer }) => (request === undefined ? [] : [{ request, ...answer }]));
	const [greeting] = all;
	const greets = greeting?.request === undefined && (greeting?.reply !== undefined || greeting?.after !== 'keep');
	return { greeting: greets ? greeting : undefined, exchanges };
}
