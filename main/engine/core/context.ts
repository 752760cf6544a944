import type { CaptureSink } from '../../../common/capture/event.ts';
import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { ConnectionState } from '../../../common/contract/calls/workbench.ts';
import { BoundAddresses } from '../addresses/bound-addresses.ts';
import { UnixAddresses } from '../addresses/unix-address.ts';
import { Authority } from '../tls/index.ts';
import { ChangeTracker } from './change-tracker.ts';
import { FileBudget } from './file-budget.ts';
import { RateMeter } from './rate-meter.ts';
import { Relief } from './relief.ts';
import { Sendings } from './sendings.ts';

/** A peer that datagrams are sent to one by one, many of them. */
export interface DatagramTarget {
	/** Hands a datagram to the system, which may take it later. `after` is called once for each, in order; it has to call `handed`. */
	hand(bytes: Uint8Array, after: (error: Error | null) => void): void;
	/** Records what the system has taken; a failure is not told of. */
	handed(bytes: Uint8Array, error: Error | null): void;
}

/** Bytes on their way. */
export interface Transmission {
	/** How many of them the kernel has taken. */
	readonly taken: number;
	/** Takes back what has not been handed to the system; `done` is not called any more. */
	cancel(): void;
}

/** A connection while it lives: a TCP stream or a UDP peer. */
export interface LiveConnection {
	readonly id: number;
	/** Id of its endpoint. */
	readonly endpoint: string;
	state(): ConnectionState;
	/** Resolves when the kernel has taken all the bytes; rejects with a WirebenchError that says how much went out. */
	send(bytes: Uint8Array): Promise<void>;
	/** The same for what may be taken back. `done` may be called before this returns. */
	transmit?(bytes: Uint8Array, done: (error?: WirebenchError) => void): Transmission;
	end(): void;
	close(): void;
	reset(): void;
	/** An event of our own on it. */
	tell(kind: 'note' | 'error', text: string): void;
	/** From its next message on the endpoint's answers are given by what its record says now. */
	answerAnew?(): void;
	/** Where its messages are datagrams. */
	readonly datagrams?: DatagramTarget;
}

/** How long a peer may stay silent after the FIN of a responder before its connection is closed. */
const LINGER_MS = 30_000;

export interface EngineOptions {
	readonly sink: CaptureSink;
	/** Milliseconds that a peer may stay silent after the FIN of a responder before its connection is closed. Default 30,000. */
	readonly lingerMs?: number;
	/** Where Wirebench's certificate authority is kept. Default: nowhere, it ends with the engine. */
	readonly tlsFolder?: string | undefined;
}

/** What all endpoints of an engine share. */
export class EngineContext {
	readonly sink: CaptureSink;
	readonly changes = new ChangeTracker();
	readonly rates = new RateMeter();
	readonly bound = new BoundAddresses();
	readonly unix = new UnixAddresses();
	readonly relief: Relief;
	readonly lingerMs: number;
	readonly authority: Authority;
	readonly connections = new Map<number, LiveConnection>();
	/** Who is told when a connection closes, by its number. */
	readonly closings = new Map<number, () => void>();
	readonly files = new FileBudget();
	readonly sendings = new Sendings();
	#lastConnection = 0;

	constructor({ sink, lingerMs = LINGER_MS, tlsFolder }: EngineOptions) {
		this.sink = sink;
		this.lingerMs = lingerMs;
		this.authority = new Authority(tlsFolder);
		this.relief = new Relief(sink);
	}

	/** From 1, never used twice. */
	nextConnectionId(): number {
		this.#lastConnection++;
		return this.#lastConnection;
	}

	/** A connection goes on by another number: who waits for it to close waits for that. */
	renumber(before: number, now: number): void {
		const closing = this.closings.get(before);
		if (closing === undefined) return;
		this.closings.delete(before);
		this.closings.set(now, closing);
	}

	close(): void {
		this.sendings.close();
		this.relief.close();
		this.rates.stop();
	}
}
