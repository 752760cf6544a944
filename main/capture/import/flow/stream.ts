import { Memory } from '../input/memory.ts';

/** A segment that arrived before earlier bytes of its stream. */
export interface Segment {
	readonly sequence: number;
	readonly memory: Memory;
	/** Its captured bytes, from the start of the memory, and its original length. */
	readonly captured: number;
	readonly length: number;
	readonly timeHigh: number;
	readonly timeLow: number;
	/** Increases with each kept segment. */
	readonly order: number;
}

/** Memory cost of a segment besides its bytes. */
const SEGMENT_COST = 256;

/** `a - b` of sequence numbers, which wrap at 2^32 (RFC 9293 3.4): negative where `a` is before `b`. */
export function distance(a: number, b: number): number {
	return (a - b) | 0;
}

/** One direction of a TCP connection: its position, and the segments that wait for earlier bytes. */
export class Stream {
	/** A packet of this direction was seen, so that `next` is valid. */
	known = false;
	/** Sequence number of the next byte, unsigned. */
	next = 0;
	/** Sequence number of its SYN, or -1 where none was seen. */
	initial = -1;
	/** Sequence number of a second SYN that the same SYN was answered with, or -1. */
	otherInitial = -1;
	/** Sequence number of its FIN, or -1. */
	fin = -1;
	finHigh = 0;
	finLow = 0;
	/** Its `end` event was written. */
	ended = false;
	/** Its FIN was acknowledged. */
	endAcknowledged = false;
	/** Bytes at the end of the written part that were not captured and not reported yet. */
	missing = 0;
	/** By sequence number, and by arrival among equals. */
	readonly waiting: Segment[] = [];
	/** Their memory cost. */
	waitingCost = 0;
	/** The part of that in the total of all connections. */
	countedCost = 0;
	#order = 0;

	/** Of two SYNs selects the one of the first bytes, which start at `sequence`. */
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
	 * Removes a segment that starts at the next byte or before it: of several the first to arrive, which is how
	 * Wireshark's "follow stream" resolves overlaps. Undefined where all start later.
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
