const widths = <S extends 'u' | 'i'>(sign: S): `${S}${number}`[] =>
	Array.from({ length: 64 }, (_, i): `${S}${number}` => `${sign}${i + 1}`);

/** Integers: `u` or `i` (two's complement), and their bits, as `u8` or `i24`. */
export const INTEGER_TYPES = [...widths('u'), ...widths('i')];

/** A whole number as text: in decimal, or with 0x in front. */
export const WHOLE_NUMBER = /^-?(0[xX][0-9a-fA-F]{1,16}|\d{1,20})$/;

/** Numbers of IEEE 754, by their bits. */
export const FLOAT_TYPES = ['f16', 'f32', 'f64'] as const;

/** Highest byte first, or lowest. */
export const BYTE_ORDERS = ['be', 'le'] as const;

/** Which bits of a byte are those of the first field in it. */
export const BIT_ORDERS = ['high', 'low'] as const;

/** How an integer is shown. */
export const SHOWN_AS = ['decimal', 'hex', 'seconds', 'milliseconds'] as const;

/** The format that this version reads and writes. */
export const STRUCTURE_VERSION = 1;

/** What a structure has at most, beside what LIMITS says. */
export const STRUCTURE_LIMITS = {
	/** Fields of one list, cases of a switch. */
	fields: 500,
	/** Named structures, enums, members of an enum. */
	types: 200,
	enums: 200,
	members: 2000,
	/** Characters of a .proto text, and of the name of a message in it. */
	protoChars: 200_000,
	messageChars: 500,
	/** How deep bodies nest in the document. */
	depth: 32,
} as const;
