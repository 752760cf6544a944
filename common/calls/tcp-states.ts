import type { CallEvent } from './call.ts';
import { systemError } from './system-error.ts';

/** The states of a TCP connection (RFC 9293, 3.3.2). */
export const TCP_STATES = [
	'CLOSED',
	'LISTEN',
	'SYN-SENT',
	'SYN-RECEIVED',
	'ESTABLISHED',
	'FIN-WAIT-1',
	'FIN-WAIT-2',
	'CLOSING',
	'TIME-WAIT',
	'CLOSE-WAIT',
	'LAST-ACK',
] as const;
export type TcpState = (typeof TCP_STATES)[number];

/** Who: our end of the connection, or the other one. */
export const TCP_ENDS = ['own', 'peer'] as const;
export type TcpEnd = (typeof TCP_ENDS)[number];

export const TCP_FLAGS = ['SYN', 'SYN, ACK', 'ACK', 'FIN, ACK', 'RST'] as const;

/** A segment without data that belongs to a change of state. */
export interface TcpSegment {
	readonly from: TcpEnd;
	readonly flags: (typeof TCP_FLAGS)[number];
	/** An event shows it; otherwise it follows from the protocol. */
	readonly seen: boolean;
}

/** What an event made of the states. */
export interface TcpMoment {
	/** Position of the event in the capture, and its wall clock. */
	readonly n: number;
	readonly time: bigint;
	/** The states that each end went through, the last of which it is in. */
	readonly own: readonly TcpState[];
	readonly peer: readonly TcpState[];
	/** Our state follows from the protocol; that of the other end always does. */
	readonly inferred: boolean;
	readonly segments: readonly TcpSegment[];
}

/** How a connection ended: one FIN after the other, with data between the two, by a reset, or by two FINs that crossed. */
export const GOODBYES = ['fin', 'half-close', 'reset', 'both'] as const;
export type Goodbye = (typeof GOODBYES)[number];

/** The other end's FIN this soon after ours has probably crossed it: few programs answer one so fast. Nanoseconds. */
const CROSSED_NS = 200_000n;

/**
 * Follows the states of both ends of a connection through its events, in order. The kernel at the other end acknowledges a FIN by itself, within
 * some 40 ms, whatever its program does: so much is inferred, and FIN-WAIT-1 passes.
 */
export class TcpStates {
	#own: TcpState;
	#peer: TcpState;
	/** The first FIN: whose, when, and whether data followed. */
	#first: { readonly by: TcpEnd; readonly time: bigint; data: boolean } | undefined;
	#goodbye: Goodbye | undefined;
	readonly moments: TcpMoment[] = [];

	constructor(accepted: boolean) {
		this.#own = accepted ? 'LISTEN' : 'CLOSED';
		this.#peer = accepted ? 'CLOSED' : 'LISTEN';
	}

	/** Undefined while it is open. */
	get goodbye(): Goodbye | undefined {
		return this.#goodbye;
	}

	/** Data after the first FIN makes it a half-close. */
	data(): void {
		if (this.#first !== undefined && this.#goodbye === undefined) this.#first.data = true;
	}

	take(event: CallEvent): void {
		const { kind, direction, text } = event;
		if (kind === 'open') this.#open(event, direction === 'out');
		else if (kind === 'end') this.#fin(event, direction === 'out' ? 'own' : 'peer');
		else if (kind === 'reset') this.#reset(event, direction === 'out' ? 'own' : 'peer');
		else if (kind === 'error' && direction !== 'out' && systemError(text).errno === 'ECONNRESET')
			this.#reset(event, 'peer');
	}

	#open(event: Place, opened: boolean): void {
		const [active, passive]: [TcpEnd, TcpEnd] = opened ? ['own', 'peer'] : ['peer', 'own'];
		const opens: TcpState[] = ['SYN-SENT', 'ESTABLISHED'];
		const accepts: TcpState[] = ['LISTEN', 'SYN-RECEIVED', 'ESTABLISHED'];
		this.#add(event, opened ? opens : accepts, opened ? accepts : opens, false, [
			{ from: active, flags: 'SYN', seen: false },
			{ from: passive, flags: 'SYN, ACK', seen: false },
			{ from: active, flags: 'ACK', seen: false },
		]);
	}

	#fin(event: Place, by: TcpEnd): void {
		const other: TcpEnd = by === 'own' ? 'peer' : 'own';
		const first = this.#first;
		if (first === undefined) {
			if (this.#own !== 'ESTABLISHED') return;
			this.#first = { by, time: event.time, data: false };
			const sends: TcpState[] = ['FIN-WAIT-1', 'FIN-WAIT-2'];
			const receives: TcpState[] = ['CLOSE-WAIT'];
			this.#add(event, by === 'own' ? sends : receives, by === 'own' ? receives : sends, by === 'own', [
				{ from: by, flags: 'FIN, ACK', seen: true },
				{ from: other, flags: 'ACK', seen: false },
			]);
			return;
		}
		if (first.by === by || this.#goodbye !== undefined) return;
		const segments: TcpSegment[] = [
			{ from: by, flags: 'FIN, ACK', seen: true },
			{ from: other, flags: 'ACK', seen: false },
		];
		// Ours after the other one's was sent when that had come: we may answer a FIN at once.
		if (first.by === 'own' && !first.data && event.time - first.time < CROSSED_NS) {
			this.#goodbye = 'both';
			const crosses: TcpState[] = ['CLOSING', 'TIME-WAIT'];
			this.#add(event, crosses, crosses, true, segments);
			return;
		}
		this.#goodbye = first.data ? 'half-close' : 'fin';
		const last: TcpState[] = ['LAST-ACK', 'CLOSED'];
		const waits: TcpState[] = ['TIME-WAIT'];
		this.#add(event, by === 'own' ? last : waits, by === 'own' ? waits : last, true, segments);
	}

	#reset(event: Place, by: TcpEnd): void {
		if (this.#goodbye === 'reset' || (this.#own === 'CLOSED' && this.#peer === 'CLOSED')) return;
		this.#goodbye = 'reset';
		this.#add(event, ['CLOSED'], ['CLOSED'], false, [{ from: by, flags: 'RST', seen: true }]);
	}

	#add({ n, time }: Place, own: TcpState[], peer: TcpState[], inferred: boolean, segments: TcpSegment[]): void {
		this.#own = own.at(-1) ?? this.#own;
		this.#peer = peer.at(-1) ?? this.#peer;
		this.moments.push({ n, time, own, peer, inferred, segments });
	}
}

interface Place {
	readonly n: number;
	readonly time: bigint;
}
