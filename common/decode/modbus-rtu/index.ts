import { checksumNumber } from '../../payload/checksum.ts';
import type { Context, Decoder } from '../core/decoder.ts';
import type { Reader } from '../core/reader.ts';
import { uintAt } from '../core/uint.ts';
import { fits, pduLength, sideOf } from '../modbus/length.ts';
import { FUNCTIONS } from '../modbus/names.ts';
import { readPdu } from '../modbus/pdu.ts';

/** Bytes around the PDU, its address and checksum; the longest frame (MODBUS over Serial Line V1.02, 2.5.1). */
const AROUND = 3;
const MOST = 256;
const LAST_ADDRESS = 247;

/** The checksum that a frame of these bytes ends with, low byte first (2.5.1.2). */
function crcOf(frame: Uint8Array): number {
	return checksumNumber(frame.subarray(0, -2), 'crc16-modbus');
}

function isWhole(frame: Uint8Array): boolean {
	return crcOf(frame) === uintAt(frame, frame.length - 2, 2, 'le');
}

/**
 * Length of the first frame: nothing in it says so, and a pause between frames is no more to be seen. Its function does, if it
 * is a request and in another way if it is a response, and the checksum says which: or the message is one frame.
 */
function frameLength(bytes: Uint8Array, from: Context['from']): number {
	const sides = from === 'server' ? (['response', 'request'] as const) : (['request', 'response'] as const);
	const lengths = sides.flatMap((side) => {
		const length = pduLength(bytes, 1, side);
		return length === undefined ? [] : [length + AROUND];
	});
	const all = Math.min(bytes.length, MOST);
	const whole = [...lengths, all].find(
		(length) => length > AROUND && length <= bytes.length && isWhole(bytes.subarray(0, length)),
	);
	return whole ?? lengths[0] ?? all;
}

const hex4 = (value: number) => `0x${value.toString(16).padStart(4, '0')}`;

/** A frame of MODBUS over Serial Line V1.02 (2.5.1), RTU mode, as gateways pass it over a socket. */
function decode(reader: Reader, { from }: Context): void {
	const frame = reader.bytes.subarray(reader.at);
	const length = frameLength(frame, from);
	const address = reader.uint('address', 1, 'be', { meaning: new Map([[0, 'broadcast']]) });
	if (address > LAST_ADDRESS) reader.note({ code: 'unexpected', expected: `0 to ${LAST_ADDRESS}` });
	const pdu = Math.max(1, length - AROUND);
	reader.within(pdu, () => readPdu(reader, sideOf(frame, 1, pdu, from)));
	const all = frame.subarray(0, pdu + AROUND);
	reader.uint('crc', 2, 'le', {
		meaning: hex4,
		...(isWhole(all) ? {} : { note: { code: 'checksum', expected: hex4(crcOf(all)) } }),
	});
}

/** A known function between an address and the checksum of both. */
function recognise(bytes: Uint8Array, { from }: Context): number {
	if (bytes.length <= AROUND || (bytes[0] ?? 0) > LAST_ADDRESS || !FUNCTIONS.has((bytes[1] ?? 0) & 0x7f)) return 0;
	const length = frameLength(bytes, from);
	if (length > bytes.length || !isWhole(bytes.subarray(0, length))) return 0;
	const pdu = length - AROUND;
	return fits(bytes, 1, pdu, 'request') || fits(bytes, 1, pdu, 'response') ? 0.95 : 0.5;
}

export const modbusRtu: Decoder = {
	id: 'modbus-rtu',
	title: 'Modbus RTU',
	ports: {},
	most: 0.95,
	mayBegin: (first) => first <= LAST_ADDRESS,
	telling: ['address'],
	recognise,
	decode,
};
