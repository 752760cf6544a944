/** Major types (RFC 8949, 3.1). */
export const MAJOR = { unsigned: 0, negative: 1, bytes: 2, text: 3, array: 4, map: 5, tag: 6, simple: 7 } as const;

/** What an item begins with: its major type, and an argument (RFC 8949, 3). */
export interface Head {
	readonly major: number;
	/** The lowest five bits of the first byte. */
	readonly info: number;
	/** Bytes of all of it. */
	readonly length: number;
	/** Value, length, number of items, tag or bits of a float; no meaning where the item has no length. */
	readonly argument: bigint;
	/** Items up to a `break` belong to it; of major type 7, it is one. */
	readonly isIndefinite: boolean;
}

/** The additional information that says how many bytes the argument has: 24 to 27. */
const ARGUMENT_BYTES: readonly number[] = [1, 2, 4, 8];
const INDEFINITE = 31;

/** The head at a place, whose bytes may be missing; undefined for one that is not well-formed (RFC 8949, appendix C). */
export function headOf(at: (offset: number) => number | undefined): Head | undefined {
	const first = at(0) ?? 0;
	const major = first >> 5;
	const info = first & 0x1f;
	const head = { major, info, length: 1, argument: BigInt(info), isIndefinite: info === INDEFINITE };
	if (info < 24) return head;
	if (head.isIndefinite)
		return major === MAJOR.unsigned || major === MAJOR.negative || major === MAJOR.tag ? undefined : head;
	const bytes = ARGUMENT_BYTES[info - 24];
	if (bytes === undefined) return undefined;
	let argument = 0n;
	for (let i = 1; i <= bytes; i++) argument = argument * 256n + BigInt(at(i) ?? 0);
	// A simple value that the first byte has room for (3.3).
	if (major === MAJOR.simple && info === 24 && argument < 32n) return undefined;
	return { ...head, length: 1 + bytes, argument };
}
