import type { Context, Decoder } from '../core/decoder.ts';
import type { Reader } from '../core/reader.ts';
import { uintAt } from '../core/uint.ts';
import { fits, sideOf } from './length.ts';
import { FUNCTIONS } from './names.ts';
import { readPdu } from './pdu.ts';

/**
 * Bytes of the header up to the length, and of the longest unit behind it (3.1.3): the identifier and a PDU. Devices of Schneider
 * send one more.
 */
const HEADER = 6;
const MOST = 254;
const MOST_SENT = 255;

/** A message of MODBUS/TCP (MODBUS Messaging on TCP/IP Implementation Guide V1.0b, 3.1); over UDP the same. */
function decode(reader: Reader, { from }: Context): void {
	reader.uint('transaction', 2);
	const isOther = reader.peekUint(2) !== 0;
	reader.uint('protocol', 2, 'be', isOther ? { note: { code: 'unexpected', expected: '0' } } : {});
	const length = reader.uint('length', 2);
	if (length < 2 || length > MOST_SENT) reader.fail({ code: 'unexpected', expected: `2 to ${MOST}` });
	if (length > MOST) reader.note({ code: 'unexpected', expected: `2 to ${MOST}` });
	reader.within(length, () => {
		reader.uint('unit', 1);
		readPdu(reader, sideOf(reader.bytes, reader.at, length - 1, from));
	});
}

/** Whether headers with plausible lengths divide the bytes. */
function areUnits(bytes: Uint8Array): boolean {
	let at = 0;
	while (at + HEADER + 2 <= bytes.length && uintAt(bytes, at + 2, 2) === 0) at += HEADER + uintAt(bytes, at + 4, 2);
	return at === bytes.length;
}

/**
 * A header with the protocol's number and a length, and a function whose data has it. Functions that devices have of their own, and
 * data of another length, are likely where headers have the lengths of all units of the message.
 */
function recognise(bytes: Uint8Array): number {
	if (bytes.length < HEADER + 2 || uintAt(bytes, 2, 2) !== 0) return 0;
	const length = uintAt(bytes, 4, 2);
	const pdu = HEADER + 1;
	if (length < 2 || length > MOST_SENT) return 0;
	const isKnown = FUNCTIONS.has((bytes[pdu] ?? 0) & 0x7f);
	if (!isKnown || (!fits(bytes, pdu, length - 1, 'request') && !fits(bytes, pdu, length - 1, 'response')))
		return areUnits(bytes) ? 0.3 : isKnown ? 0.1 : 0;
	return bytes.length < HEADER + length ? 0.6 : 0.9;
}

export const modbus: Decoder = {
	id: 'modbus',
	title: 'Modbus/TCP',
	ports: { stream: [502], datagram: [502] },
	most: 0.9,
	telling: ['unit'],
	recognise,
	decode,
};
