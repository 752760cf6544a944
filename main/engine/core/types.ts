import type { PortOwner } from '../../../common/contract/base/errors.ts';
import type { GeneratorRequest, GeneratorRun } from '../../../common/contract/calls/generator.ts';
import type { LedgerFigures } from '../../../common/contract/calls/loss-report.ts';
import type { Sending, SendResult } from '../../../common/contract/calls/sending.ts';
import type { ConnectionState, EndpointState } from '../../../common/contract/calls/workbench.ts';
import type { StreamFraming } from '../../../common/contract/config/framing.ts';
import type { Numbering } from '../../../common/contract/config/numbering.ts';
import type { ProxyFaults } from '../../../common/contract/config/proxy.ts';
import type { Responder } from '../../../common/contract/config/responder.ts';
import type { OptionInForce, SocketOptions } from '../../../common/contract/config/socket-options.ts';
import type { EndpointConfig } from '../../../common/endpoints/index.ts';
import type { Sendings } from './sendings.ts';

/** What has changed since the last time it was taken: ids whose state is new or gone. */
export interface EngineChanges {
	readonly endpoints: ReadonlySet<string>;
	readonly connections: ReadonlySet<number>;
}

/** One connection, several, or (with neither) every open one; of a UDP socket, the peer at `to` or at its remote. */
export interface SendPlace {
	readonly endpoint: string;
	readonly connection?: number | undefined;
	readonly connections?: readonly number[] | undefined;
	readonly to?: { readonly host: string; readonly port: number } | undefined;
	/** The same from a Unix datagram socket. */
	readonly path?: string | undefined;
}

export interface SendRequest extends SendPlace {
	readonly bytes: Uint8Array;
}

/** Is told at once of what comes on the connections of one endpoint. */
export interface EndpointWatcher {
	/** The bytes are only valid until this returns. */
	received(bytes: Uint8Array): void;
	/** The peer has ended its side, or the connection is closed. */
	ended(): void;
	/** The connection was reset, or failed. */
	failed(message: string): void;
}

export interface RepeatRequest extends SendRequest {
	/** Milliseconds from one message to the next; 0: as fast as it can. */
	readonly intervalMs: number;
	/** For each connection; 0: no end. */
	readonly count: number;
}

export interface FileRequest extends SendPlace {
	readonly path: string;
	/** What it is called; left out: as its path. */
	readonly name?: string | undefined;
	/** Of a UDP socket. */
	readonly datagramBytes: number;
}

/** What the options of an endpoint are to be; `noDelay` as it is where it is left out. */
export interface WantedOptions {
	readonly options: SocketOptions;
	readonly noDelay?: boolean | undefined;
}

/** Who signs the certificates that Wirebench makes. */
export interface CertificateAuthority {
	/** Where it is kept; undefined for one that ends with the process. */
	readonly file: string | undefined;
	/** Its certificate as PEM; made if there is none yet. Fails with `tls`. */
	certificate(): Promise<string>;
}

/** Everything that owns sockets. Failures are WirebenchErrors. */
export interface Engine {
	/** Wirebench's certificate authority. */
	readonly authority: CertificateAuthority;
	create(config: EndpointConfig, watcher?: EndpointWatcher): EndpointState;
	update(id: string, config: EndpointConfig): EndpointState;
	/** Also while it runs. */
	setFraming(id: string, framing: StreamFraming): EndpointState;
	/** Also while it runs. */
	setResponder(id: string, responder: Responder): Promise<EndpointState>;
	/** Of a proxy, also while it runs; of one connection alone when it is named, until it closes. */
	setFaults(id: string, connection: number | undefined, faults: ProxyFaults | undefined): EndpointState;
	/** Also while it runs. */
	setOptions(id: string, wanted: WantedOptions): EndpointState;
	/** What is in force; nothing while it does not run. */
	options(id: string): OptionInForce[];
	remove(id: string): Promise<void>;
	start(id: string): Promise<EndpointState>;
	stop(id: string): Promise<void>;
	/** Removes the socket that was left behind at a Unix server's path. */
	removeStale(id: string): Promise<void>;
	dismissError(id: string): void;
	/** Who holds a port of this machine, as far as the system tells. */
	portOwners(protocol: 'tcp' | 'udp', host: string, port: number): Promise<PortOwner[]>;
	/** Begins to send numbered messages on one connection. */
	generate(request: GeneratorRequest): Promise<GeneratorRun>;
	stopGenerator(id: string): GeneratorRun;
	/** Resolves when the run has ended, however it did. */
	generatorEnded(id: string): Promise<GeneratorRun>;
	/** Those that send, and the latest that have ended. */
	generators(): GeneratorRun[];
	/** Called at the first change after `generators`, once; look when convenient. */
	onGenerators(listener: () => void): () => void;
	/** Begins a ledger of numbered messages, also while the endpoint runs, or with undefined keeps none. */
	setLedger(id: string, numbering: Numbering | undefined): EndpointState;
	/** Undefined where the endpoint keeps no ledger. */
	ledger(id: string): LedgerFigures | undefined;
	/** Called at the first change after `ledger`, once; look when convenient. */
	onLedger(id: string, listener: () => void): () => void;
	/** Resolves when the kernel has taken all the bytes, or it was stopped. */
	send(request: SendRequest): Promise<SendResult>;
	/** Resolves when it has begun; `sendings` tells how it goes on. */
	repeat(request: RepeatRequest): Promise<Sending>;
	sendFile(request: FileRequest): Promise<Sending>;
	readonly sendings: Pick<Sendings, 'list' | 'running' | 'stop' | 'dismiss' | 'ended' | 'onChange'>;
	endConnection(connection: number): void;
	closeConnection(connection: number): void;
	resetConnection(connection: number): void;
	endpoints(): EndpointState[];
	endpoint(id: string): EndpointState | undefined;
	connections(): ConnectionState[];
	connection(id: number): ConnectionState | undefined;
	/** Called at the first change after `takeChanges`, once; take them when convenient. */
	onChange(listener: () => void): () => void;
	takeChanges(): EngineChanges;
	/** Stops everything; resolves when every socket is closed. */
	close(): Promise<void>;
}
