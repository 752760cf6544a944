import type { LengthFraming } from '../contract/config/framing.ts';
import type { MessageEnds } from './message-ends.ts';

/** Messages with a length head; after an impossible length no other can be located. */
export class LengthEnds implements MessageEnds {
	readonly isRestFault = true;
	readonly #framing: LengthFraming;
	readonly #limit: number;
	readonly #head: Uint8Array;
	#pending = 0;
	/** Bytes of the current message, head included, once its length is known; 0 before. */
	#total = 0;
	isFault = false;
	isLost = false;

	constructor(framing: LengthFraming, limit: number) {
		this.#framing = framing;
		this.#limit = limit;
		this.#head = new Uint8Array(framing.offset + framing.size);
	}

	next(chunk: Uint8Array, from: number): number {
		this.isFault = false;
		if (this.isLost) return chunk.length;
		const head = this.#head.length;
		let at = from;
		for (let i = this.#pending; i < head && at < chunk.length; i++) this.#head[i] = chunk[at++] ?? 0;
		this.#pending += at - from;
		if (this.#pending < head) return -1;
		if (this.#total === 0) this.#total = this.#readTotal();
		// A head alone: of an empty message, or of an impossible one.
		if (this.#total < head || this.#total > this.#limit) {
			this.isFault = true;
			this.reset();
			this.isLost = true;
			return at;
		}
		const end = at + this.#total - this.#pending;
		if (end > chunk.length) {
			this.#pending += chunk.length - at;
			return -1;
		}
		this.reset();
		return end;
	}

	isSilent(): boolean {
		return false;
	}

	reset(): void {
		this.#pending = 0;
		this.#total = 0;
		this.isLost = false;
	}

	get state(): readonly number[] {
		const head = this.#head.subarray(0, Math.min(this.#pending, this.#head.length));
		return [this.#pending, this.#total, Number(this.isLost), ...head];
	}

	set state([pending = 0, total = 0, lost = 0, ...head]: readonly number[]) {
		this.#pending = pending;
		this.#total = total;
		this.isLost = lost === 1;
		this.#head.set(head.slice(0, this.#head.length));
	}

	/** Beyond 2^53 it is not exact, and far too large in any case. Of an impossible length, -1. */
	#readTotal(): number {
		const { offset, size, order, adjustment, includesHead } = this.#framing;
		let length = 0;
		for (let i = 0; i < size; i++) {
			length = length * 256 + (this.#head[offset + (order === 'big' ? i : size - 1 - i)] ?? 0);
		}
		const total = length + adjustment + (includesHead ? 0 : this.#head.length);
		return total <= 0 ? -1 : total;
	}
}
