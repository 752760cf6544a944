import { Memory } from '../input/memory.ts';

/** Identifies a datagram by its fragments' fields. */
export interface FragmentKey {
	readonly addresses: Int32Array;
	readonly version: number;
	readonly protocol: number;
	readonly id: number;
	readonly seconds: number;
}

/** The byte range of a fragment in its datagram, and whether more follow. */
export interface FragmentPlace {
	readonly from: number;
	readonly more: boolean;
	readonly length: number;
}

/** Maximum incomplete datagrams, fragments of one, and bytes of all. */
const MOST_DATAGRAMS = 512;
const MOST_FRAGMENTS = 256;
const MOST_BYTES = 16 << 20;
const LARGEST = 65_535;
/** Fragments of one datagram arrive within this time; later ones with the same id belong to another. */
const PATIENCE_SECONDS = 30;
const LOST = 'fragments of datagrams that never became complete';

interface Piece {
	readonly from: number;
	readonly to: number;
	readonly memory: Memory;
}

interface Datagram {
	readonly seconds: number;
	/** In order of arrival. */
	readonly pieces: Piece[];
	bytes: number;
	/** Total bytes, once the last fragment is present. */
	length: number | undefined;
}

/** Reassembles IP fragments (RFC 791, RFC 8200 4.5). Where they overlap, the first received bytes are kept. */
export class Fragments {
	/** The oldest first. */
	readonly #waiting = new Map<string, Datagram>();
	readonly #lost: (reason: string, packets: number) => void;
	#bytes = 0;

	constructor(lost: (reason: string, packets: number) => void) {
		this.#lost = lost;
	}

	/** Adds a fragment. Returns the complete datagram, why the fragment is invalid, or undefined while others are missing. */
	take(
		key: FragmentKey,
		memory: Memory,
		at: number,
		{ from, more, length }: FragmentPlace,
	): { memory: Memory; length: number } | string | undefined {
		const to = from + length;
		if (length === 0 || to > LARGEST || (more && length % 8 !== 0)) return 'malformed fragment';
		const name = `${key.version} ${key.protocol} ${key.id} ${key.addresses.join(' ')}`;
		const datagram = this.#find(name, key.seconds);
		datagram.pieces.push({ from, to, memory: Memory.copy(memory, at, length) });
		datagram.bytes += length;
		this.#bytes += length;
		if (!more) datagram.length ??= to;
		const whole = datagram.length === undefined ? undefined : join(datagram, datagram.length);
		if (whole) this.#drop(name, datagram);
		else if (datagram.pieces.length >= MOST_FRAGMENTS) this.#giveUp(name, datagram);
		else this.#trim();
		return whole;
	}

	finish(): void {
		for (const [name, datagram] of this.#waiting) this.#giveUp(name, datagram);
	}

	#find(name: string, seconds: number): Datagram {
		const known = this.#waiting.get(name);
		if (known && Math.abs(seconds - known.seconds) <= PATIENCE_SECONDS) return known;
		if (known) this.#giveUp(name, known);
		const fresh: Datagram = { seconds, pieces: [], bytes: 0, length: undefined };
		this.#waiting.set(name, fresh);
		return fresh;
	}

	#trim(): void {
		for (const [name, datagram] of this.#waiting) {
			if (this.#waiting.size <= MOST_DATAGRAMS && this.#bytes <= MOST_BYTES) return;
			this.#giveUp(name, datagram);
		}
	}

	#giveUp(name: string, datagram: Datagram): void {
		this.#drop(name, datagram);
		this.#lost(LOST, datagram.pieces.length);
	}

	#drop(name: string, datagram: Datagram): void {
		this.#waiting.delete(name);
		this.#bytes -= datagram.bytes;
	}
}

/** The datagram, if no byte of it is missing. */
function join({ pieces, bytes }: Datagram, length: number): { memory: Memory; length: number } | undefined {
	if (bytes < length) return undefined;
	const sorted = [...pieces].sort((a, b) => a.from - b.from);
	let reached = 0;
	for (const { from, to } of sorted) {
		if (from > reached) return undefined;
		reached = Math.max(reached, to);
	}
	if (reached < length) return undefined;
	const memory = new Memory(reached);
	// The latest first, so that earlier ones overwrite them.
	for (const { from, memory: piece, to } of [...pieces].reverse()) piece.bytes.copy(memory.bytes, from, 0, to - from);
	return { memory, length };
}
