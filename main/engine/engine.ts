import type { EndpointConfig, StreamFraming } from '../../common/contract/endpoint.ts';
import { WirebenchError } from '../../common/contract/errors.ts';
import type { ProxyFaults } from '../../common/contract/proxy.ts';
import type { OptionInForce } from '../../common/contract/socket-options.ts';
import type { ConnectionState, EndpointState } from '../../common/contract/workbench.ts';
import { compileBehaviour } from './behaviour.ts';
import { EngineContext, type EngineOptions, type LiveConnection } from './context.ts';
import { EndpointRecord } from './endpoint-record.ts';
import { toWirebenchError } from './errno.ts';
import { assertIdle, start, stop } from './lifecycle.ts';
import { setOptions, type WantedOptions } from './options/set-options.ts';
import { removeStaleSocket } from './port-owner/path-in-use.ts';
import { send } from './send.ts';
import { setFaults } from './set-faults.ts';
import { setFraming } from './set-framing.ts';
import type { EndpointWatcher, Engine, EngineChanges, SendRequest } from './types.ts';

class SocketEngine implements Engine {
	readonly #context: EngineContext;
	readonly #records = new Map<string, EndpointRecord>();
	#lastId = 0;

	constructor(options: EngineOptions) {
		this.#context = new EngineContext(options);
	}

	create(config: EndpointConfig, watcher?: EndpointWatcher): EndpointState {
		const record = new EndpointRecord(this.#context, `e${this.#lastId + 1}`, config, watcher);
		this.#lastId++;
		this.#records.set(record.id, record);
		record.changed();
		return record.state();
	}

	update(id: string, config: EndpointConfig): EndpointState {
		const record = this.#record(id);
		assertIdle(record, 'change');
		record.behaviour = compileBehaviour(config);
		record.config = config;
		record.changed();
		return record.state();
	}

	setFraming(id: string, framing: StreamFraming): EndpointState {
		const record = this.#record(id);
		setFraming(record, framing);
		return record.state();
	}

	setFaults(id: string, connection: number | undefined, faults: ProxyFaults | undefined): EndpointState {
		const record = this.#record(id);
		setFaults(record, connection === undefined ? undefined : this.#connection(connection), faults);
		return record.state();
	}

	setOptions(id: string, wanted: WantedOptions): EndpointState {
		const record = this.#record(id);
		setOptions(record, wanted);
		return record.state();
	}

	options(id: string): OptionInForce[] {
		return this.#record(id).runner?.optionsInForce?.() ?? [];
	}

	async remove(id: string): Promise<void> {
		const record = this.#record(id);
		await stop(record);
		this.#records.delete(id);
		record.changed();
	}

	async start(id: string): Promise<EndpointState> {
		const record = this.#record(id);
		await start(record);
		return record.state();
	}

	async stop(id: string): Promise<void> {
		await stop(this.#record(id));
	}

	async removeStale(id: string): Promise<void> {
		const { config } = this.#record(id);
		if (config.kind !== 'unix-server') throw new WirebenchError('wrong-state', `${config.name} has no path.`);
		try {
			await removeStaleSocket(config.path);
		} catch (error) {
			throw toWirebenchError(error, { verb: 'remove', path: config.path, target: config.path });
		}
	}

	dismissError(id: string): void {
		const record = this.#record(id);
		record.error = undefined;
		if (record.status === 'failed') record.status = 'stopped';
		record.changed();
	}

	async send(request: SendRequest): Promise<{ bytes: number; connections: number }> {
		return send(this.#context, this.#record(request.endpoint), request);
	}

	endConnection(connection: number): void {
		this.#connection(connection).end();
	}

	closeConnection(connection: number): void {
		this.#connection(connection).close();
	}

	resetConnection(connection: number): void {
		this.#connection(connection).reset();
	}

	endpoints(): EndpointState[] {
		return [...this.#records.values()].map((record) => record.state());
	}

	endpoint(id: string): EndpointState | undefined {
		return this.#records.get(id)?.state();
	}

	connections(): ConnectionState[] {
		return [...this.#context.connections.values()].map((connection) => connection.state());
	}

	connection(id: number): ConnectionState | undefined {
		return this.#context.connections.get(id)?.state();
	}

	onChange(listener: () => void): () => void {
		return this.#context.changes.onChange(listener);
	}

	takeChanges(): EngineChanges {
		return this.#context.changes.take();
	}

	async close(): Promise<void> {
		await Promise.all([...this.#records.values()].map(stop));
		this.#context.close();
	}

	#record(id: string): EndpointRecord {
		const record = this.#records.get(id);
		if (record) return record;
		throw new WirebenchError('not-found', 'There is no such endpoint: it may have been removed.');
	}

	#connection(id: number): LiveConnection {
		const connection = this.#context.connections.get(id);
		if (connection) return connection;
		throw new WirebenchError('not-found', `There is no connection ${id}: it may have closed.`);
	}
}

/** An engine without endpoints. It records into `sink`; close the engine before the sink. */
export function createEngine(options: EngineOptions): Engine {
	return new SocketEngine(options);
}
