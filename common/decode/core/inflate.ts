import { FlateErrorCode, Gunzip, Inflate, Unzlib } from 'fflate';
import { concat } from '../../payload/codec/concat.ts';

/** Bytes of decompressed content that are decoded: more would only be there to exhaust memory. */
export const MOST_INFLATED = 16 << 20;

/** Compressed bytes at a time: what they can grow to (1,032 times) is decompressed before the limit is looked at. */
const PIECE = 4096;

/** `raw`: without any header (RFC 1951). */
export type Compression = 'gzip' | 'deflate' | 'raw';

export interface Inflated {
	readonly bytes: Uint8Array;
	/** Why that is not all: the input ended early or is damaged, or the limit was reached. */
	readonly stopped?: 'short' | 'unreadable' | 'limit';
}

/** `deflate` in HTTP is the zlib format (RFC 9110, 8.4.1.2); some servers leave its header away. */
function decompressor(compression: Compression, bytes: Uint8Array): Gunzip | Inflate | Unzlib {
	if (compression === 'gzip') return new Gunzip();
	if (compression === 'raw') return new Inflate();
	const [first = 0, second = 0] = bytes;
	return (first & 0xf) === 8 && (first * 256 + second) % 31 === 0 ? new Unzlib() : new Inflate();
}

/** Decompresses as much as there is: what can be read of damaged or unfinished data is. */
export function inflate(bytes: Uint8Array, compression: Compression): Inflated {
	const pieces: Uint8Array[] = [];
	let length = 0;
	const stream = decompressor(compression, bytes);
	stream.ondata = (piece) => {
		// A view of a buffer that is used again.
		pieces.push(piece.slice());
		length += piece.length;
	};
	let stopped: Inflated['stopped'];
	try {
		for (let at = 0; at < bytes.length && stopped === undefined; at += PIECE) {
			stream.push(bytes.subarray(at, at + PIECE), false);
			if (length > MOST_INFLATED) stopped = 'limit';
		}
		if (stopped === undefined) stream.push(new Uint8Array(), true);
	} catch (error) {
		const code = faultOf(error);
		if (code === undefined) throw error;
		stopped = code === FlateErrorCode.UnexpectedEOF ? 'short' : 'unreadable';
	}
	const all = concat(pieces).subarray(0, MOST_INFLATED);
	return { bytes: all, ...(stopped === undefined ? {} : { stopped }) };
}

/** The number of an error of fflate about its input; undefined for any other. */
function faultOf(error: unknown): number | undefined {
	return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;
}
