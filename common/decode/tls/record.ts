import { concat } from '../../payload/codec/concat.ts';
import type { Reader } from '../core/reader.ts';
import { uintAt } from '../core/uint.ts';
import { readHandshake, type Said } from './handshake.ts';
import { CONTENT_TYPES, HANDSHAKE_TYPES, named, VERSIONS } from './names.ts';

export const HANDSHAKE = 22;
const CHANGE_CIPHER_SPEC = 20;
/** Length of type, version and length. */
export const RECORD_HEADER = 5;
const MESSAGE_HEADER = 4;

/** The header of a record (RFC 8446, 5.1); returns its type, and the length of what follows. */
export function readRecordHeader(reader: Reader): { readonly type: number; readonly length: number } {
	const type = reader.uint('contentType', 1, 'be', { meaning: CONTENT_TYPES });
	reader.uint('version', 2, 'be', { meaning: named(VERSIONS) });
	return { type, length: reader.uint('length', 2) };
}

/**
 * How many of the next `length` bytes are whole messages; undefined where something else stands there: what is encrypted has the
 * same type of record in TLS 1.2.
 */
function wholeMessages(reader: Reader, length: number): number | undefined {
	const { bytes, at: start } = reader;
	const end = Math.min(start + length, bytes.length);
	let at = start;
	while (at < end) {
		if (!HANDSHAKE_TYPES.has(bytes[at] ?? -1)) return undefined;
		if (at + MESSAGE_HEADER > end) break;
		const next = at + MESSAGE_HEADER + uintAt(bytes, at + 1, 3);
		if (next > end) break;
		at = next;
	}
	return at - start;
}

/** The record in front of this one, whose header was just read, ends all that is in clear. */
function isBehindChange({ bytes, at }: Reader): boolean {
	const before = at - RECORD_HEADER - RECORD_HEADER - 1;
	return bytes[before] === CHANGE_CIPHER_SPEC && bytes[before + 1] === 3 && uintAt(bytes, before + 3, 3) === 0x000101;
}

const CLIENT_HELLO = 1;

/** A ClientHello fills the record: the second one behind a HelloRetryRequest is in clear, whatever is in front of it (RFC 8446, D.4). */
const isHello = ({ bytes, at }: Reader, length: number): boolean =>
	bytes[at] === CLIENT_HELLO &&
	uintAt(bytes, at + 1, 3) === length - MESSAGE_HEADER &&
	bytes[at + MESSAGE_HEADER] === 3;

/** A message that begins in the last `length` bytes of a record and goes on in those behind it. Returns how many bytes of the last are left. */
function readSpread(reader: Reader, length: number, said: Said[]): number {
	return reader.group('handshake', () => {
		const pieces = [reader.data('fragment', Math.min(length, reader.left))];
		let have = pieces[0]?.length ?? 0;
		let left = 0;
		let size: number | undefined;
		// A header that is cut has to be whole before it says where the message ends.
		const need = () => {
			if (have >= MESSAGE_HEADER) size ??= MESSAGE_HEADER + uintAt(concat(pieces), 1, 3);
			return size ?? MESSAGE_HEADER;
		};
		while (have < need() && left === 0 && reader.peek() === HANDSHAKE && reader.left > RECORD_HEADER)
			reader.group('record', () => {
				left = readRecordHeader(reader).length;
				while (have < need() && left > 0 && reader.left > 0) {
					const piece = reader.data('fragment', Math.min(need() - have, left, reader.left));
					pieces.push(piece);
					have += piece.length;
					left -= piece.length;
				}
			});
		reader.derived(concat(pieces), (message) => said.push(readHandshake(message)));
		return left;
	});
}

/** The messages of a record of handshakes, and of those behind it that one goes on in. */
export function readHandshakes(reader: Reader, length: number): readonly Said[] {
	const said: Said[] = [];
	let left = length;
	while (left > 0) {
		const isEncrypted = left === length && isBehindChange(reader) && !isHello(reader, length);
		const whole = isEncrypted ? undefined : wholeMessages(reader, left);
		if (whole === undefined) {
			reader.data('encrypted', left);
			break;
		}
		// A message without content that ends the input is whole; what is cut with the input is noted where it is.
		const cut = reader.left < left;
		const size = cut ? left : whole;
		if (size > 0)
			reader.within(size, () => {
				while (reader.left > 0) said.push(reader.group('handshake', () => readHandshake(reader)));
			});
		left -= size;
		if (left > 0) left = readSpread(reader, left, said);
	}
	return said;
}
