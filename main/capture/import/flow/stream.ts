import { Memory } from '../input/memory.ts';

/** A segment that came before what precedes it in its stream. */
export interface Segment {
	readonly sequence: number;
	readonly memory: Memory;
	/** Bytes of it that were captured, from the start of the memory, and bytes that it had. */
	readonly captured: number;
	readonly length: number;
	readonly timeHigh: number;
	readonly timeLow: number;
	/** Rises with each segment that is kept. */
	readonly order: number;
}

/** What a segment costs besides its bytes. */
const SEGMENT_COST = 256;

/** `a - b` of sequence numbers, which wrap at 2^32 (RFC 9293 3.4): negative where `a` comes before `b`. */
export function distance(a: number, b: number): number {
	return (a - b) | 0;
}

/** One direction of a TCP connection: where it stands, and what waits until the bytes before it come. */
export class Stream {
	/** A packet of this direction was seen, so that `next` counts. */
	known = false;
	/** Sequence number of the next byte, unsigned. */
	next = 0;
	/** Sequence number of its SYN, or -1 where none was seen. */
	initial = -1;
	/** Sequence number of another SYN with which the same SYN was answered, or -1. */
	otherInitial = -1;
	/** Sequence number of its FIN, or -1. */
	fin = -1;
	finHigh = 0;
	finLow = 0;
	/** Its `end` event was written. */
	ended = false;
	/** Its FIN was acknowledged. */
	endAcknowledged = false;
	/** Bytes at the end of what was written that were not captured and not told of yet. */
	missing = 0;
	/** By sequence number, and by arrival among equals. */
	readonly waiting: Segment[] = [];
	/** What these take. */
	waitingCost = 0;
	/** How much of that is in the total of all connections. */
	countedCost = 0;
	#order = 0;

	/** Of two SYNs that of the first bytes counts, which begin at `sequence`. */
	choose(sequence: number): void {
		const other = (this.otherInitial + 1) >>> 0;
		if (sequence === other && this.next === (this.initial + 1) >>> 0) this.next = other;
		this.otherInitial = -1;
	}

	/** Keeps a copy of a segment for later. */
	keep(
		sequence: number,
		memory: Memory,
		start: number,
		captured: number,
		length: number,
		timeHigh: number,
		timeLow: number,
	): void {
		const copy = Memory.copy(memory, start, captured);
		const order = this.#order++;
		let at = this.waiting.length;
		while (at > 0 && distance(this.waiting[at - 1]?.sequence ?? 0, sequence) > 0) at--;
		this.waiting.splice(at, 0, { sequence, memory: copy, captured, length, timeHigh, timeLow, order });
		this.waitingCost += captured + SEGMENT_COST;
	}

	/**
	 * Takes out a segment that begins at the next byte or before it: of several the one that came first, which is how
	 * Wireshark's "follow stream" resolves overlaps. Undefined where all begin later.
	 */
	takeReady(): Segment | undefined {
		let best: Segment | undefined;
		let bestAt = 0;
		for (const [at, segment] of this.waiting.entries()) {
			if (distance(segment.sequence, this.next) > 0) break;
			if (best && best.order < segment.order) continue;
			best = segment;
			bestAt = at;
		}
		if (!best) return undefined;
		this.waiting.splice(bestAt, 1);
		this.waitingCost -= best.captured + SEGMENT_COST;
		return best;
	}
}
