/** Searches bytes in bytes. */
export type Finder = (content: Uint8Array) => boolean;

/** Returns the first offset of the pattern at or after `from`; -1 where there is none. */
export type Locator = (content: Uint8Array, from: number) => number;

/** Maps upper-case ASCII letters to lower-case; other bytes stay. */
const FOLD = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte));

const SAME = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/** Finds text, ignoring the case of ASCII letters. */
export function foldedFinder(needle: Uint8Array): Finder {
	const locate = foldedLocator(needle);
	return (content) => locate(content, 0) >= 0;
}

/** Finds exactly these bytes. */
export function plainFinder(needle: Uint8Array): Finder {
	const locate = plainLocator(needle);
	return (content) => locate(content, 0) >= 0;
}

/** Locates exactly these bytes. */
export function plainLocator(needle: Uint8Array): Locator {
	return locator(needle, SAME);
}

/** Locates text, ignoring the case of ASCII letters. */
export function foldedLocator(needle: Uint8Array): Locator {
	return locator(needle, FOLD);
}

/** Horspool's algorithm: it skips by the last byte looked at. `fold` says which bytes count as the same. */
function locator(needle: Uint8Array, fold: Uint8Array): Locator {
	const wanted = needle.map((byte) => fold[byte] ?? byte);
	const last = wanted.length - 1;
	const skip = new Uint32Array(256).fill(wanted.length);
	for (let byte = 0; byte < 256; byte++) {
		const place = wanted.lastIndexOf(fold[byte] ?? byte, last - 1);
		if (last > 0 && place >= 0) skip[byte] = last - place;
	}
	const ending = wanted[last] ?? 0;
	return (content, from) => {
		for (let at = from + last; at < content.length; ) {
			const byte = content[at] ?? 0;
			if (fold[byte] === ending && standsAt(content, at - last, wanted, fold)) return at - last;
			at += skip[byte] ?? 1;
		}
		return -1;
	};
}

function standsAt(content: Uint8Array, at: number, wanted: Uint8Array, fold: Uint8Array): boolean {
	for (let i = 0; i < wanted.length; i++) if (fold[content[at + i] ?? 0] !== wanted[i]) return false;
	return true;
}
