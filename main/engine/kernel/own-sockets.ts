import { readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { SocketCalls } from '../native/socket-calls.ts';
import { SO_ACCEPTCONN, SO_TYPE, SOCK_STREAM, SOL_SOCKET } from '../native/socket-numbers.ts';
import { type SystemAddress, systemAddress } from './system-address.ts';

/** The folder in which the system lists the open files of this process by their numbers. */
const OPEN_FILES = process.platform === 'linux' ? '/proc/self/fd' : '/dev/fd';
/** Open files that are looked at without a pause: some 1 ms. */
const PER_TURN = 256;

/** A socket by what the system knows of it. */
export type SocketName =
	| { readonly kind: 'listener' | 'datagram'; readonly local: SystemAddress }
	| { readonly kind: 'stream'; readonly local: SystemAddress; readonly remote: SystemAddress };

const written = (at: SystemAddress): string => ('path' in at ? `unix ${at.path}` : `${at.address} ${at.port}`);

const keyOf = (name: SocketName): string =>
	name.kind === 'stream'
		? `stream ${written(name.local)} ${written(name.remote)}`
		: `${name.kind} ${written(name.local)}`;

const numbersIn = (names: readonly string[]): number[] => names.map(Number).filter(Number.isInteger);

/**
 * Finds sockets of this process by their addresses among all open files, because Node gives out no numbers. A found number is
 * asked for its addresses again before each use: it may have been closed, and belong to another file since.
 */
export class OwnSockets {
	readonly #calls: SocketCalls;
	#found = new Map<string, number[]>();
	#search: Promise<void> | undefined;

	constructor(calls: SocketCalls) {
		this.#calls = calls;
	}

	/** Prepares `numbers` for these sockets: searches where one is not known. */
	async find(names: readonly SocketName[]): Promise<void> {
		if (names.every((name) => this.numbers(name).length > 0)) return;
		// One that runs may have passed a socket that has been opened since.
		await this.#search;
		this.#search ??= this.#searchAll().finally(() => {
			this.#search = undefined;
		});
		await this.#search;
	}

	/** The numbers of the sockets with these addresses, valid until the event loop continues. */
	numbers(name: SocketName): number[] {
		const key = keyOf(name);
		return (this.#found.get(key) ?? []).filter((fd) => this.#keyAt(fd) === key);
	}

	/** The same without waiting: searches where none is known and the process has not more open files than a turn may look at. */
	numbersNow(name: SocketName): number[] {
		const known = this.numbers(name);
		if (known.length > 0) return known;
		const numbers = numbersIn(readdirSync(OPEN_FILES));
		const key = keyOf(name);
		return numbers.length > PER_TURN ? [] : numbers.filter((fd) => this.#keyAt(fd) === key);
	}

	async #searchAll(): Promise<void> {
		const numbers = numbersIn(await readdir(OPEN_FILES));
		const found = new Map<string, number[]>();
		for (const [at, fd] of numbers.entries()) {
			if (at % PER_TURN === PER_TURN - 1) await setImmediate();
			const key = this.#keyAt(fd);
			if (key !== undefined) found.set(key, [...(found.get(key) ?? []), fd]);
		}
		this.#found = found;
	}

	/** Undefined for what is no socket, and for a stream that is not connected. */
	#keyAt(fd: number): string | undefined {
		const name = this.#calls.name(fd);
		const local = name && systemAddress(name);
		if (local === undefined) return undefined;
		if (this.#calls.number(fd, SOL_SOCKET, SO_TYPE) !== SOCK_STREAM) return keyOf({ kind: 'datagram', local });
		if (this.#calls.number(fd, SOL_SOCKET, SO_ACCEPTCONN)) return keyOf({ kind: 'listener', local });
		const peer = this.#calls.peer(fd);
		const remote = peer && systemAddress(peer);
		return remote && keyOf({ kind: 'stream', local, remote });
	}
}
