import type { SocketAddress } from '../../../../common/contract/base/address.ts';
import type { Sentence } from '../../../../common/contract/base/sentence.ts';
import type { GeneratorRun } from '../../../../common/contract/calls/generator.ts';
import type { LedgerFigures } from '../../../../common/contract/calls/loss-report.ts';
import type { KernelSocket, PeerProgram } from '../../../../common/contract/calls/system/kernel.ts';
import type { TlsFacts } from '../../../../common/contract/config/tls.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import type { Said } from '../../../../common/words/sentence/said.ts';

/** The text of a stored event without addresses. */
interface Unread {
	message: string;
}

/** What a message has beyond a read. */
export interface PrintedMessage {
	/** In its direction of its connection, from 1. */
	readonly number: number;
	/** The number of reads that it came in. */
	readonly reads: number;
	/** Position in the capture of the event with its first byte, from 0, and its time. */
	readonly first: number;
	readonly begin: string;
	/** The stream ended before it did. */
	readonly complete?: false;
	/** It violates the framing. */
	readonly fault?: true;
}

/** What the kernel reports about a socket, and the program at its other end where that is asked for. */
export interface KernelReport extends Omit<KernelSocket, 'notes'> {
	/** Why facts are not known, or what is special about them. */
	readonly notes: readonly string[];
	readonly program?: PeerProgram;
	/** Why it is not known. */
	readonly programUnknown?: string;
}

/**
 * The output of `listen --json` and `send --json`, one JSON object a line; `bytes` are printed as `length` and `hex`.
 * `time` is ISO 8601 in UTC.
 */
export type PrintedEvent =
	/** `reach`: who can reach it, for lines. */
	| ({ event: 'listening'; endpoint: string; reach?: Said } & (SocketAddress | Unread))
	| ({
			event: 'open';
			endpoint: string;
			connection: number;
			direction: 'in' | 'out';
			time: string;
	  } & ({ local: SocketAddress; remote: SocketAddress } | Unread))
	| {
			event: 'data';
			endpoint: string;
			connection: number;
			direction: 'in' | 'out';
			/** Only valid until the print returns. */
			bytes: Uint8Array;
			/** How lines show them: left out is UTF-8, of a stream. JSON has the bytes alone. */
			charset?: CharsetName | undefined;
			datagram?: boolean | undefined;
			/** Of a list of messages. */
			message?: PrintedMessage | undefined;
			/** Its decoded units, and values of decoded fields by their names: of JSON alone, where they are wanted. */
			decoded?: readonly unknown[];
			columns?: Readonly<Record<string, readonly unknown[]>>;
			time: string;
	  }
	| {
			event: 'end' | 'close' | 'reset' | 'note' | 'error';
			endpoint: string;
			/** Absent for events of the endpoint itself. */
			connection?: number;
			direction?: 'in' | 'out';
			/** The system's own code, as in `ECONNRESET`, of an `error`. */
			errno?: string;
			/** Its number, as connect_ex returns it. */
			errnoNumber?: number;
			/** Absent without a text. */
			message?: string;
			/** The sentence that the text is, or contains. Lines are in the language of the run, JSON is English. */
			says?: Sentence | undefined;
			/** The message in the language of this run, which lines show. JSON has the English one alone. */
			spoken?: string;
			/** The negotiated parameters of a connection, with its `note`. */
			tls?: TlsFacts;
			time: string;
	  }
	| ({ event: 'kernel'; endpoint: string; connection?: number; spoken: string; time: string } & KernelReport)
	| ({ event: 'generator' } & GeneratorRun)
	| ({ event: 'ledger'; endpoint: string } & LedgerFigures)
	| { event: 'summary'; received: number; stored: number; dropped: number };

/** The system's code in a sentence and its number, as in `ECONNRESET (104)`. */
export function systemError(text: string): { errno?: string; errnoNumber?: number } {
	const [, errno, number] = /\b(E[A-Z][A-Z0-9]+)\b(?: \((-?\d+)\))?/.exec(text) ?? [];
	return {
		...(errno === undefined ? {} : { errno }),
		...(number === undefined ? {} : { errnoNumber: Number(number) }),
	};
}
