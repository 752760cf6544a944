import { isIdle } from '../../../common/contract/base/endpoint-status.ts';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import {
	type EndpointConfig,
	isClient,
	isDatagram,
	isProxy,
	type Place,
	toward,
} from '../../../common/endpoints/index.ts';
import { placedSteps } from '../../../common/protocol-tests/index.ts';
import { connectionsOf, type Sequence, type TestConnection } from '../../../common/protocol-tests/test-schema.ts';
import type { Engine } from '../core/types.ts';
import { errnoPrefix } from '../errors/errno.ts';
import { engineError } from '../sentences/engine-error.ts';
import { ClientLine, type Line, Lobby, ServerLine } from './lines.ts';
import { failureSays, StepFailure } from './step-failure.ts';

/** A client of a test, and how it is connected. */
interface Dialled {
	readonly line: ClientLine;
	/** The config with which the test has created it; undefined for an endpoint of the workspace. */
	readonly own: EndpointConfig | undefined;
	readonly to: string | undefined;
	/** A step connects it. */
	readonly later: boolean;
}

const LOOPBACK: ReadonlyMap<string, string> = new Map([
	['0.0.0.0', '127.0.0.1'],
	['::', '::1'],
]);

/** The endpoints of a run: those of the test, which are temporary, and those of the workspace that it uses. */
export class TestConnections {
	readonly #engine: Engine;
	readonly #lines = new Map<string, Line>();
	readonly #lobbies = new Map<string, Lobby>();
	readonly #clients: Dialled[] = [];
	readonly #own: string[] = [];
	/** Endpoints of the workspace that have to run, in order. */
	readonly #needed: string[] = [];
	/** Those that this run has started, or is starting. */
	readonly #started: string[] = [];
	readonly #unwatch: (() => void)[] = [];
	readonly #later: ReadonlySet<string>;

	/** Creates the endpoints, stopped. Throws `bad-input`, and then creates none, where the workspace has no such endpoint. */
	constructor(engine: Engine, test: Sequence) {
		this.#engine = engine;
		const all = connectionsOf(test);
		const [first = ['']] = all;
		const opens = placedSteps(test.steps).flatMap(({ step }) => (step.type === 'open' ? [step.on ?? first[0]] : []));
		// A test with one client of its own connects first, as ever.
		this.#later = new Set(test.client === undefined ? opens : []);
		this.#needed = test.setup.map((name, at) => this.#find(name, `setup[${at}]`).id);
		try {
			for (const [name, connection] of all) {
				this.#add(name, connection, all.length === 1 ? test.name : `${test.name}: ${name}`);
			}
		} catch (error) {
			this.#unwatchAll();
			for (const id of this.#own) void engine.remove(id);
			throw error;
		}
	}

	/** The connection of this name; left out: the first. */
	line(name: string | undefined): Line {
		const [first] = this.#lines.values();
		const line = name === undefined ? first : this.#lines.get(name);
		if (line === undefined) throw new Error(`A test without the connection ${name}.`);
		return line;
	}

	/** Starts what is needed, then servers, then connects clients that no step connects. */
	async open(): Promise<void> {
		for (const id of this.#needed) await this.#start(id);
		for (const id of this.#lobbies.keys()) await this.#start(id);
		for (const { line, own, to, later } of this.#clients) {
			if (own !== undefined && to !== undefined) this.#engine.update(line.endpoint, this.#toward(own, to));
			if (later) continue;
			const state = this.#engine.endpoint(line.endpoint);
			line.join();
			if (state !== undefined && isIdle(state)) await this.#start(line.endpoint);
		}
	}

	/** Ends what hangs: connecting, and starting. */
	interrupt(): void {
		for (const id of [...this.#own, ...this.#started]) {
			if (this.#engine.endpoint(id) !== undefined) void this.#engine.stop(id);
		}
	}

	/** Removes the endpoints of the test, and stops those that it has started. */
	async close(): Promise<void> {
		this.#unwatchAll();
		await Promise.all(this.#own.map((id) => this.#engine.remove(id)));
		for (const id of this.#started.toReversed()) {
			// Somebody may have removed it meanwhile.
			if (this.#engine.endpoint(id) !== undefined) await this.#engine.stop(id);
		}
	}

	#unwatchAll(): void {
		for (const unwatch of this.#unwatch) unwatch();
	}

	#add(name: string, { client, server, endpoint, to }: TestConnection, title: string): void {
		const config = client ?? server;
		const own = config && { ...config, name: title.slice(0, LIMITS.nameChars) };
		const path = `connections.${name}.endpoint`;
		const { id, config: used } =
			own === undefined ? this.#find(endpoint ?? '', path) : this.#engine.create(own, { temporary: true });
		if (own !== undefined) this.#own.push(id);
		if (isProxy(used.kind)) {
			throw engineError('bad-input', 'testNeedsNoProxy', { name: used.name }, { path });
		}
		const datagrams = isDatagram(used.kind);
		if (client !== undefined || (server === undefined && dials(used))) {
			const line = new ClientLine(this.#engine, id, datagrams);
			this.#lines.set(name, line);
			this.#clients.push({ line, own, to, later: this.#later.has(name) });
			this.#unwatch.push(this.#engine.watch(id, line));
			return;
		}
		let lobby = this.#lobbies.get(id);
		if (lobby === undefined) {
			lobby = new Lobby(id, datagrams);
			this.#lobbies.set(id, lobby);
			this.#unwatch.push(this.#engine.watch(id, lobby));
		}
		this.#lines.set(name, new ServerLine(lobby));
	}

	/** An endpoint of the workspace, by its id or name. */
	#find(wanted: string, path: string): EndpointState {
		const all = this.#engine.lasting();
		const byId = all.find(({ id }) => id === wanted);
		if (byId !== undefined) return byId;
		const [found, ...others] = all.filter(({ config }) => config.name === wanted);
		if (found === undefined) {
			throw engineError('bad-input', 'noEndpointNamed', { name: wanted }, { path });
		}
		if (others.length === 0) return found;
		throw engineError('bad-input', 'severalEndpointsNamed', { name: wanted }, { path });
	}

	async #start(id: string): Promise<void> {
		const state = this.#engine.endpoint(id);
		if (state === undefined) throw new StepFailure(failureSays('neededRemoved'));
		if (!isIdle(state)) return;
		const own = this.#own.includes(id);
		if (!own) this.#started.push(id);
		try {
			await this.#engine.start(id);
		} catch (error) {
			if (own && this.#lines.size === 1) throw error;
			if (!(error instanceof WirebenchError)) throw error;
			throw new StepFailure(
				failureSays('notStarted', { name: state.config.name, errno: errnoPrefix(error), reason: error }),
			);
		}
	}

	/** The config of a client, which connects to what a server of the test listens on. */
	#toward(config: EndpointConfig, server: string): EndpointConfig {
		const local = this.#engine.endpoint(this.line(server).endpoint)?.local;
		if (local === undefined) throw new StepFailure(failureSays('listensNoMore', { server }));
		const { address, port, path } = local;
		const place: Place = path === undefined ? { host: LOOPBACK.get(address) ?? address, port } : { path };
		return toward(config, place);
	}
}

/** Whether an endpoint opens the connection itself. A UDP socket with a remote does. */
function dials(config: EndpointConfig): boolean {
	return isClient(config.kind) || ('remote' in config && config.remote !== undefined);
}
