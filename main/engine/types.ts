import type { EndpointConfig, StreamFraming } from '../../common/contract/endpoint.ts';
import type { GeneratorRequest, GeneratorRun } from '../../common/contract/generator.ts';
import type { LedgerFigures } from '../../common/contract/ledger.ts';
import type { Numbering } from '../../common/contract/numbering.ts';
import type { ProxyFaults } from '../../common/contract/proxy.ts';
import type { OptionInForce } from '../../common/contract/socket-options.ts';
import type { ConnectionState, EndpointState } from '../../common/contract/workbench.ts';
import type { WantedOptions } from './options/set-options.ts';

/** What has changed since the last time it was taken: ids whose state is new or gone. */
export interface EngineChanges {
	readonly endpoints: ReadonlySet<string>;
	readonly connections: ReadonlySet<number>;
}

export interface SendRequest {
	readonly endpoint: string;
	readonly connection?: number | undefined;
	readonly to?: { readonly host: string; readonly port: number } | undefined;
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

/** Everything that owns sockets. Failures are WirebenchErrors. */
export interface Engine {
	create(config: EndpointConfig, watcher?: EndpointWatcher): EndpointState;
	update(id: string, config: EndpointConfig): EndpointState;
	/** Also while it runs. */
	setFraming(id: string, framing: StreamFraming): EndpointState;
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
	/** Resolves when the kernel has taken all the bytes. */
	send(request: SendRequest): Promise<{ bytes: number; connections: number }>;
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
