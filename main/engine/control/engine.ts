import type { PortOwner } from '../../../common/contract/base/errors.ts';
import type { GeneratorRequest, GeneratorRun } from '../../../common/contract/calls/generator.ts';
import type { LedgerFigures } from '../../../common/contract/calls/loss-report.ts';
import type { Sending, SendResult } from '../../../common/contract/calls/sending.ts';
import type { ConnectionProgram, KernelSocket } from '../../../common/contract/calls/system/kernel.ts';
import type { ConnectionState, EndpointState } from '../../../common/contract/calls/workbench.ts';
import type { StreamFraming } from '../../../common/contract/config/framing.ts';
import type { Numbering } from '../../../common/contract/config/numbering.ts';
import type { ProxyFaults } from '../../../common/contract/config/proxy.ts';
import type { Responder } from '../../../common/contract/config/responder.ts';
import type { OptionInForce } from '../../../common/contract/config/socket-options.ts';
import { type DecodeAs, type EndpointConfig, isClient } from '../../../common/endpoints/index.ts';
import type { Programs } from '../../../common/structure/index.ts';
import { portOwners } from '../checks/port-owners.ts';
import { EngineContext, type EngineOptions, type LiveConnection } from '../core/context.ts';
import { EndpointRecord } from '../core/endpoint-record.ts';
import type {
	CertificateAuthority,
	Creation,
	EndpointWatcher,
	Engine,
	EngineChanges,
	FileRequest,
	RepeatRequest,
	Repetition,
	SendRequest,
	TemplateRequest,
	WantedOptions,
} from '../core/types.ts';
import { toWirebenchError } from '../errors/errno.ts';
import { withDatagramCalls } from '../kernel/datagram-calls.ts';
import { programOf } from '../kernel/program.ts';
import { readNow, readSockets } from '../kernel/read-sockets.ts';
import { connectionTarget, ownTargets } from '../kernel/target.ts';
import { checkConfig } from '../kinds/index.ts';
import { Generators } from '../load-test/generator/generators.ts';
import { ledgerOf, withLedger } from '../load-test/loss-report/config.ts';
import { setOptions } from '../options/set-options.ts';
import { removeStaleSocket } from '../port-owner/path-in-use.ts';
import { engineError } from '../sentences/engine-error.ts';
import type { TemplateNames } from '../templates/draws.ts';
import { assertIdle, start, stop } from './lifecycle.ts';
import { onlyTarget, repeat, repeatTemplate, send, sendFile, sendTemplate } from './send.ts';
import { setCharset } from './set-charset.ts';
import { setDecodeAs } from './set-decode-as.ts';
import { setFaults } from './set-faults.ts';
import { setFraming } from './set-framing.ts';
import { setResponder } from './set-responder.ts';

class SocketEngine implements Engine {
	readonly #context: EngineContext;
	readonly #records = new Map<string, EndpointRecord>();
	readonly #generators: Generators;
	readonly #mayStart: EngineOptions['mayStart'];
	#lastId = 0;

	constructor(options: EngineOptions) {
		this.#context = new EngineContext(options);
		this.#generators = new Generators(this.#context);
		this.#mayStart = options.mayStart;
	}

	get authority(): CertificateAuthority {
		return this.#context.authority;
	}

	get names(): TemplateNames {
		return this.#context.names;
	}

	get structures(): Programs {
		return this.#context.structures;
	}

	setStructures(structures: Programs): void {
		this.#context.structures = structures;
	}

	create(config: EndpointConfig, { id, temporary }: Creation = {}): EndpointState {
		checkConfig(config);
		if (id !== undefined && this.#records.has(id)) {
			throw engineError('bad-input', 'endpointTaken', { id });
		}
		// The recorder distinguishes endpoints by their ids: none is used for a second endpoint.
		const [, given = '0'] = /^e(\d{1,9})$/.exec(id ?? '') ?? [];
		this.#lastId = Math.max(this.#lastId, Number(given)) + (id === undefined ? 1 : 0);
		const record = new EndpointRecord(this.#context, id ?? `e${this.#lastId}`, config, temporary);
		this.#records.set(record.id, record);
		record.changed();
		return record.state();
	}

	watch(id: string, watcher: EndpointWatcher): () => void {
		return this.#record(id).watch(watcher);
	}

	update(id: string, config: EndpointConfig): EndpointState {
		const record = this.#record(id);
		assertIdle(record, 'stopBeforeChange');
		checkConfig(config);
		const behaviour = record.compile(config);
		record.ledger.begin(ledgerOf(config));
		record.behaviour = behaviour;
		record.config = config;
		record.tally.reset(config);
		record.changed();
		return record.state();
	}

	setFraming(id: string, framing: StreamFraming): EndpointState {
		const record = this.#record(id);
		setFraming(record, framing);
		return record.state();
	}

	setCharset(id: string, charset: string | undefined): EndpointState {
		const record = this.#record(id);
		setCharset(record, charset);
		return record.state();
	}

	setDecodeAs(id: string, decodeAs: DecodeAs): EndpointState {
		const record = this.#record(id);
		setDecodeAs(record, decodeAs);
		return record.state();
	}

	async setResponder(id: string, responder: Responder): Promise<EndpointState> {
		const record = this.#record(id);
		await setResponder(record, responder);
		return record.state();
	}

	structuresChanged(nowCalled: (id: string) => string = (id) => id): void {
		for (const record of this.#records.values()) if (!record.temporary) record.structuresChanged(nowCalled);
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

	relocate(folder: string, change: (config: EndpointConfig) => EndpointConfig = (config) => config): void {
		this.#context.folder = folder;
		for (const record of this.#records.values()) {
			if (!record.temporary) record.moveTo(folder, change(record.config));
		}
	}

	arrange(ids: readonly string[]): void {
		const places = new Map(ids.map((id, at) => [id, at]));
		const place = (id: string) => places.get(id) ?? ids.length;
		const sorted = [...this.#records].sort(([one], [other]) => place(one) - place(other));
		this.#records.clear();
		for (const [id, record] of sorted) this.#records.set(id, record);
	}

	async start(id: string): Promise<EndpointState> {
		const record = this.#record(id);
		this.#mayStart?.(record.config);
		await start(record);
		return record.state();
	}

	async stop(id: string): Promise<void> {
		await stop(this.#record(id));
	}

	async stopAll(ids: readonly string[]): Promise<void> {
		const records = ids.flatMap((id) => this.#records.get(id) ?? []);
		await Promise.all(records.map(stop));
	}

	async removeStale(id: string): Promise<void> {
		const record = this.#record(id);
		const config = record.located;
		if (isClient(config.kind) || !('path' in config) || config.path === undefined) {
			throw engineError('wrong-state', 'noPathOfItsOwn', { name: config.name });
		}
		try {
			await removeStaleSocket(config.path, record.pathWords(config.path));
		} catch (error) {
			throw toWirebenchError(error, { verb: 'remove', path: config.path, target: record.pathWords(config.path) });
		}
	}

	dismissError(id: string): void {
		const record = this.#record(id);
		record.error = undefined;
		record.warning = undefined;
		if (record.status === 'failed') record.status = 'stopped';
		record.changed();
	}

	portOwners(protocol: 'tcp' | 'udp', host: string, port: number): Promise<PortOwner[]> {
		return portOwners(protocol, host, port, this.#context.bound);
	}

	async kernelSockets(id: string, connections: readonly number[]): Promise<KernelSocket[]> {
		const record = this.#record(id);
		const ends = connections.map((connection) => connectionTarget(connection, id, this.#context));
		const sockets = await readSockets([...ownTargets(record), ...ends.filter((end) => end !== undefined)]);
		const calls = record.runner?.datagramCalls?.();
		return calls === undefined ? sockets : sockets.map((socket) => withDatagramCalls(socket, calls));
	}

	kernelSocketNow(connection: number): KernelSocket | undefined {
		const endpoint = this.#context.connections.get(connection)?.endpoint;
		const target = endpoint === undefined ? undefined : connectionTarget(connection, endpoint, this.#context);
		return target && readNow(target);
	}

	async connectionProgram(connection: number): Promise<ConnectionProgram> {
		const { endpoint } = this.#connection(connection);
		const target = connectionTarget(connection, endpoint, this.#context);
		if (target === undefined) throw engineError('not-found', 'connectionMissing', { id: connection });
		return programOf(target, this.#context);
	}

	async send(request: SendRequest): Promise<SendResult> {
		return send(this.#record(request.endpoint), request);
	}

	async repeat(request: RepeatRequest): Promise<Sending> {
		return repeat(this.#record(request.endpoint), request);
	}

	async sendTemplate(request: TemplateRequest): Promise<SendResult> {
		return sendTemplate(this.#record(request.endpoint), request);
	}

	async repeatTemplate(request: TemplateRequest & Repetition): Promise<Sending> {
		return repeatTemplate(this.#record(request.endpoint), request);
	}

	resetCounters(id: string): EndpointState {
		const record = this.#record(id);
		record.draws.reset();
		return record.state();
	}

	async sendFile(request: FileRequest): Promise<Sending> {
		return sendFile(this.#record(request.endpoint), request);
	}

	get sendings(): Engine['sendings'] {
		return this.#context.sendings;
	}

	async generate(request: GeneratorRequest): Promise<GeneratorRun> {
		const connection = await onlyTarget(this.#record(request.endpoint), request);
		return this.#generators.start(connection, request.plan);
	}

	stopGenerator(id: string): GeneratorRun {
		return this.#generators.stop(id);
	}

	generatorEnded(id: string): Promise<GeneratorRun> {
		return this.#generators.ended(id);
	}

	generators(): GeneratorRun[] {
		return this.#generators.look();
	}

	onGenerators(listener: () => void): () => void {
		return this.#generators.onChange(listener);
	}

	setLedger(id: string, numbering: Numbering | undefined): EndpointState {
		const record = this.#record(id);
		const config = withLedger(record.config, numbering);
		record.ledger.begin(numbering);
		record.config = config;
		record.changed();
		return record.state();
	}

	ledger(id: string): LedgerFigures | undefined {
		return this.#record(id).ledger.figures();
	}

	onLedger(id: string, listener: () => void): () => void {
		return this.#record(id).ledger.onChange(listener);
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

	lasting(): EndpointState[] {
		const records = [...this.#records.values()].filter(({ temporary }) => !temporary);
		return records.map((record) => record.state());
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
		this.#generators.stopAll();
		await Promise.all([...this.#records.values()].map(stop));
		this.#context.close();
	}

	#record(id: string): EndpointRecord {
		const record = this.#records.get(id);
		if (record) return record;
		throw engineError('not-found', 'endpointMissing');
	}

	#connection(id: number): LiveConnection {
		const connection = this.#context.connections.get(id);
		if (connection) return connection;
		throw engineError('not-found', 'connectionMissing', { id });
	}
}

/** An engine without endpoints. It records into `sink`; close the engine before the sink. */
export function createEngine(options: EngineOptions): Engine {
	return new SocketEngine(options);
}
