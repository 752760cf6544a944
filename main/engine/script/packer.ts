/** Collects bytes into one buffer that can be transferred to another thread. */
export class Packer {
	#buffer = new Uint8Array(4096);
	length = 0;

	/** Returns the offset of the bytes. */
	add(bytes: Uint8Array): number {
		const at = this.length;
		const needed = at + bytes.length;
		if (needed > this.#buffer.length) {
			const larger = new Uint8Array(Math.max(needed, this.#buffer.length * 2));
			larger.set(this.#buffer.subarray(0, at));
			this.#buffer = larger;
		}
		this.#buffer.set(bytes, at);
		this.length = needed;
		return at;
	}

	/** The collected bytes; resets the packer. */
	take(): Uint8Array<ArrayBuffer> {
		const taken = this.#buffer.slice(0, this.length);
		this.length = 0;
		if (this.#buffer.length > 1024 * 1024) this.#buffer = new Uint8Array(4096);
		return taken;
	}
}
