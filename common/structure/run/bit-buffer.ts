import { LIMITS } from '../../contract/base/limits.ts';
import type { ByteOrder } from '../../decode/core/uint.ts';

/** Thrown where a message would have more bytes than one can. */
export class TooLarge extends Error {
	override readonly name = 'TooLarge';
}

/** Where an integer of some bits is in a message. */
export interface BitPlace {
	/** Bits from its start: bytes × 8, and bits of a byte in the order of the structure. */
	readonly at: number;
	readonly bits: number;
	readonly order: ByteOrder;
}

/** A message that is being written: at its end, or at any place of it. */
export class BitBuffer {
	#bytes = new Uint8Array(256);
	#length = 0;
	/** Bits from the start to the place where writing goes on. */
	#at = 0;
	readonly #isHigh: boolean;

	constructor(bits: 'high' | 'low') {
		this.#isHigh = bits === 'high';
	}

	/** Bytes of the message. */
	get length(): number {
		return this.#length;
	}

	/** Bits up to the place where writing goes on. */
	get at(): number {
		return this.#at;
	}

	/** The byte that it is in. */
	get position(): number {
		return this.#at >> 3;
	}

	/** Where a field that has just been written ends, in bytes. */
	get end(): number {
		return Math.ceil(this.#at / 8);
	}

	/** Goes on at a whole byte. */
	align(): void {
		this.#at = 8 * this.end;
	}

	/** Goes on at a byte, which may be behind the end. */
	seek(byte: number): void {
		this.#reserve(byte);
		this.#at = 8 * byte;
	}

	bytes(bytes: Uint8Array): void {
		const start = this.end;
		this.#reserve(start + bytes.length);
		this.#bytes.set(bytes, start);
		this.#at = 8 * (start + bytes.length);
	}

	/** So many bytes of one value. */
	fill(count: number, byte: number): void {
		const start = this.end;
		this.#reserve(start + count);
		this.#bytes.fill(byte, start, start + count);
		this.#at = 8 * (start + count);
	}

	/** Writes an integer, and returns its place. */
	integer(value: bigint, bits: number, order: ByteOrder): BitPlace {
		const place = { at: this.#at, bits, order };
		this.#reserve(Math.ceil((this.#at + bits) / 8));
		this.patch(place, value);
		this.#at += bits;
		return place;
	}

	/** Writes an integer of any sign at a place that was written before. */
	patch({ at, bits, order }: BitPlace, value: bigint): void {
		const unsigned = BigInt.asUintN(bits, value);
		if (at % 8 === 0 && bits % 8 === 0) {
			const count = bits / 8;
			for (let i = 0; i < count; i++) {
				const shift = BigInt(8 * (order === 'be' ? count - 1 - i : i));
				this.#bytes[at / 8 + i] = Number((unsigned >> shift) & 0xffn);
			}
			return;
		}
		for (let i = 0; i < bits; i++) {
			const bit = Number((unsigned >> BigInt(this.#isHigh ? bits - 1 - i : i)) & 1n);
			const byte = (at + i) >> 3;
			const mask = 1 << (this.#isHigh ? 7 - ((at + i) % 8) : (at + i) % 8);
			const old = this.#bytes[byte] ?? 0;
			this.#bytes[byte] = bit === 1 ? old | mask : old & ~mask;
		}
	}

	/** What was written; later writes do not change it. */
	whole(): Uint8Array<ArrayBuffer> {
		return this.#bytes.slice(0, this.#length);
	}

	#reserve(length: number): void {
		if (length > LIMITS.payloadBytes) throw new TooLarge();
		if (length > this.#bytes.length) {
			const larger = new Uint8Array(Math.max(length, 2 * this.#bytes.length));
			larger.set(this.#bytes);
			this.#bytes = larger;
		}
		this.#length = Math.max(this.#length, length);
	}
}
