import { uintAt } from '../core/uint.ts';

export type Side = 'request' | 'response';

/** How long the data of a function is: a number, or what says so at an offset in the PDU. */
type Length =
	| number
	/** Bytes up to a counted part, and where its count is: in one byte, or two. */
	| { readonly before: number; readonly count: number; readonly bytes: 1 | 2 };

const counted = (before: number, count = before - 1): Length => ({ before, count, bytes: 1 });

/** Lengths of whole PDUs, of those functions whose length has a rule (MODBUS Application Protocol Specification V1.1b3, 6). */
const LENGTHS: Readonly<Record<Side, ReadonlyMap<number, Length>>> = {
	request: new Map<number, Length>([
		[1, 5],
		[2, 5],
		[3, 5],
		[4, 5],
		[5, 5],
		[6, 5],
		[7, 1],
		[8, 5],
		[11, 1],
		[12, 1],
		[15, counted(6)],
		[16, counted(6)],
		[17, 1],
		[20, counted(2)],
		[21, counted(2)],
		[22, 7],
		[23, counted(10)],
		[24, 3],
		[43, 4],
	]),
	response: new Map<number, Length>([
		[1, counted(2)],
		[2, counted(2)],
		[3, counted(2)],
		[4, counted(2)],
		[5, 5],
		[6, 5],
		[7, 2],
		[8, 5],
		[11, 5],
		[12, counted(2)],
		[15, 5],
		[16, 5],
		[17, counted(2)],
		[20, counted(2)],
		[21, counted(2)],
		[22, 7],
		[23, counted(2)],
		[24, { before: 3, count: 1, bytes: 2 }],
	]),
};

const DEVICE_IDENTIFICATION = 14;

/** Length of the objects of a device's identification behind the seven bytes before them; as far as they are there. */
function identificationLength(bytes: Uint8Array, at: number): number {
	let length = 7;
	for (let objects = bytes[at + 6] ?? 0; objects > 0; objects--) length += 2 + (bytes[at + length + 1] ?? 0);
	return length;
}

/** Length of the PDU at an offset; undefined where nothing says so. The bytes that count may be missing. */
export function pduLength(bytes: Uint8Array, at: number, side: Side): number | undefined {
	const code = bytes[at] ?? 0;
	if (code > 0x7f) return side === 'response' ? 2 : undefined;
	if (code === 43 && bytes[at + 1] !== DEVICE_IDENTIFICATION) return undefined;
	if (code === 43 && side === 'response') return identificationLength(bytes, at);
	const length = LENGTHS[side].get(code);
	if (length === undefined || typeof length === 'number') return length;
	return length.before + uintAt(bytes, at + length.count, length.bytes);
}

/** Whether a PDU of that length at an offset can be one of this side. */
export function fits(bytes: Uint8Array, at: number, length: number, side: Side): boolean {
	const code = bytes[at];
	// Only the data of Return Query Data has any length.
	if (code === 8) return length >= 5 && length % 2 === 1;
	if (code === 43 && bytes[at + 1] !== DEVICE_IDENTIFICATION) return length >= 2;
	return pduLength(bytes, at, side) === length;
}

/**
 * Which side a PDU is of: that of its sender, unless only the other one has this length. Where nothing is known, and both have
 * it, a request: of the functions that read bits, a response of three bytes looks like one.
 */
export function sideOf(bytes: Uint8Array, at: number, length: number, from: 'client' | 'server' | undefined): Side {
	const likely = from === 'server' ? 'response' : 'request';
	const other = likely === 'request' ? 'response' : 'request';
	return !fits(bytes, at, length, likely) && fits(bytes, at, length, other) ? other : likely;
}
