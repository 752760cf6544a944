import type { LengthFraming } from '../contract/config/framing.ts';
import { noteTexts } from '../words/en/sentences/notes.ts';
import { type Framer, type Message, NO_BYTES } from './framer.ts';
import { Pending } from './pending.ts';

/**
 * Messages with a length head. The head is `offset` bytes and the length field of 1, 2, 3, 4 or 8 bytes; the field
 * counts what follows it, or the head as well, and `adjustment` is added to it. After an impossible length the next
 * message cannot be located: each later chunk is a message.
 */
export class LengthFramer implements Framer {
	readonly #framing: LengthFraming;
	readonly #limit: number;
	readonly #head: number;
	readonly #pending: Pending;
	/** Bytes of the current message, head included, once its length is known. */
	#total: number | undefined;
	#lost = false;

	/** `limit`: bytes of the longest message, head included. */
	constructor(framing: LengthFraming, limit: number) {
		this.#framing = framing;
		this.#limit = limit;
		this.#head = framing.offset + framing.size;
		this.#pending = new Pending(limit);
	}

	push(chunk: Uint8Array): Message[] {
		const messages: Message[] = [];
		let at = 0;
		while (at < chunk.length) {
			if (this.#lost) {
				messages.push({ data: chunk.subarray(at), eol: NO_BYTES });
				break;
			}
			const wanted = this.#total ?? this.#head;
			const part = chunk.subarray(at, at + wanted - this.#pending.length);
			at += part.length;
			if (this.#pending.length + part.length < wanted) this.#pending.keep(part);
			else if (this.#total !== undefined) messages.push(this.#whole(part));
			else messages.push(...this.#begin(part));
		}
		return messages;
	}

	flush(): Message[] {
		const expected = this.#total ?? this.#head;
		const data = this.#pending.take();
		this.#total = undefined;
		this.#lost = false;
		if (data.length === 0) return [];
		const { streamEndedInHead, streamEndedInMessage } = noteTexts;
		const ended = expected === this.#head ? streamEndedInHead : streamEndedInMessage;
		return [{ data, eol: NO_BYTES, fault: ended({ got: data.length, all: expected }) }];
	}

	/** `part` completes the head: reads the length. The message may be complete at once, or be invalid. */
	#begin(part: Uint8Array): Message[] {
		this.#pending.keep(part);
		const length = this.#field(this.#pending.peek());
		const total = length + this.#framing.adjustment + (this.#framing.includesHead ? 0 : this.#head);
		if (total < this.#head || total > this.#limit) {
			this.#lost = true;
			const data = this.#pending.take();
			return [{ data, eol: NO_BYTES, fault: this.#impossible(data) }];
		}
		this.#total = total;
		return total === this.#head ? [this.#whole(NO_BYTES)] : [];
	}

	#whole(last: Uint8Array): Message {
		const bytes = this.#pending.take(last);
		this.#total = undefined;
		return { head: bytes.subarray(0, this.#head), data: bytes.subarray(this.#head), eol: NO_BYTES };
	}

	/** The value of the length field. Beyond 2^53 it is not exact, and far too large in any case. */
	#field(head: Uint8Array): number {
		return this.#bytes(head).reduce((value, byte) => value * 256 + byte, 0);
	}

	/** The bytes of the length field, the highest first. */
	#bytes(head: Uint8Array): number[] {
		const { offset, size, order } = this.#framing;
		const bytes = [...head.subarray(offset, offset + size)];
		return order === 'big' ? bytes : bytes.reverse();
	}

	/** The error shows the length to the last digit, whatever its size. */
	#impossible(head: Uint8Array): string {
		const { adjustment, includesHead } = this.#framing;
		const length = this.#bytes(head).reduce((value, byte) => value * 256n + BigInt(byte), 0n);
		const total = length + BigInt(adjustment) + (includesHead ? 0n : BigInt(this.#head));
		const sums = { length: String(length), total: String(total) };
		return total > this.#limit
			? noteTexts.lengthOverLimit({ ...sums, limit: this.#limit })
			: noteTexts.lengthUnderHead({ ...sums, head: this.#head });
	}
}
