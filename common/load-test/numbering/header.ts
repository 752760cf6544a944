import { NUMBER_HEADER_BYTES } from '../../contract/base/input-sentences.ts';

/** `WBN1`, big-endian. */
const MAGIC = 0x57424e31;
const TWO_32 = 0x1_0000_0000;
/** Fills the bytes after the header, repeated. */
const FILLER = 'abcdefghijklmnopqrstuvwxyz012345';

/** A time in wall-clock nanoseconds since 1970, in two unsigned halves. */
interface Time64 {
	high: number;
	low: number;
}

/** The fields of a header. Numbers from 2^53 on are not accepted. */
export interface NumberHeader extends Time64 {
	stream: number;
	number: number;
	/** Total number of messages; 0 where it is unknown. */
	total: number;
}

/** Fills a message with the constant parts of a run: the header's fixed fields and the filler. */
export function prepareMessage(bytes: Uint8Array, stream: number, total: number): void {
	for (let at = 0; at < bytes.length; at++) bytes[at] = FILLER.charCodeAt((at - NUMBER_HEADER_BYTES) % FILLER.length);
	put32(bytes, 0, MAGIC);
	put32(bytes, 4, stream);
	put32(bytes, 24, Math.floor(total / TWO_32));
	put32(bytes, 28, total);
}

/** Writes the number and time of one message into prepared bytes. */
export function numberMessage(bytes: Uint8Array, number: number, time: Time64): void {
	put32(bytes, 8, number < TWO_32 ? 0 : Math.floor(number / TWO_32));
	put32(bytes, 12, number);
	put32(bytes, 16, time.high);
	put32(bytes, 20, time.low);
}

/** Reads a header into `into`; false where there is none. */
export function readHeader(bytes: Uint8Array, into: NumberHeader): boolean {
	if (bytes.length < NUMBER_HEADER_BYTES || get32(bytes, 0) !== MAGIC) return false;
	const number = get32(bytes, 8) * TWO_32 + get32(bytes, 12);
	if (number > Number.MAX_SAFE_INTEGER) return false;
	const total = get32(bytes, 24) * TWO_32 + get32(bytes, 28);
	into.stream = get32(bytes, 4);
	into.number = number;
	into.high = get32(bytes, 16);
	into.low = get32(bytes, 20);
	into.total = total > Number.MAX_SAFE_INTEGER ? 0 : total;
	return true;
}

/** The lowest 32 bits of a whole number below 2^53. */
function put32(bytes: Uint8Array, at: number, value: number): void {
	bytes[at] = value >>> 24;
	bytes[at + 1] = value >>> 16;
	bytes[at + 2] = value >>> 8;
	bytes[at + 3] = value;
}

function get32(bytes: Uint8Array, at: number): number {
	const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
	return a * 0x100_0000 + ((b << 16) | (c << 8) | d);
}
