import type { ReplayState } from '../../../common/contract/calls/recording.ts';
import type { PlannedTurn } from '../../../common/recording/index.ts';

/** Bytes of an excerpt. */
const EXCERPT = 32;

/** A turn of the other side, and its number. */
export interface Expected {
	readonly turn: number;
	readonly planned: PlannedTurn & { readonly type: 'data' };
}

/**
 * Compares what the other side sends with what it sent in the recording: a stream byte by byte, whatever the reads, and
 * datagrams one by one. Only the first difference is kept.
 */
export class Comparison {
	readonly #expected: readonly Expected[];
	readonly #datagrams: boolean;
	#at = 0;
	#offset = 0;
	difference: ReplayState['difference'];
	received = 0;
	/** Datagrams so far. */
	datagrams = 0;
	/** Bytes beyond the recorded ones. */
	surplus = 0;

	constructor(expected: readonly Expected[], datagrams: boolean) {
		this.#expected = expected;
		this.#datagrams = datagrams;
	}

	/** Received bytes, or a whole datagram. */
	take(bytes: Uint8Array): void {
		this.received += bytes.length;
		this.datagrams++;
		if (this.#datagrams) this.#datagram(bytes);
		else this.#stream(bytes);
	}

	#stream(bytes: Uint8Array): void {
		for (let at = 0; at < bytes.length; ) {
			const next = this.#expected[this.#at];
			if (next === undefined) {
				this.surplus += bytes.length - at;
				return;
			}
			const { bytes: wanted } = next.planned;
			const length = Math.min(bytes.length - at, wanted.length - this.#offset);
			this.#compare(next, this.#offset, bytes.subarray(at, at + length));
			at += length;
			this.#offset += length;
			if (this.#offset < wanted.length) return;
			this.#at++;
			this.#offset = 0;
		}
	}

	#datagram(bytes: Uint8Array): void {
		const next = this.#expected[this.#at++];
		if (next === undefined) {
			this.surplus += bytes.length;
			return;
		}
		this.#compare(next, 0, bytes);
		const { length } = next.planned.bytes;
		if (bytes.length < length) this.#differs(next, bytes.length, bytes.subarray(bytes.length));
	}

	#compare(next: Expected, offset: number, got: Uint8Array): void {
		if (this.difference !== undefined) return;
		const { bytes, ignored } = next.planned;
		const at = got.findIndex((byte, n) => byte !== bytes[offset + n] && ignored[offset + n] !== 1);
		if (at >= 0) this.#differs(next, offset + at, got.subarray(at));
	}

	#differs({ turn, planned }: Expected, at: number, got: Uint8Array): void {
		this.difference ??= {
			turn,
			at,
			expected: planned.bytes.slice(at, at + EXCERPT),
			got: new Uint8Array(got.subarray(0, EXCERPT)),
		};
	}
}
