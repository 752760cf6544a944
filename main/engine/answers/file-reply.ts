/** The file that a connection is sending as an answer. */
export class FileReply {
	#file: { readonly size: number; left: number } | undefined;

	/**
	 * Sends a file of `size` bytes piece by piece. Each is read when the kernel has taken the previous one: a slow reader
	 * costs one piece of memory.
	 */
	async send(
		size: number,
		chunks: AsyncIterable<Uint8Array>,
		send: (chunk: Uint8Array) => Promise<void>,
	): Promise<void> {
		const file = { size, left: size };
		this.#file = file;
		for await (const chunk of chunks) {
			await send(chunk);
			file.left -= chunk.length;
		}
		this.#file = undefined;
	}

	/** The report when the connection closes within a file. */
	get missing(): string | undefined {
		if (this.#file === undefined || this.#file.left === 0) return undefined;
		return `The last ${this.#file.left} of a file's ${this.#file.size} bytes are not sent.`;
	}
}
