import { isIdle } from '../../../common/contract/base/endpoint-status.ts';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { duration } from '../../../common/protocol-tests/index.ts';
import type { EndpointWatcher, Engine, SendPlace } from '../core/types.ts';
import { Changes } from './changes.ts';
import { failureSays, type Reason, StepFailure } from './step-failure.ts';
import { Talk } from './talk.ts';
import { within } from './within.ts';

/** Milliseconds that a step without a limit of its own waits for a connection. */
const ACCEPT_MS = 2000;
/** Connections that no step has accepted yet. */
const MOST_WAITING = 100;

/** One of the connections of a test, under its name. */
export interface Line {
	/** The engine's id. */
	readonly endpoint: string;
	readonly datagrams: boolean;
	/** What was received; a server waits for a connection first, a client has to be connected. */
	talk(signal: AbortSignal, withinMs?: number): Promise<Talk>;
	/** Where to send, once `talk` has resolved. */
	place(): SendPlace;
	/** The number of the connection, once `talk` has resolved. */
	connection(): number;
	/** Connects a client, again where it was connected before. */
	open(): Promise<void>;
	/** Waits for the next connection of a server. */
	accept(signal: AbortSignal, withinMs: number): Promise<void>;
}

/** A client: whatever its endpoint receives. */
export class ClientLine implements Line, EndpointWatcher {
	readonly endpoint: string;
	readonly datagrams: boolean;
	readonly #engine: Engine;
	#talk: Talk | undefined;

	constructor(engine: Engine, endpoint: string, datagrams: boolean) {
		this.#engine = engine;
		this.endpoint = endpoint;
		this.datagrams = datagrams;
	}

	opened(): void {
		// Its one connection: nothing to choose.
	}

	received(_connection: number, bytes: Uint8Array): void {
		this.#talk?.received(bytes);
	}

	ended(): void {
		this.#talk?.ended();
	}

	failed(_connection: number, reason: Reason): void {
		this.#talk?.failed(reason);
	}

	/** It is connected already: what it receives from now on counts. */
	join(): void {
		this.#talk = new Talk(this.datagrams);
	}

	async open(): Promise<void> {
		const { status, connections } = this.#engine.endpoint(this.endpoint) ?? {};
		if (status !== undefined && !isIdle({ status }) && connections !== 0) {
			throw new StepFailure(failureSays('connectedAlready'));
		}
		await this.#engine.stop(this.endpoint);
		this.join();
		await this.#engine.start(this.endpoint);
	}

	async talk(): Promise<Talk> {
		if (this.#talk !== undefined) return this.#talk;
		throw new StepFailure(failureSays('notConnected'));
	}

	place(): SendPlace {
		return { endpoint: this.endpoint };
	}

	/** A datagram socket has none until it has sent something. */
	connection(): number {
		const found = this.#engine.connections().find((each) => each.endpoint === this.endpoint);
		if (found === undefined) throw new StepFailure(failureSays('connectionGone'));
		return found.id;
	}

	async accept(): Promise<void> {
		throw new StepFailure(failureSays('clientCannotAccept'));
	}
}

/** The connections of one server, for all lines of a test that use it: each is accepted once, in order. */
export class Lobby extends Changes implements EndpointWatcher {
	readonly endpoint: string;
	readonly datagrams: boolean;
	readonly #talks = new Map<number, Talk>();
	/** Those that no line has. */
	readonly #waiting: number[] = [];

	constructor(endpoint: string, datagrams: boolean) {
		super();
		this.endpoint = endpoint;
		this.datagrams = datagrams;
	}

	opened(connection: number): void {
		if (this.#waiting.length >= MOST_WAITING) return;
		this.#talks.set(connection, new Talk(this.datagrams));
		this.#waiting.push(connection);
		this.wake();
	}

	received(connection: number, bytes: Uint8Array): void {
		// What waits for nobody yet must not fill the memory.
		if (this.#waiting.includes(connection) && this.#held() > LIMITS.sequenceBytes) return;
		this.#talks.get(connection)?.received(bytes);
	}

	ended(connection: number): void {
		this.#talks.get(connection)?.ended();
	}

	failed(connection: number, reason: Reason): void {
		this.#talks.get(connection)?.failed(reason);
	}

	/** The next connection; undefined: there is none yet. */
	take(): { readonly connection: number; readonly talk: Talk } | undefined {
		const connection = this.#waiting.shift();
		const talk = connection === undefined ? undefined : this.#talks.get(connection);
		return connection === undefined || talk === undefined ? undefined : { connection, talk };
	}

	/** A line is through with a connection. */
	drop(connection: number): void {
		this.#talks.delete(connection);
	}

	#held(): number {
		return this.#waiting.reduce((sum, connection) => sum + (this.#talks.get(connection)?.inbox.length ?? 0), 0);
	}
}

/** A connection that a server has accepted. */
export class ServerLine implements Line {
	readonly #lobby: Lobby;
	#taken: { readonly connection: number; readonly talk: Talk } | undefined;

	constructor(lobby: Lobby) {
		this.#lobby = lobby;
	}

	get endpoint(): string {
		return this.#lobby.endpoint;
	}

	get datagrams(): boolean {
		return this.#lobby.datagrams;
	}

	async talk(signal: AbortSignal, withinMs: number = ACCEPT_MS): Promise<Talk> {
		return (this.#taken ?? (await this.#next(signal, withinMs))).talk;
	}

	place(): SendPlace {
		return { endpoint: this.endpoint, connection: this.connection() };
	}

	connection(): number {
		if (this.#taken === undefined) throw new StepFailure(failureSays('noConnectionYet'));
		return this.#taken.connection;
	}

	async open(): Promise<void> {
		throw new StepFailure(failureSays('serverCannotOpen'));
	}

	async accept(signal: AbortSignal, withinMs: number): Promise<void> {
		await this.#next(signal, withinMs);
	}

	async #next(signal: AbortSignal, withinMs: number): Promise<{ connection: number; talk: Talk }> {
		const next = await within({
			signal,
			changes: this.#lobby,
			withinMs,
			look: () => this.#lobby.take(),
			late: () => new StepFailure(failureSays('nobodyConnected', { within: duration(withinMs) }), 'late'),
		});
		if (this.#taken !== undefined) this.#lobby.drop(this.#taken.connection);
		this.#taken = next;
		return next;
	}
}
