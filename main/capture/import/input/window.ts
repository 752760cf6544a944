import { Memory } from './memory.ts';

const WINDOW_BYTES = 1 << 20;

/**
 * The part of a file in memory. Its reader takes bytes from `at` up to `end`, and requests more with `need`; taken
 * bytes are dropped when more are read.
 */
export class Window {
	memory = new Memory(WINDOW_BYTES);
	at = 0;
	end = 0;
	/** Byte of the file at the start of the memory. */
	base = 0;
	#needed = 1;

	/** The file offset of `at`. */
	get offset(): number {
		return this.base + this.at;
	}

	/** Whether there are `count` bytes; if not, this many are requested before the reader continues. */
	need(count: number): boolean {
		if (this.end - this.at >= count) return true;
		this.#needed = count;
		return false;
	}

	/** Makes room after `end` for the requested bytes: returns the memory from `end` on. */
	prepare(): Buffer {
		const kept = this.end - this.at;
		if (this.#needed > this.memory.bytes.length) {
			// Doubled, so that a file of large packets is not moved for each.
			const larger = new Memory(this.#needed * 2);
			this.memory.bytes.copy(larger.bytes, 0, this.at, this.end);
			this.memory = larger;
		} else if (this.at > 0) {
			this.memory.bytes.copyWithin(0, this.at, this.end);
		}
		this.base += this.at;
		this.at = 0;
		this.end = kept;
		return this.memory.bytes.subarray(kept);
	}

	/** Whether the requested bytes are present. */
	get satisfied(): boolean {
		return this.end - this.at >= this.#needed;
	}
}
