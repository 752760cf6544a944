const LF = 0x0a;
/** Bytes without LF after which a piece may end elsewhere, and after which it ends in any case. */
const LEAST = 4096;
const MOST = 64 << 10;
/** A piece ends where these bits of a hash of the last 32 bytes are zero: after 1 KiB on average. */
const MASK = 0xffc00000;
const MULTIPLIER = 0x9e3779b1;

/**
 * Cuts a stream without framing into pieces that depend only on its content, so that two streams with the same bytes have the same
 * pieces, however they arrived, and an inserted byte changes only those around it: after LF, else by a hash of the bytes before.
 */
export class Cutter {
	#length = 0;
	#hash = 0;

	/** The end of the piece in `bytes` from `from` on; undefined where it goes on after them. */
	end(bytes: Uint8Array, from: number): number | undefined {
		for (let at = from; at < bytes.length; at++) {
			const byte = bytes[at] ?? 0;
			// A bit of each byte has left the 32 bits of the hash after 32 more bytes.
			this.#hash = ((this.#hash << 1) + Math.imul(byte + 1, MULTIPLIER)) | 0;
			this.#length++;
			const isEnd = byte === LF || (this.#length >= LEAST && ((this.#hash & MASK) === 0 || this.#length >= MOST));
			if (!isEnd) continue;
			this.#length = 0;
			this.#hash = 0;
			return at + 1;
		}
		return undefined;
	}
}
