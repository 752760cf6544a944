import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { ConnectionProgram, KernelSocket } from '../../../../common/contract/calls/system/kernel.ts';
import { isDatagram } from '../../../../common/endpoints/index.ts';
import type { PrintedEvent } from '../output/event.ts';
import { kernelText } from '../output/kernel-text.ts';
import type { ConnectionWatch } from '../output/tap.ts';
import type { Session } from './session.ts';

/** Milliseconds between two readings where no time is given. */
const PERIOD_MS = 1000;

/** What is read, and where it is printed. */
interface Watched {
	readonly engine: Pick<
		Session['engine'],
		'kernelSockets' | 'kernelSocketNow' | 'connectionProgram' | 'connection' | 'connections' | 'endpoint'
	>;
	readonly endpoints: readonly string[];
	readonly print: (event: PrintedEvent) => void;
}

/**
 * Prints what the kernel reports about the sockets of endpoints: when a connection opens, after each period, and when an end
 * of it is closed, the last moment at which it has a socket. Connections over UDP share one, which is printed by itself.
 */
export class KernelWatch implements ConnectionWatch {
	readonly #periodMs: number;
	/** Programs at the other ends of open connections. */
	readonly #programs = new Map<number, ConnectionProgram>();
	/** Connections whose notes and program a line has had, and sockets of endpoints: later lines leave them out. */
	readonly #introduced = new Set<number | string>();
	#watched: Watched | undefined;
	#timer: NodeJS.Timeout | undefined;
	/** Looking for programs reads tables of the system: one connection after the other. */
	#looking: Promise<void> = Promise.resolve();
	/** The last reading after a period. */
	#reading: Promise<void> = Promise.resolve();
	#isOver = false;

	/** @param period milliseconds between two readings; true: the default */
	constructor(period: number | true) {
		this.#periodMs = period === true ? PERIOD_MS : period;
	}

	/** Connections of these endpoints may open from now on. */
	attach(watched: Watched): void {
		this.#watched = watched;
	}

	/** The endpoints run: reads the sockets of their own, and all of them after each period. */
	async begin(): Promise<void> {
		await this.#readAll(() => []);
		this.#wait();
	}

	opened(connection: number): void {
		this.#looking = this.#looking.then(() => this.#introduce(connection));
	}

	ending(connection: number): void {
		const socket = this.#watched?.engine.kernelSocketNow(connection);
		if (socket !== undefined) this.#print(this.#endpointOf(connection), socket);
	}

	closed(connection: number): void {
		this.#programs.delete(connection);
		this.#introduced.delete(connection);
	}

	/** Ends the readings with one of the endpoints' own sockets; connections have their last ones when they are closed. */
	async finish(): Promise<void> {
		this.#isOver = true;
		clearTimeout(this.#timer);
		await Promise.all([this.#looking, this.#reading]);
		await this.#readAll(() => []);
	}

	#wait(): void {
		if (this.#isOver) return;
		this.#timer = setTimeout(() => {
			this.#reading = this.#readAll((endpoint) => this.#streamsOf(endpoint)).then(() => this.#wait());
		}, this.#periodMs);
	}

	/** @param connectionsOf those that are read with the sockets of an endpoint */
	async #readAll(connectionsOf: (endpoint: string) => readonly number[]): Promise<void> {
		for (const endpoint of this.#watched?.endpoints ?? []) {
			const all = connectionsOf(endpoint);
			for (let from = 0; from === 0 || from < all.length; from += LIMITS.kernelSockets) {
				const sockets = await this.#watched?.engine.kernelSockets(
					endpoint,
					all.slice(from, from + LIMITS.kernelSockets),
				);
				for (const socket of sockets ?? []) {
					if (from === 0 || socket.connection !== undefined) this.#print(endpoint, socket);
				}
			}
		}
	}

	/** The connections of an endpoint that have a socket of their own. */
	#streamsOf(endpoint: string): number[] {
		const { engine } = this.#watched ?? {};
		const kind = engine?.endpoint(endpoint)?.config.kind;
		if (engine === undefined || kind === undefined || isDatagram(kind)) return [];
		return engine.connections().flatMap((one) => (one.endpoint === endpoint ? [one.id] : []));
	}

	#endpointOf(connection: number): string {
		return this.#watched?.engine.connection(connection)?.endpoint ?? '';
	}

	async #introduce(connection: number): Promise<void> {
		const { engine } = this.#watched ?? {};
		const endpoint = this.#endpointOf(connection);
		if (engine === undefined || endpoint === '' || this.#isOver) return;
		const program = await engine.connectionProgram(connection);
		if (this.#endpointOf(connection) === '') return;
		this.#programs.set(connection, program);
		const sockets = await engine.kernelSockets(endpoint, [connection]);
		for (const socket of sockets) if (socket.connection === connection) this.#print(endpoint, socket);
	}

	#print(endpoint: string, socket: KernelSocket): void {
		const { engine, print } = this.#watched ?? {};
		const name = engine?.endpoint(endpoint)?.config.name ?? '';
		const { notes, connection, ...rest } = socket;
		const program = connection === undefined ? undefined : this.#programs.get(connection);
		const key = connection ?? `${endpoint} ${socket.local.address} ${socket.local.port}`;
		const isFirst = !this.#introduced.has(key);
		// Before its program is known, a connection is not introduced.
		if (connection === undefined || program !== undefined) this.#introduced.add(key);
		print?.({
			event: 'kernel',
			endpoint: name,
			...(connection === undefined ? {} : { connection }),
			...rest,
			notes: notes.map(({ message }) => message),
			...(program === undefined ? {} : 'program' in program ? program : { programUnknown: program.unknown.message }),
			spoken: kernelText(socket, { withNotes: isFirst, program: isFirst ? program : undefined }),
			time: new Date().toISOString(),
		});
	}
}
