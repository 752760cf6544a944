/** Collects bytes into one buffer, to be handed to another thread at once. */
export class Packer {
	#buffer = new Uint8Array(4096);
	length = 0;

	/** Gives where the bytes begin. */
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

	/** What was collected; the next begins with nothing. */
	take(): Uint8Array<ArrayBuffer> {
		const taken = this.#buffer.slice(0, this.length);
		this.length = 0;
		if (this.#buffer.length > 1024 * 1024) this.#buffer = new Uint8Array(4096);
		return taken;
	}
}
