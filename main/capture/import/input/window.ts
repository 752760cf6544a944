import { Memory } from './memory.ts';

const WINDOW_BYTES = 1 << 20;

/**
 * The part of a file that is in memory. Its reader takes bytes from `at` up to `end`, and asks for more with `need`; what
 * it has taken is dropped when there is more to come.
 */
export class Window {
	memory = new Memory(WINDOW_BYTES);
	at = 0;
	end = 0;
	/** Byte of the file at which the memory begins. */
	base = 0;
	#needed = 1;

	/** Where `at` is in the file. */
	get offset(): number {
		return this.base + this.at;
	}

	/** Whether there are `count` bytes; if not, this many are wanted before the reader goes on. */
	need(count: number): boolean {
		if (this.end - this.at >= count) return true;
		this.#needed = count;
		return false;
	}

	/** Makes room behind `end` for what is needed, and says where: from `end` to the end of the memory. */
	prepare(): Buffer {
		const kept = this.end - this.at;
		if (this.#needed > this.memory.bytes.length) {
			// Grown to twice the size, so that a file of large packets is not moved about for each.
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

	/** Whether what was needed has come. */
	get satisfied(): boolean {
		return this.end - this.at >= this.#needed;
	}
}
