import type { CaptureSink } from '../../common/capture/event.ts';
import type { ConnectionState } from '../../common/contract/workbench.ts';
import { BoundAddresses } from './bound-addresses.ts';
import { ChangeTracker } from './change-tracker.ts';
import { RateMeter } from './rate-meter.ts';
import { Relief } from './relief.ts';
import { UnixAddresses } from './unix-address.ts';

/** A connection while it lives: a TCP stream or a UDP peer. */
export interface LiveConnection {
	readonly id: number;
	/** Id of its endpoint. */
	readonly endpoint: string;
	state(): ConnectionState;
	/** Resolves when the kernel has taken all the bytes; rejects with a WirebenchError that says how much went out. */
	send(bytes: Uint8Array): Promise<void>;
	end(): void;
	close(): void;
	reset(): void;
}

/** How long a peer may stay silent after the FIN of a responder before its connection is closed. */
const LINGER_MS = 30_000;

export interface EngineOptions {
	readonly sink: CaptureSink;
	/** Milliseconds that a peer may stay silent after the FIN of a responder before its connection is closed. Default 30,000. */
	readonly lingerMs?: number;
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
	readonly connections = new Map<number, LiveConnection>();
	#lastConnection = 0;

	constructor({ sink, lingerMs = LINGER_MS }: EngineOptions) {
		this.sink = sink;
		this.lingerMs = lingerMs;
		this.relief = new Relief(sink);
	}

	/** From 1, never used twice. */
	nextConnectionId(): number {
		this.#lastConnection++;
		return this.#lastConnection;
	}

	close(): void {
		this.relief.close();
		this.rates.stop();
	}
}
