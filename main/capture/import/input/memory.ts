/** A piece of memory as bytes, as words in the machine's order, and as a view. */
export class Memory {
	readonly bytes: Buffer;
	readonly words: Uint32Array;
	readonly view: DataView;

	/** `capacity` is rounded up to whole words. */
	constructor(capacity: number) {
		const buffer = new ArrayBuffer((capacity + 3) & ~3);
		this.bytes = Buffer.from(buffer);
		this.words = new Uint32Array(buffer);
		this.view = new DataView(buffer);
	}

	/** A copy of `length` bytes of other memory. */
	static copy(from: Memory, start: number, length: number): Memory {
		const memory = new Memory(length);
		from.bytes.copy(memory.bytes, 0, start, start + length);
		return memory;
	}
}
