import type { CharsetName } from '../../../../common/payload/charsets/names.ts';

/** A content that is read in parts. `read` gives fewer bytes at its end only. */
export interface Content {
	readonly length: number;
	/** Of its text. */
	readonly charset: CharsetName;
	read(offset: number, length: number): Uint8Array;
}

/** The bytes of a content that are all there. */
export function contentOf(bytes: Uint8Array, charset: CharsetName): Content {
	return { length: bytes.length, charset, read: (offset, length) => bytes.subarray(offset, offset + length) };
}
