/** Searches bytes in bytes. */
export type Finder = (content: Uint8Array) => boolean;

/** Returns the first offset of the pattern at or after `from`; -1 where there is none. */
export type Locator = (content: Uint8Array, from: number) => number;

/** Bytes to find; at each place also the byte of `other`, which is of the same length: the other case of an ASCII letter. */
export interface Needle {
	readonly bytes: Uint8Array;
	/** The same array where only `bytes` match. */
	readonly other: Uint8Array;
}

/** Finds a needle. */
export function finder(needle: Needle): Finder {
	const locate = locator(needle);
	return (content) => locate(content, 0) >= 0;
}

/** Finds exactly these bytes. */
export function plainFinder(needle: Uint8Array): Finder {
	return finder({ bytes: needle, other: needle });
}

/** Horspool's algorithm: it skips by the last byte looked at. */
export function locator({ bytes, other }: Needle): Locator {
	const last = bytes.length - 1;
	const skip = new Uint32Array(256).fill(bytes.length);
	for (let at = 0; at < last; at++) {
		skip[bytes[at] ?? 0] = last - at;
		skip[other[at] ?? 0] = last - at;
	}
	const ending = bytes[last] ?? 0;
	const otherEnding = other[last] ?? 0;
	return (content, from) => {
		for (let at = from + last; at < content.length; ) {
			const byte = content[at] ?? 0;
			const ends = byte === ending || byte === otherEnding;
			if (ends && standsAt(content, at - last, bytes, other)) return at - last;
			at += skip[byte] ?? 1;
		}
		return -1;
	};
}

function standsAt(content: Uint8Array, at: number, bytes: Uint8Array, other: Uint8Array): boolean {
	for (let i = 0; i < bytes.length; i++) {
		const byte = content[at + i];
		if (byte !== bytes[i] && byte !== other[i]) return false;
	}
	return true;
}
