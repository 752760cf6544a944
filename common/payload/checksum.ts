import type { ChecksumKind } from './schema.ts';

/**
 * A cyclic redundancy check of 16 or 32 bits in the parameters of the catalogue of Greg Cook (reveng.sourceforge.io):
 * `reflected` is refin and refout together. A polynomial of a reflected one is given reversed.
 */
interface Crc {
	readonly width: 16 | 32;
	readonly poly: number;
	readonly init: number;
	readonly xorOut: number;
	readonly reflected: boolean;
	/** Lowest byte first, as in the protocols that use it. */
	readonly littleEndian: boolean;
}

const CRCS: Readonly<Record<Exclude<ChecksumKind, 'none' | 'xor' | 'sum'>, Crc>> = {
	/** CRC-16/MODBUS, low byte first (MODBUS over serial line, 2.5.1.2). */
	'crc16-modbus': { width: 16, poly: 0xa001, init: 0xffff, xorOut: 0, reflected: true, littleEndian: true },
	/** CRC-16/IBM-3740, which most call CCITT-FALSE. */
	'crc16-ccitt': { width: 16, poly: 0x1021, init: 0xffff, xorOut: 0, reflected: false, littleEndian: false },
	/** CRC-16/XMODEM. */
	'crc16-xmodem': { width: 16, poly: 0x1021, init: 0, xorOut: 0, reflected: false, littleEndian: false },
	/** CRC-32/ISO-HDLC, as in Ethernet, ZIP and PNG; highest byte first, as in PNG. */
	crc32: { width: 32, poly: 0xedb88320, init: 0xffffffff, xorOut: 0xffffffff, reflected: true, littleEndian: false },
	/** The same, lowest byte first, as in ZIP. */
	'crc32-le': {
		width: 32,
		poly: 0xedb88320,
		init: 0xffffffff,
		xorOut: 0xffffffff,
		reflected: true,
		littleEndian: true,
	},
};

/** The bytes of a checksum over others; none for `none`. */
export function checksumOf(bytes: Uint8Array, kind: ChecksumKind): Uint8Array<ArrayBuffer> {
	if (kind === 'none') return new Uint8Array(0);
	const value = checksumNumber(bytes, kind);
	if (kind === 'xor' || kind === 'sum') return Uint8Array.of(value);
	const crc = CRCS[kind];
	const result = new Uint8Array(crc.width / 8);
	const view = new DataView(result.buffer);
	if (crc.width === 16) view.setUint16(0, value, crc.littleEndian);
	else view.setUint32(0, value, crc.littleEndian);
	return result;
}

/** The same as a number. */
export function checksumNumber(bytes: Uint8Array, kind: Exclude<ChecksumKind, 'none'>): number {
	if (kind === 'xor') return bytes.reduce((sum, byte) => sum ^ byte, 0);
	if (kind === 'sum') return bytes.reduce((sum, byte) => (sum + byte) & 0xff, 0);
	return crcOf(bytes, CRCS[kind]);
}

/** The order in which `checksumOf` has the bytes of the number. */
export function checksumOrder(kind: ChecksumKind): 'be' | 'le' {
	return kind !== 'none' && kind !== 'xor' && kind !== 'sum' && CRCS[kind].littleEndian ? 'le' : 'be';
}

function crcOf(bytes: Uint8Array, crc: Crc): number {
	const { width, init, xorOut, reflected } = crc;
	const table = tableOf(crc);
	let value = init;
	for (const byte of bytes) {
		value = reflected
			? (value >>> 8) ^ (table[(value ^ byte) & 0xff] ?? 0)
			: ((value << 8) & 0xffff) ^ (table[((value >>> 8) ^ byte) & 0xff] ?? 0);
	}
	return ((value ^ xorOut) >>> 0) % 2 ** width;
}

const tables = new Map<Crc, Uint32Array>();

/** The CRC of each byte value; non-reflected ones have 16 bits here. */
function tableOf(crc: Crc): Uint32Array {
	const known = tables.get(crc);
	if (known) return known;
	const { poly, reflected } = crc;
	const table = Uint32Array.from({ length: 256 }, (_, byte) => {
		let value = reflected ? byte : byte << 8;
		for (let bit = 0; bit < 8; bit++) {
			if (reflected) value = value & 1 ? (value >>> 1) ^ poly : value >>> 1;
			else value = value & 0x8000 ? ((value << 1) ^ poly) & 0xffff : (value << 1) & 0xffff;
		}
		return value >>> 0;
	});
	tables.set(crc, table);
	return table;
}
