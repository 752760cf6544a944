/** The file that a connection sends as an answer, if it does. */
export class FileReply {
	#file: { readonly size: number; left: number } | undefined;

	/** Sends a file of `size` bytes piece by piece. Each is read when the kernel has the one before: a slow reader costs one piece of memory. */
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

	/** What is told when the connection closes within a file. */
	get missing(): string | undefined {
		if (this.#file === undefined || this.#file.left === 0) return undefined;
		return `The last ${this.#file.left} of a file's ${this.#file.size} bytes are not sent.`;
	}
}
