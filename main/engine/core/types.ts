import type { PortOwner } from '../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import type { GeneratorRequest, GeneratorRun } from '../../../common/contract/calls/generator.ts';
import type { LedgerFigures } from '../../../common/contract/calls/loss-report.ts';
import type { MessageToFill, Sending, SendResult } from '../../../common/contract/calls/sending.ts';
import type { ConnectionProgram, KernelSocket } from '../../../common/contract/calls/system/kernel.ts';
import type { ConnectionState, EndpointState } from '../../../common/contract/calls/workbench.ts';
import type { StreamFraming } from '../../../common/contract/config/framing.ts';
import type { Numbering } from '../../../common/contract/config/numbering.ts';
import type { ProxyFaults } from '../../../common/contract/config/proxy.ts';
import type { Responder } from '../../../common/contract/config/responder.ts';
import type { OptionInForce, SocketOptions } from '../../../common/contract/config/socket-options.ts';
import type { DecodeAs, EndpointConfig } from '../../../common/endpoints/index.ts';
import type { Programs } from '../../../common/structure/index.ts';
import type { TemplateNames } from '../templates/draws.ts';
import type { Sendings } from './sendings.ts';

/** Changes since the last call: ids whose state is new or gone. */
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

/** Is called synchronously with what happens on the connections of one endpoint, by their ids, after it was recorded. */
export interface EndpointWatcher {
	opened(connection: number): void;
	/** The bytes are only valid until this returns. */
	received(connection: number, bytes: Uint8Array): void;
	/** The peer has ended its side, or the connection is closed. */
	ended(connection: number): void;
	/** The connection was reset, or failed. */
	failed(connection: number, reason: { readonly message: string; readonly says?: Sentence | undefined }): void;
}

/** How an endpoint is created. */
export interface Creation {
	/** Not in use; left out: a new one. */
	readonly id?: string | undefined;
	/** It belongs to a run, not to what a person has set up. */
	readonly temporary?: boolean | undefined;
}

/** A message that is filled in when it is sent. */
export interface TemplateRequest extends SendPlace {
	readonly message: MessageToFill;
}

/** How a message is repeated. */
export interface Repetition {
	/** Milliseconds between messages; 0: as fast as possible. */
	readonly intervalMs: number;
	/** For each connection; 0: unlimited. */
	readonly count: number;
}

export interface RepeatRequest extends SendRequest, Repetition {}

export interface FileRequest extends SendPlace {
	readonly path: string;
	/** Its display name; left out: its path. */
	readonly name?: string | undefined;
	/** Of a UDP socket. */
	readonly datagramBytes: number;
}

/** New options of an endpoint; `noDelay` is unchanged where it is left out. */
export interface WantedOptions {
	readonly options: SocketOptions;
	readonly noDelay?: boolean | undefined;
}

/** The signer of the certificates that Wirebench generates. */
export interface CertificateAuthority {
	/** Where it is stored; undefined for one that ends with the process. */
	readonly file: string | undefined;
	/** Its certificate as PEM; created if it does not exist. Fails with `tls`. */
	certificate(): Promise<string>;
}

/** The owner of all sockets. Failures are WirebenchErrors. */
export interface Engine {
	/** Wirebench's certificate authority. */
	readonly authority: CertificateAuthority;
	/** What templates can name. */
	readonly names: TemplateNames;
	/** The structures that rules and tests can name. */
	readonly structures: Programs;
	/** Replaces the structures; what is set up goes on with the ones before until `structuresChanged`. */
	setStructures(structures: Programs): void;
	/** Endpoints whose rules fit the present structures use them, also while they run. `nowCalled`: ids by those before; left out: the same. */
	structuresChanged(nowCalled?: (id: string) => string): void;
	/** Creates a stopped endpoint. */
	create(config: EndpointConfig, how?: Creation): EndpointState;
	/** Watches an endpoint until the returned function is called. */
	watch(id: string, watcher: EndpointWatcher): () => void;
	update(id: string, config: EndpointConfig): EndpointState;
	/** Also while it runs. */
	setFraming(id: string, framing: StreamFraming): EndpointState;
	/** Of its text, by any label; left out: UTF-8. Also while it runs. */
	setCharset(id: string, charset: string | undefined): EndpointState;
	/** The protocols that its payloads are decoded as. Also while it runs. */
	setDecodeAs(id: string, decodeAs: DecodeAs): EndpointState;
	/** Also while it runs. */
	setResponder(id: string, responder: Responder): Promise<EndpointState>;
	/** For a proxy, also while it runs; with a connection only for that one, until it closes. */
	setFaults(id: string, connection: number | undefined, faults: ProxyFaults | undefined): EndpointState;
	/** Also while it runs. */
	setOptions(id: string, wanted: WantedOptions): EndpointState;
	/** Values in force; empty while it does not run. */
	options(id: string): OptionInForce[];
	remove(id: string): Promise<void>;
	/**
	 * From now on relative paths of configs begin in this folder. What is set up goes on, with the configs that `change` makes,
	 * which mean the same files there; left out: nothing is set up. Temporary endpoints keep their folder.
	 */
	relocate(folder: string, change?: (config: EndpointConfig) => EndpointConfig): void;
	/** Lists endpoints in this order; those that are not named follow. */
	arrange(ids: readonly string[]): void;
	start(id: string): Promise<EndpointState>;
	stop(id: string): Promise<void>;
	/** The same for several at the same moment; ids of endpoints that are gone are left out. */
	stopAll(ids: readonly string[]): Promise<void>;
	/** Removes the stale socket file at a Unix server's path. */
	removeStale(id: string): Promise<void>;
	dismissError(id: string): void;
	/** Who holds a port of this machine, as far as the system reports it. */
	portOwners(protocol: 'tcp' | 'udp', host: string, port: number): Promise<PortOwner[]>;
	/** What the system reports about the sockets of an endpoint, and about open connections of it. */
	kernelSockets(id: string, connections: readonly number[]): Promise<KernelSocket[]>;
	/**
	 * The same of a stream at once, for the moment before it is closed; undefined where it cannot be read without waiting.
	 */
	kernelSocketNow(connection: number): KernelSocket | undefined;
	/** The program at the other end of an open connection. */
	connectionProgram(connection: number): Promise<ConnectionProgram>;
	/** Starts to send numbered messages on one connection. */
	generate(request: GeneratorRequest): Promise<GeneratorRun>;
	stopGenerator(id: string): GeneratorRun;
	/** Resolves when the run has ended, for any reason. */
	generatorEnded(id: string): Promise<GeneratorRun>;
	/** Running and latest ended runs. */
	generators(): GeneratorRun[];
	/** Called once at the first change after `generators`; read it when convenient. */
	onGenerators(listener: () => void): () => void;
	/** Starts a loss report of numbered messages, also while the endpoint runs; undefined stops it. */
	setLedger(id: string, numbering: Numbering | undefined): EndpointState;
	/** Undefined where the endpoint has no loss report. */
	ledger(id: string): LedgerFigures | undefined;
	/** Called once at the first change after `ledger`; read it when convenient. */
	onLedger(id: string, listener: () => void): () => void;
	/** Resolves when the kernel has taken all the bytes, or it was stopped. */
	send(request: SendRequest): Promise<SendResult>;
	/** Resolves when it has started; `sendings` reports progress. */
	repeat(request: RepeatRequest): Promise<Sending>;
	/** Fills in a template, whose counters advance, and sends it as `send` does. */
	sendTemplate(request: TemplateRequest): Promise<SendResult>;
	/** Fills in a template for each message of a repeat. */
	repeatTemplate(request: TemplateRequest & Repetition): Promise<Sending>;
	/** Every counter of its templates starts again. */
	resetCounters(id: string): EndpointState;
	sendFile(request: FileRequest): Promise<Sending>;
	readonly sendings: Pick<Sendings, 'list' | 'running' | 'stop' | 'dismiss' | 'ended' | 'onChange'>;
	endConnection(connection: number): void;
	closeConnection(connection: number): void;
	resetConnection(connection: number): void;
	endpoints(): EndpointState[];
	/** Those that a person has set up, without temporary ones. */
	lasting(): EndpointState[];
	endpoint(id: string): EndpointState | undefined;
	connections(): ConnectionState[];
	connection(id: number): ConnectionState | undefined;
	/** Called once at the first change after `takeChanges`; take them when convenient. */
	onChange(listener: () => void): () => void;
	takeChanges(): EngineChanges;
	/** Stops everything; resolves when every socket is closed. */
	close(): Promise<void>;
}
