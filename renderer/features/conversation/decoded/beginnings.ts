import { payloadQuery } from '../../../app/state/capture/read-payload.ts';
import { captureParam } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';

/** Bytes of a message that its line is decoded from. */
export const MOST_BYTES = 4096;
/** Messages that are kept, 2 MiB at most, and that are read at once. */
const MOST_KEPT = 512;
const AT_ONCE = 4;

/** A message: its event in a capture, and the time of that: the capture before had an event of the same number. */
export interface MessagePlace {
	readonly capture: string | undefined;
	readonly n: number;
	readonly time: bigint;
	/** Undefined: it is all of the event. */
	readonly part?: StreamPart | undefined;
}

/** A message in the stream of a side: it begins in the event. */
export interface StreamPart {
	readonly connection: number;
	readonly side: 'in' | 'out';
	/** Of its first byte, in the event. */
	readonly offset: number;
	readonly length: number;
}

interface Wanted {
	readonly place: MessagePlace;
	readonly listeners: Set<() => void>;
}

/** The first bytes of messages whose lines are shown, read when they are: of those that have left the screen, none. */
class Beginnings {
	/** Undefined where they could not be read. In the order of their use. */
	readonly #known = new Map<string, Uint8Array | undefined>();
	readonly #wanted = new Map<string, Wanted>();
	readonly #running = new Set<string>();

	get(place: MessagePlace): Uint8Array | undefined {
		return this.#known.get(keyOf(place));
	}

	/** Reads them, and reports when they are there, until the returned function is called. */
	want(place: MessagePlace, listener: () => void): () => void {
		const key = keyOf(place);
		if (this.#known.has(key)) return () => undefined;
		const wanted = this.#wanted.get(key) ?? { place, listeners: new Set() };
		wanted.listeners.add(listener);
		this.#wanted.set(key, wanted);
		this.#next();
		return () => {
			wanted.listeners.delete(listener);
			if (wanted.listeners.size === 0) this.#wanted.delete(key);
		};
	}

	#next(): void {
		for (const [key, { place }] of this.#wanted) {
			if (this.#running.size >= AT_ONCE) return;
			if (!this.#running.has(key)) this.#read(key, place);
		}
	}

	#read(key: string, place: MessagePlace): void {
		this.#running.add(key);
		bytesOf(place)
			.then(
				(bytes) => this.#keep(key, bytes),
				// The conversation reports what cannot be read.
				() => this.#keep(key, undefined),
			)
			.finally(() => {
				this.#running.delete(key);
				this.#next();
			});
	}

	#keep(key: string, bytes: Uint8Array | undefined): void {
		this.#known.set(key, bytes);
		for (const oldest of this.#known.keys()) {
			if (this.#known.size <= MOST_KEPT) break;
			this.#known.delete(oldest);
		}
		const { listeners } = this.#wanted.get(key) ?? { listeners: [] };
		this.#wanted.delete(key);
		for (const listener of [...listeners]) listener();
	}
}

function bytesOf({ capture, n, part }: MessagePlace): Promise<Uint8Array> {
	if (part === undefined) return payloadQuery({ n }, captureParam(capture))(0, MOST_BYTES);
	const { connection, side, offset } = part;
	const question = { connection, side, n, offset, last: Number.MAX_SAFE_INTEGER, length: lengthOf(part) };
	return session.call('streamBytes', { ...captureParam(capture), ...question }).then(({ bytes }) => bytes);
}

const lengthOf = ({ length }: StreamPart): number => Math.min(length, MOST_BYTES);

/** Identifies what is read of a message: one that goes on is read again. */
export function keyOf({ capture = '', n, time, part }: MessagePlace): string {
	const key = `${capture} ${n} ${time}`;
	return part === undefined ? key : `${key} ${part.connection} ${part.side} ${part.offset} ${lengthOf(part)}`;
}

export const beginnings = new Beginnings();
