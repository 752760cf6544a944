import type { PositionedFile } from '../format/file.ts';
import { BLOCK_OVERHEAD, MAX_BLOCK_BYTES, PcapngError } from '../pcapng/format.ts';
import { damageSays } from '../sentences/damage-says.ts';

const WINDOW_BYTES = 4 << 20;

/**
 * Iterates the blocks of a file with one reused window, so that memory stays constant and a block needs no allocation.
 * The current block is in `bytes` (also as `view`) from `at` on and is `length` long.
 */
export class BlockWalk {
	readonly #file: PositionedFile;
	readonly #size: number;
	#window: Uint8Array<ArrayBuffer>;
	bytes: Uint8Array;
	view: DataView;
	/** The file offset of `bytes`. */
	base: number;
	at = 0;
	type = 0;
	length = 0;

	/** Starts at byte `from`, where a block starts. */
	constructor(file: PositionedFile, from = 0) {
		this.#file = file;
		this.#size = file.size;
		this.base = from;
		this.#window = new Uint8Array(Math.max(0, Math.min(WINDOW_BYTES, this.#size - from)));
		this.bytes = this.#window.subarray(0, 0);
		this.view = new DataView(this.#window.buffer);
	}

	/** The file offset of the current block. */
	get offset(): number {
		return this.base + this.at;
	}

	/**
	 * Advances to the next block. False at the end of the file, or before a block truncated by it; throws PcapngError for
	 * an impossible block.
	 */
	next(): boolean {
		this.at += this.length;
		this.length = 0;
		for (;;) {
			const rest = this.bytes.length - this.at;
			let wanted = 8;
			if (rest >= 8) {
				const length = this.view.getUint32(this.at + 4, true);
				if (length < BLOCK_OVERHEAD || (length & 3) !== 0 || length > MAX_BLOCK_BYTES) {
					throw new PcapngError(this.offset + 4, damageSays('blockLength', { length }));
				}
				if (rest >= length) return this.#take(length);
				wanted = length;
			}
			if (this.offset + wanted > this.#size || !this.#read(wanted)) return false;
		}
	}

	/** Continues at byte `offset`, which is not before the current block. */
	resume(offset: number): void {
		const at = offset - this.base;
		this.length = 0;
		if (at <= this.bytes.length) {
			this.at = at;
			return;
		}
		this.base = offset;
		this.at = 0;
		this.bytes = this.#window.subarray(0, 0);
	}

	#take(length: number): boolean {
		const trailer = this.view.getUint32(this.at + length - 4, true);
		if (trailer !== length) {
			throw new PcapngError(this.offset + length - 4, damageSays('blockTrailer', { length, trailer }));
		}
		this.type = this.view.getUint32(this.at, true);
		this.length = length;
		return true;
	}

	/** Moves the window to the current place. False where the file has fewer than `wanted` bytes from there. */
	#read(wanted: number): boolean {
		if (wanted > this.#window.length) {
			this.#window = new Uint8Array(wanted);
			this.view = new DataView(this.#window.buffer);
		}
		this.base = this.offset;
		this.at = 0;
		this.bytes = this.#window.subarray(0, this.#file.readInto(this.#window, this.base));
		return this.bytes.length >= wanted;
	}
}
