import type { Context, Decoder } from '../core/decoder.ts';
import { faultOf } from '../core/fault.ts';
import type { Reader } from '../core/reader.ts';
import { plainText } from '../payload/text.ts';
import { readUnmasked } from './content.ts';
import { OPCODES } from './names.ts';

/** Bytes of a control frame's payload at most (RFC 6455, 5.5). */
const MOST_CONTROL = 125;

interface Flags {
	readonly opcode: number;
	readonly compressed: boolean;
}

function readFlags(reader: Reader): Flags {
	const bits = reader.bits('flags', 1, [
		['fin', 1],
		['compressed', 1],
		['reserved', 2],
		['opcode', 4, OPCODES],
	]);
	const opcode = bits('opcode');
	const compressed = bits('compressed') === 1;
	if (!OPCODES.has(opcode)) reader.note({ code: 'unexpected', expected: 'an opcode of 0, 1, 2, 8, 9 or 10' });
	if (bits('reserved') !== 0) reader.note({ code: 'unexpected', expected: 'reserved bits of 0' });
	// RFC 7692, 6: the first frame of a message says that it is compressed.
	if (compressed && opcode !== 1 && opcode !== 2)
		reader.note({ code: 'unexpected', expected: 'no compression but of text and binary' });
	if (opcode >= 8 && bits('fin') === 0) reader.note({ code: 'unexpected', expected: 'a control frame in one piece' });
	return { opcode, compressed };
}

/** The length of the payload, and its masking key where it has one. */
function readSize(
	reader: Reader,
	opcode: number,
	from: Context['from'],
): { length: number; key: Uint8Array | undefined } {
	const bits = reader.bits('size', 1, [
		['masked', 1],
		['length', 7],
	]);
	const masked = bits('masked') === 1;
	if (from !== undefined && masked !== (from === 'client'))
		reader.note({ code: 'unexpected', expected: masked ? 'no mask from a server' : 'a mask from a client' });
	let length = bits('length');
	if (opcode >= 8 && length > MOST_CONTROL) reader.note({ code: 'unexpected', expected: 'at most 125 bytes' });
	const least = length === 127 ? 0x10000 : length === 126 ? 126 : 0;
	if (length === 126) length = reader.uint('extendedLength', 2);
	else if (length === 127) length = Number(reader.uint64('extendedLength'));
	if (length < least) reader.note({ code: 'unexpected', expected: 'the shortest form of the length' });
	return { length, key: masked ? reader.data('maskingKey', 4) : undefined };
}

function unmasked(bytes: Uint8Array, key: Uint8Array): Uint8Array {
	return bytes.map((byte, i) => byte ^ (key[i & 3] ?? 0));
}

/** A frame (RFC 6455, 5.2). What is masked is unmasked; fragments are frames of their own. */
function decode(reader: Reader, { from }: Context): void {
	const { opcode, compressed } = readFlags(reader);
	const name = OPCODES.get(opcode) ?? String(opcode);
	reader.tell(name);
	const { length, key } = readSize(reader, opcode, from);
	reader.within(length, () => {
		if (key === undefined) {
			reader.tell(name, readUnmasked(reader, opcode, compressed));
			return;
		}
		const at = reader.at;
		const bytes = unmasked(reader.bytes.subarray(at, at + reader.left), key);
		reader.skip(bytes.length);
		reader.derived(bytes, (content) => content.tell(name, readUnmasked(content, opcode, compressed)), at);
	});
}

const isCut = (bytes: Uint8Array): boolean => bytes.every((byte) => byte >= 0x80);

/** Whether a frame of text has text; one that is cut may end within a character. */
function isText(bytes: Uint8Array): boolean {
	const [, size = 0] = bytes;
	const masked = size >= 0x80;
	const extended = [126, 127].indexOf(size & 0x7f);
	const head = 2 + (extended === 0 ? 2 : extended === 1 ? 8 : 0);
	const key = masked ? bytes.subarray(head, head + 4) : new Uint8Array(4);
	const from = head + (masked ? 4 : 0);
	const end = extended === -1 ? from + (size & 0x7f) : bytes.length;
	const content = unmasked(bytes.subarray(from, end), key);
	// The last character may be cut: of UTF-8, up to three bytes, none of which is ASCII.
	return [0, 1, 2, 3].some((cut) => {
		const whole = Math.max(0, content.length - cut);
		return isCut(content.subarray(whole)) && plainText(content.subarray(0, whole)) !== undefined;
	});
}

/** How much whole frames look like some, by the opcode of the first: with a mask, and without. */
const LOOKS: ReadonlyMap<number, readonly [masked: number, plain: number]> = new Map([
	[0, [0.4, 0.3]],
	[1, [0.95, 0.8]],
	[2, [0.7, 0.4]],
	[8, [0.9, 0.6]],
	[9, [0.8, 0.5]],
	[10, [0.8, 0.5]],
]);

/** Whether the first two bytes may begin a frame: what `decode` notes of them. */
function mayBegin(flags: number, size: number): boolean {
	const opcode = flags & 0xf;
	const isControl = opcode >= 8;
	if ((flags & 0x30) !== 0 || (isControl && ((flags & 0x80) === 0 || (size & 0x7f) > MOST_CONTROL))) return false;
	return (flags & 0x40) === 0 || opcode === 1 || opcode === 2;
}

/** Of a first frame that is not whole, it is the half at most. */
function most(bytes: Uint8Array): number {
	const [flags = 0, size = 0] = bytes;
	if (!mayBegin(flags, size)) return 0;
	const [masked, plain] = LOOKS.get(flags & 0xf) ?? [0, 0];
	if ((size & 0x7f) + 2 > bytes.length) return 0.5;
	return size >= 0x80 ? masked : Math.max(plain, 0.3);
}

function recognise(bytes: Uint8Array, context: Context): number {
	const [flags = 0, size = 0] = bytes;
	const looks = LOOKS.get(flags & 0xf);
	if (context.transport !== 'stream' || looks === undefined || bytes.length < 2 || !mayBegin(flags, size)) return 0;
	const fault = faultOf(bytes, (reader) => {
		while (reader.left > 0) reader.group('frame', () => decode(reader, context));
	});
	if (fault !== undefined && fault.code !== 'short') return 0;
	if ((flags & 0x4f) === 1 && !isText(bytes)) return 0;
	const [masked, plain] = looks;
	// An empty frame is two bytes that many protocols have, unless it is that of a control frame.
	const whole = size >= 0x80 ? masked : size === 0 && (flags & 8) === 0 ? 0.3 : plain;
	if (fault === undefined) return whole;
	// Of few bytes, anything is the begin of a longer frame.
	return bytes.length >= 32 && (flags & 0x4f) === 1 ? whole / 2 : 0.1;
}

export const websocket: Decoder = {
	id: 'websocket',
	title: 'WebSocket',
	carries: ['json'],
	most,
	ports: {},
	mayBegin: (first, transport) => transport === 'stream' && LOOKS.has(first & 0xf),
	recognise,
	decode,
};
