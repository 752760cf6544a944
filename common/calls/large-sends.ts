import { lowerBound } from '../search/lower-bound.ts';
import type { CallEvent } from './call.ts';

/** Wirebench passes at most so many bytes to the kernel at once (`main/engine/stream/outbox.ts`): a part of this length belongs to a larger message. */
const PIECE_BYTES = 65_536;
/** Nanoseconds after which a part was not taken together with the one before: the send buffer was full. */
const WAITED_NS = 1_000_000n;

/** What a sent part is of a larger message: the first, or a later one, before which the kernel had no room or had. */
export type SentPart = 'first' | 'next' | 'next-after-waiting';

/** Whether a part of this length is the last one of its message. */
export const isLast = (length: number): boolean => length < PIECE_BYTES;

/**
 * Finds messages that were sent in several parts. Events of a connection are compared with those before them alone, so that the answer for
 * one does not change.
 */
export class LargeSends {
	/** Of each connection whose last part was a whole piece: the wall clock of that part. */
	readonly #open = new Map<number, bigint>();
	/** Positions of later parts, in order; and of those before which there was no room. */
	readonly #next: number[] = [];
	readonly #waited: number[] = [];

	/** To be called with each event of data that was sent on a stream, in order. */
	learn({ n, connection, length, time }: CallEvent): void {
		const before = this.#open.get(connection);
		if (before !== undefined) {
			this.#next.push(n);
			if (time - before >= WAITED_NS) this.#waited.push(n);
		}
		if (!isLast(length)) this.#open.set(connection, time);
		else if (before !== undefined) this.#open.delete(connection);
	}

	/** The connection has ended. */
	forget(connection: number): void {
		this.#open.delete(connection);
	}

	/** Undefined for a message that was sent at once. */
	of({ n, length }: CallEvent): SentPart | undefined {
		if (has(this.#waited, n)) return 'next-after-waiting';
		if (has(this.#next, n)) return 'next';
		return isLast(length) ? undefined : 'first';
	}
}

function has(sorted: readonly number[], n: number): boolean {
	return sorted[lowerBound(0, sorted.length, (i) => (sorted[i] ?? n) < n)] === n;
}
