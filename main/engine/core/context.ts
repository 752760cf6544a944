import type { CaptureSink } from '../../../common/capture/event.ts';
import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import type { ConnectionState } from '../../../common/contract/calls/workbench.ts';
import type { EndpointConfig } from '../../../common/endpoints/index.ts';
import { NO_PROGRAMS, type Programs } from '../../../common/structure/index.ts';
import { BoundAddresses } from '../addresses/bound-addresses.ts';
import { UnixAddresses } from '../addresses/unix-address.ts';
import { PROCESS_NAMES, type TemplateNames } from '../templates/draws.ts';
import { Authority } from '../tls/index.ts';
import { ChangeTracker } from './change-tracker.ts';
import { FileBudget } from './file-budget.ts';
import type { PathFolder } from './located.ts';
import { RateMeter } from './rate-meter.ts';
import { Relief } from './relief.ts';
import { Sendings } from './sendings.ts';

/** A peer that receives many datagrams, one by one. */
export interface DatagramTarget {
	/** Passes a datagram to the system, which may take it later. `after` is called once for each, in order, and must call `handed`. */
	hand(bytes: Uint8Array, after: (error: Error | null) => void): void;
	/** Records a datagram that the system has taken; a failure is not reported. */
	handed(bytes: Uint8Array, error: Error | null): void;
}

/** Bytes in flight. */
export interface Transmission {
	/** Number of bytes that the kernel has taken. */
	readonly taken: number;
	/** Withdraws bytes not passed to the system yet; `done` is not called any more. */
	cancel(): void;
}

/** An open connection: a TCP stream or a UDP peer. */
export interface LiveConnection {
	readonly id: number;
	/** Id of its endpoint. */
	readonly endpoint: string;
	state(): ConnectionState;
	/** Resolves when the kernel has taken all the bytes; rejects with a WirebenchError that has the number of sent bytes. */
	send(bytes: Uint8Array): Promise<void>;
	/** The same with a way to cancel. `done` may be called before this returns. */
	transmit?(bytes: Uint8Array, done: (error?: WirebenchError) => void): Transmission;
	end(): void;
	close(): void;
	reset(): void;
	/** Records an event of our own on it. `says`: the sentence that the text is, or contains. */
	tell(kind: 'note' | 'error', text: string, says?: Sentence): void;
	/** Uses the endpoint's current answers from its next message on. */
	answerAnew?(): void;
	/** Set where its messages are datagrams. */
	readonly datagrams?: DatagramTarget;
}

/** Milliseconds of silence from a peer after the responder's FIN before its connection is closed. */
const LINGER_MS = 30_000;

export interface EngineOptions {
	readonly sink: CaptureSink;
	/** Milliseconds that a peer may stay silent after the FIN of a responder before its connection is closed. Default 30,000. */
	readonly lingerMs?: number;
	/** The folder of Wirebench's certificate authority. Default: none, it ends with the engine. */
	readonly tlsFolder?: string | undefined;
	/** The folder in which relative paths of configs begin. Default: the working directory. */
	readonly folder?: PathFolder;
	/** Throws where an endpoint may not start with this config. Default: each may. */
	readonly mayStart?: ((config: EndpointConfig) => void) | undefined;
	/** What templates can name. Default: the process's environment, and no variables. */
	readonly names?: TemplateNames | undefined;
	/** The structures that rules and tests can name first. Default: none. */
	readonly structures?: Programs | undefined;
}

/** State shared by all endpoints of an engine. */
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
	/** Listeners for the close of a connection, by its number. */
	readonly closings = new Map<number, () => void>();
	readonly files = new FileBudget();
	readonly sendings = new Sendings();
	readonly names: TemplateNames;
	/** The structures that rules and tests can name now. */
	structures: Programs;
	/** Where relative paths of new endpoints begin. */
	folder: PathFolder;
	#lastConnection = 0;

	constructor(options: EngineOptions) {
		const { sink, lingerMs = LINGER_MS, tlsFolder, folder, names = PROCESS_NAMES } = options;
		this.structures = options.structures ?? NO_PROGRAMS;
		this.sink = sink;
		this.folder = folder;
		this.names = names;
		this.lingerMs = lingerMs;
		this.authority = new Authority(tlsFolder);
		this.relief = new Relief(sink);
	}

	/** From 1, never used twice. */
	nextConnectionId(): number {
		this.#lastConnection++;
		return this.#lastConnection;
	}

	/** A connection continues under another number: listeners for its close move along. */
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
