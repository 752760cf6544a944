import type { Context, Decoder } from '../core/decoder.ts';
import { readPadding } from '../core/padding.ts';
import type { Reader } from '../core/reader.ts';
import { uintAt } from '../core/uint.ts';
import { readAttribute } from './attributes.ts';
import { CLASSES, METHODS } from './names.ts';

const COOKIE = 0x2112a442;
const HEADER = 20;
/** The first attribute of TURN as Microsoft has it, and its value: no attribute of it is filled up ([MS-TURN]). */
const MICROSOFT = 0x000f;
const MICROSOFT_COOKIE = 0x72c64bc6;

const isChannel = (first: number | undefined) => first !== undefined && first >= 0x40 && first < 0x50;

/** A method and a class, whose bits are among each other: M11 to M7, C1, M6 to M4, C0, M3 to M0 (RFC 8489, 5). */
function readType(reader: Reader): void {
	const name = reader.group('type', () => {
		const type = reader.peekUint(2);
		reader.skip(2);
		const method = (type & 0xf) | ((type >> 1) & 0x70) | ((type >> 2) & 0xf80);
		const kind = ((type >> 4) & 1) | ((type >> 7) & 2);
		const said = `${METHODS.get(method) ?? method} ${CLASSES.get(kind)}`;
		reader.tell(type, said);
		reader.derived(Uint8Array.of(method >> 8, method, kind), (parts) => {
			parts.uint('method', 2, 'be', { meaning: METHODS });
			parts.uint('class', 1, 'be', { meaning: CLASSES });
		});
		return said;
	});
	reader.tell(name);
}

/** Data of a relay on a channel (RFC 8656, 12.4), filled up to four bytes over a stream. */
function readChannelData(reader: Reader, { transport }: Context): void {
	const channel = reader.uint('channel', 2);
	reader.tell('ChannelData', `channel 0x${channel.toString(16)}`);
	const length = reader.uint('length', 2);
	if (length > 0) reader.data('data', length);
	readPadding(reader, length, transport === 'stream');
}

/** A message of STUN (RFC 8489), TURN (RFC 8656) or ICE (RFC 8445), or data on a channel of TURN. */
function decode(reader: Reader, context: Context): void {
	if (isChannel(reader.peek())) {
		readChannelData(reader, context);
		return;
	}
	const start = reader.at;
	readType(reader);
	const length = reader.uint('length', 2);
	const mask = reader.bytes.subarray(reader.at, reader.at + 16);
	if (reader.peekUint(4) === COOKIE) {
		reader.uint('cookie', 4);
		reader.data('transaction', 12);
	} else reader.data('transaction', 16);
	reader.within(length, () => {
		const isPadded = reader.peekUint(2) !== MICROSOFT || reader.peekUint(4, 4) !== MICROSOFT_COOKIE;
		while (reader.left > 0) readAttribute(reader, { start, mask, isPadded });
	});
}

/** The cookie; without it (RFC 3489), the types of that time, and attributes that fill the message: likely those of that time. */
function recognise(bytes: Uint8Array, { transport }: Context): number {
	if (bytes.length < HEADER) return 0;
	const type = uintAt(bytes, 0, 2);
	const length = uintAt(bytes, 2, 2);
	if ((type & 0xc000) !== 0) return 0;
	// Some leave out what fills the last attribute.
	if (uintAt(bytes, 4, 4) === COOKIE) return length % 4 === 0 ? 0.99 : 0.9;
	if (length % 4 !== 0) return 0;
	if (transport === 'stream' || (type & 0xfeef) > 2 || (type & 0xfeef) === 0) return 0;
	if (length + HEADER !== bytes.length) return 0;
	let at = HEADER;
	let isKnown = true;
	for (; at + 4 <= bytes.length; at += 4 + Math.ceil(uintAt(bytes, at + 2, 2) / 4) * 4)
		isKnown &&= uintAt(bytes, at, 2) <= 0x0b;
	if (at !== bytes.length) return 0;
	return isKnown ? 0.6 : 0.3;
}

export const stun: Decoder = {
	id: 'stun',
	title: 'STUN',
	ports: { stream: [3478, 5349], datagram: [3478, 5349, 19302] },
	most: 0.99,
	mayBegin: (first) => first < 0x40,
	recognise,
	decode,
};
