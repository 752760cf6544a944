import type { Reader } from '../core/reader.ts';
import { uintAt } from '../core/uint.ts';
import { partsOf, varintAt } from './wire.ts';

/** Whether bytes are a message as a whole. */
type IsMessage = (bytes: Uint8Array) => boolean;

/** Without a schema: whether they are any fields. */
export const hasParts: IsMessage = (bytes) => partsOf(bytes) !== undefined;

/** Length of a message behind its length at the beginning, as in files and streams of several; undefined where there is none. */
export function delimited(
	bytes: Uint8Array,
	isMessage: IsMessage,
): { readonly head: number; readonly length: number } | undefined {
	const varint = varintAt(bytes, 0);
	if (varint === undefined || varint.value === 0n || varint.value > bytes.length - varint.length) return undefined;
	const length = Number(varint.value);
	return isMessage(bytes.subarray(varint.length, varint.length + length)) ? { head: varint.length, length } : undefined;
}

/** Bytes before a message of gRPC: a flag that it is compressed, and its length. */
export const PREFIX = 5;

/** The same behind the prefix of gRPC: a byte of 0, which begins no message, and a length of four bytes. */
function prefixed(bytes: Uint8Array, isMessage: IsMessage): ReturnType<typeof delimited> {
	const length = uintAt(bytes, 1, 4);
	if (bytes[0] !== 0 || bytes.length < PREFIX + length) return undefined;
	return isMessage(bytes.subarray(PREFIX, PREFIX + length)) ? { head: PREFIX, length } : undefined;
}

/** Reads a message, which ends with the bytes, or has its length before it where that makes one. */
export function readUnit<T>(reader: Reader, isMessage: IsMessage, body: () => T): T {
	const bytes = reader.bytes.subarray(reader.at);
	// A message without a length has no other behind it.
	const found =
		reader.at > 0 || !isMessage(bytes) ? (prefixed(bytes, isMessage) ?? delimited(bytes, isMessage)) : undefined;
	if (found !== undefined) reader.record('length', found.head, found.length);
	return reader.within(found?.length ?? reader.left, body);
}
