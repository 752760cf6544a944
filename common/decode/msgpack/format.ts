/** A format of an item, by its first byte (MessagePack specification, Formats). */
export interface Format {
	readonly name: string;
	readonly kind: 'nil' | 'bool' | 'uint' | 'int' | 'float' | 'str' | 'bin' | 'ext' | 'array' | 'map';
	/** Bytes behind the first: of a number, or of the length. */
	readonly bytes: 0 | 1 | 2 | 4 | 8;
	/** The value or the length where it is in the first byte, or follows from it. */
	readonly fixed?: number;
}

const FORMATS: ReadonlyMap<number, Format> = new Map<number, Format>([
	[0xc0, { name: 'nil', kind: 'nil', bytes: 0 }],
	[0xc2, { name: 'false', kind: 'bool', bytes: 0, fixed: 0 }],
	[0xc3, { name: 'true', kind: 'bool', bytes: 0, fixed: 1 }],
	[0xc4, { name: 'bin 8', kind: 'bin', bytes: 1 }],
	[0xc5, { name: 'bin 16', kind: 'bin', bytes: 2 }],
	[0xc6, { name: 'bin 32', kind: 'bin', bytes: 4 }],
	[0xc7, { name: 'ext 8', kind: 'ext', bytes: 1 }],
	[0xc8, { name: 'ext 16', kind: 'ext', bytes: 2 }],
	[0xc9, { name: 'ext 32', kind: 'ext', bytes: 4 }],
	[0xca, { name: 'float 32', kind: 'float', bytes: 4 }],
	[0xcb, { name: 'float 64', kind: 'float', bytes: 8 }],
	[0xcc, { name: 'uint 8', kind: 'uint', bytes: 1 }],
	[0xcd, { name: 'uint 16', kind: 'uint', bytes: 2 }],
	[0xce, { name: 'uint 32', kind: 'uint', bytes: 4 }],
	[0xcf, { name: 'uint 64', kind: 'uint', bytes: 8 }],
	[0xd0, { name: 'int 8', kind: 'int', bytes: 1 }],
	[0xd1, { name: 'int 16', kind: 'int', bytes: 2 }],
	[0xd2, { name: 'int 32', kind: 'int', bytes: 4 }],
	[0xd3, { name: 'int 64', kind: 'int', bytes: 8 }],
	[0xd4, { name: 'fixext 1', kind: 'ext', bytes: 0, fixed: 1 }],
	[0xd5, { name: 'fixext 2', kind: 'ext', bytes: 0, fixed: 2 }],
	[0xd6, { name: 'fixext 4', kind: 'ext', bytes: 0, fixed: 4 }],
	[0xd7, { name: 'fixext 8', kind: 'ext', bytes: 0, fixed: 8 }],
	[0xd8, { name: 'fixext 16', kind: 'ext', bytes: 0, fixed: 16 }],
	[0xd9, { name: 'str 8', kind: 'str', bytes: 1 }],
	[0xda, { name: 'str 16', kind: 'str', bytes: 2 }],
	[0xdb, { name: 'str 32', kind: 'str', bytes: 4 }],
	[0xdc, { name: 'array 16', kind: 'array', bytes: 2 }],
	[0xdd, { name: 'array 32', kind: 'array', bytes: 4 }],
	[0xde, { name: 'map 16', kind: 'map', bytes: 2 }],
	[0xdf, { name: 'map 32', kind: 'map', bytes: 4 }],
]);

/** The format that a first byte says; undefined for the one that is never used. */
export function formatOf(first: number): Format | undefined {
	if (first < 0x80) return { name: 'positive fixint', kind: 'uint', bytes: 0, fixed: first };
	if (first < 0x90) return { name: 'fixmap', kind: 'map', bytes: 0, fixed: first & 0xf };
	if (first < 0xa0) return { name: 'fixarray', kind: 'array', bytes: 0, fixed: first & 0xf };
	if (first < 0xc0) return { name: 'fixstr', kind: 'str', bytes: 0, fixed: first & 0x1f };
	if (first >= 0xe0) return { name: 'negative fixint', kind: 'int', bytes: 0, fixed: first - 0x100 };
	return FORMATS.get(first);
}

/** The length or the number of items that the head of a format has; as far as its bytes are there. */
export function countOf({ bytes, fixed }: Format, at: (offset: number) => number | undefined): number {
	if (fixed !== undefined) return fixed;
	let count = 0;
	for (let i = 1; i <= bytes; i++) count = count * 256 + (at(i) ?? 0);
	return count;
}
