import type { LengthFraming } from '../contract/config/framing.ts';
import { noteTexts } from '../words/en/sentences/notes.ts';
import { type Message, NO_BYTES } from './framer.ts';
import type { MessageEnds } from './message-ends.ts';

/**
 * Messages with a length head. The head is `offset` bytes and the length field of 1, 2, 3, 4 or 8 bytes; the field
 * counts what follows it, or the head as well, and `adjustment` is added to it. After an impossible length the next
 * message cannot be located: each later chunk is a message.
 */
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

	/** `limit`: bytes of the longest message, head included. */
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

	message(bytes: Uint8Array): Message {
		if (this.isFault) return { data: bytes, eol: NO_BYTES, fault: this.#impossible() };
		if (this.isLost) return { data: bytes, eol: NO_BYTES };
		const head = this.#head.length;
		return { head: bytes.subarray(0, head), data: bytes.subarray(head), eol: NO_BYTES };
	}

	rest(data: Uint8Array): Message {
		const { length: got } = data;
		const { length: head } = this.#head;
		const fault =
			got < head
				? noteTexts.streamEndedInHead({ got, all: head })
				: noteTexts.streamEndedInMessage({ got, all: this.#total });
		return { data, eol: NO_BYTES, fault };
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
		const { size, adjustment, includesHead } = this.#framing;
		let length = 0;
		for (let i = 0; i < size; i++) length = length * 256 + this.#lengthByte(i);
		const total = length + adjustment + (includesHead ? 0 : this.#head.length);
		return total <= 0 ? -1 : total;
	}

	/** Byte `i` of the length field, the highest first. */
	#lengthByte(i: number): number {
		const { offset, size, order } = this.#framing;
		return this.#head[offset + (order === 'big' ? i : size - 1 - i)] ?? 0;
	}

	/** The error shows the length to the last digit, whatever its size. */
	#impossible(): string {
		const { size, adjustment, includesHead } = this.#framing;
		const head = this.#head.length;
		let length = 0n;
		for (let i = 0; i < size; i++) length = length * 256n + BigInt(this.#lengthByte(i));
		const total = length + BigInt(adjustment) + (includesHead ? 0n : BigInt(head));
		const sums = { length: String(length), total: String(total) };
		return total > this.#limit
			? noteTexts.lengthOverLimit({ ...sums, limit: this.#limit })
			: noteTexts.lengthUnderHead({ ...sums, head });
	}
}
