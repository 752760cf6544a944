/** Receives chunks. */
export interface ChunkSink {
	/** Takes the first `length` bytes of a chunk; returns one of the same size to fill next. May wait, and throws when it cannot continue. */
	put(chunk: Buffer<ArrayBuffer>, length: number): Buffer<ArrayBuffer>;
}

export const CHUNK_BYTES = 1 << 20;

const HEX = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const BACKSLASH = 0x5c;
/** The letter after the backslash for characters with a short JSON escape; 0 for unescaped ones, 1 for \u00XX. */
const JSON_ESCAPE = new Uint8Array(256).fill(1, 0, 0x20);
for (const [character, letter] of ['""', '\\\\', '\bb', '\ff', '\nn', '\rr', '\tt', '\x7f\u0001']) {
	JSON_ESCAPE[character?.charCodeAt(0) ?? 0] = letter?.charCodeAt(0) ?? 0;
}

/** Output bytes: collected in a chunk, which is passed to the sink when it is full. */
export class ByteOutput {
	readonly #sink: ChunkSink;
	#chunk = Buffer.alloc(CHUNK_BYTES);
	#used = 0;
	/** All bytes so far. */
	written = 0;

	constructor(sink: ChunkSink) {
		this.#sink = sink;
	}

	/** Passes the collected bytes on. */
	flush(): void {
		if (this.#used === 0) return;
		this.#chunk = this.#sink.put(this.#chunk, this.#used);
		this.#used = 0;
	}

	/** Text as UTF-8; at most a third of a chunk in characters. */
	text(text: string): void {
		this.#room(text.length * 3);
		const count = this.#chunk.write(text, this.#used, 'utf8');
		this.#used += count;
		this.written += count;
	}

	/** ASCII text, at most a chunk. */
	ascii(text: string): void {
		this.#room(text.length);
		this.#chunk.write(text, this.#used, 'latin1');
		this.#used += text.length;
		this.written += text.length;
	}

	bytes(bytes: Uint8Array): void {
		for (let at = 0; at < bytes.length; ) {
			this.#room(1);
			const part = bytes.subarray(at, at + CHUNK_BYTES - this.#used);
			this.#chunk.set(part, this.#used);
			this.#used += part.length;
			this.written += part.length;
			at += part.length;
		}
	}

	byte(value: number): void {
		this.#room(1);
		this.#chunk[this.#used++] = value;
		this.written++;
	}

	/** Two lower-case digits a byte. */
	hex(bytes: Uint8Array): void {
		for (let at = 0; at < bytes.length; ) {
			this.#room(2);
			const chunk = this.#chunk;
			let to = this.#used;
			const end = Math.min(bytes.length, at + ((CHUNK_BYTES - to) >> 1));
			this.written += (end - at) * 2;
			for (; at < end; at++) {
				const byte = bytes[at] ?? 0;
				chunk[to++] = HEX[byte >> 4] ?? 0;
				chunk[to++] = HEX[byte & 15] ?? 0;
			}
			this.#used = to;
		}
	}

	/** UTF-8 as the inside of a JSON string (RFC 8259 section 7). */
	json(bytes: Uint8Array): void {
		for (let at = 0; at < bytes.length; ) {
			this.#room(6);
			const chunk = this.#chunk;
			let to = this.#used;
			const end = Math.min(bytes.length, at + Math.floor((CHUNK_BYTES - to) / 6));
			for (; at < end; at++) {
				const byte = bytes[at] ?? 0;
				const letter = JSON_ESCAPE[byte] ?? 0;
				if (letter === 0) chunk[to++] = byte;
				else if (letter > 1) {
					chunk[to++] = BACKSLASH;
					chunk[to++] = letter;
				} else {
					to += chunk.write(`\\u${byte.toString(16).padStart(4, '0')}`, to, 'latin1');
				}
			}
			this.written += to - this.#used;
			this.#used = to;
		}
	}

	/** Bytes with each occurrence of one of them doubled. */
	doubling(bytes: Uint8Array, twice: number): void {
		for (let at = 0; at < bytes.length; ) {
			this.#room(2);
			const chunk = this.#chunk;
			let to = this.#used;
			const end = Math.min(bytes.length, at + ((CHUNK_BYTES - to) >> 1));
			for (; at < end; at++) {
				const byte = bytes[at] ?? 0;
				chunk[to++] = byte;
				if (byte === twice) chunk[to++] = byte;
			}
			this.written += to - this.#used;
			this.#used = to;
		}
	}

	#room(bytes: number): void {
		if (this.#used + bytes > CHUNK_BYTES) this.flush();
	}
}
