import type { PositionedFile } from '../format/file.ts';
import { BLOCK, BLOCK_OVERHEAD, PACKET_HEADER_BYTES, padded } from '../pcapng/format.ts';

/** Wirebench's longest blocks: a packet of 64 KiB with the longest comment, or an interface description. */
const LARGEST_BLOCK = 256 << 10;
const CHUNK_BYTES = 4 << 20;
/** The type of a section header is the same in both byte orders. */
const SECTION_TYPE = Buffer.from([0x0a, 0x0d, 0x0d, 0x0a]);

/** The minimum length of a block, from its type and, for a packet, its number of bytes. */
function leastLength(block: DataView): number {
	if (block.byteLength < PACKET_HEADER_BYTES || block.getUint32(0, true) !== BLOCK.packet) return BLOCK_OVERHEAD + 8;
	const captured = block.getUint32(20, true);
	return PACKET_HEADER_BYTES + 4 + (captured <= LARGEST_BLOCK ? padded(captured) : 0);
}

/** Finds a place from which a damaged file can be read on. */
export class Resync {
	readonly #file: PositionedFile;
	readonly #size: number;
	readonly #head = new Uint8Array(PACKET_HEADER_BYTES);
	readonly #view = new DataView(this.#head.buffer);
	#chunk = new Uint8Array(0);

	readonly #progress: (offset: number) => void;

	/** `progress` is called with the offset of a long search, and may throw to end it. */
	constructor(file: PositionedFile, progress: (offset: number) => void) {
		this.#file = file;
		this.#progress = progress;
		this.#size = file.size;
	}

	/**
	 * The file offset of the block after the damaged one at `at`; undefined where nothing after it can be read. `one`:
	 * there is no other block in between. `cutOff`: by its own length the block exceeds the end of the file. Then only
	 * its own trailer counts: data that looks like a block may be payload that was being written.
	 */
	next(at: number, cutOff: boolean): { readonly at: number; readonly one: boolean } | undefined {
		const length = this.#word(at + 4);
		if (length !== undefined && length % 4 === 0 && length >= BLOCK_OVERHEAD && length <= LARGEST_BLOCK) {
			if (at + length < this.#size && this.#isBlock(at + length)) return { at: at + length, one: true };
		}
		const own = this.#byTrailer(at);
		if (own !== undefined) return { at: own, one: true };
		const other = cutOff && length !== undefined && length <= LARGEST_BLOCK ? undefined : this.#search(at + 4);
		return other === undefined ? undefined : { at: other, one: false };
	}

	/** A block repeats its length at its end, and another one follows, or the end of the file. */
	#byTrailer(at: number): number | undefined {
		const bytes = this.#file.read(at, LARGEST_BLOCK);
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		for (let length = leastLength(view); length <= bytes.length; length += 4) {
			if (view.getUint32(length - 4, true) !== length) continue;
			if (at + length === this.#size || this.#isBlock(at + length)) return at + length;
		}
		return undefined;
	}

	/**
	 * The first block from `from` on that is followed by another one, or by the end of the file. Blocks are at multiples
	 * of four from the damaged one; only a section may be anywhere, as where a truncated file was concatenated with
	 * another.
	 */
	#search(from: number): number | undefined {
		if (this.#chunk.length === 0) this.#chunk = new Uint8Array(CHUNK_BYTES);
		for (let base = from; base < this.#size; base += CHUNK_BYTES) {
			this.#progress(base);
			const bytes = Buffer.from(this.#chunk.buffer, 0, this.#file.readInto(this.#chunk, base));
			const section = this.#section(bytes, base);
			const words = new Uint32Array(this.#chunk.buffer);
			const end = Math.min(bytes.length, section === undefined ? bytes.length : section - base) >>> 2;
			for (let i = 0; i < end; i++) {
				const type = words[i];
				if ((type === BLOCK.packet || type === BLOCK.interface) && this.#isFollowed(base + i * 4)) return base + i * 4;
			}
			if (section !== undefined) return section;
		}
		return undefined;
	}

	/** The first section that starts in these bytes. */
	#section(bytes: Buffer, base: number): number | undefined {
		for (let at = bytes.indexOf(SECTION_TYPE); at >= 0; at = bytes.indexOf(SECTION_TYPE, at + 1)) {
			if (this.#isFollowed(base + at)) return base + at;
		}
		return undefined;
	}

	#isFollowed(at: number): boolean {
		const length = this.#isBlock(at);
		return length !== undefined && (at + length === this.#size || this.#isBlock(at + length) !== undefined);
	}

	/** The length of a complete block of a kind that Wirebench writes; undefined where there is none. */
	#isBlock(at: number): number | undefined {
		const count = this.#file.readInto(this.#head, at);
		if (count < BLOCK_OVERHEAD) return undefined;
		const type = this.#view.getUint32(0, true);
		const length = this.#view.getUint32(4, true);
		if (type !== BLOCK.packet && type !== BLOCK.interface && type !== BLOCK.section) return undefined;
		if (length < BLOCK_OVERHEAD || length % 4 !== 0 || length > LARGEST_BLOCK || at + length > this.#size)
			return undefined;
		if (type === BLOCK.packet) {
			const captured = this.#view.getUint32(20, true);
			if (count < PACKET_HEADER_BYTES || captured !== this.#view.getUint32(24, true)) return undefined;
			if (captured > length - PACKET_HEADER_BYTES - 4) return undefined;
		}
		return this.#word(at + length - 4) === length ? length : undefined;
	}

	#word(at: number): number | undefined {
		const bytes = this.#file.read(at, 4);
		return bytes.length < 4 ? undefined : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
	}
}
