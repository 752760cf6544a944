import type { Context } from '../core/decoder.ts';
import type { Reader } from '../core/reader.ts';
import { ADDRESS_TYPES, COMMANDS, GSSAPI_TYPES, REPLIES } from './names.ts';

/** Messages over a stream, which do not say what they are: their forms and who has sent them do. */
export type Kind = 'greeting' | 'method' | 'credentials' | 'status' | 'request' | 'reply' | 'gssapi';

/** Bytes before the address, and behind it. */
const AROUND = 4 + 2;

/** Whether whole bytes of a request or a reply are here, with an address. */
function isAddressed(reader: Reader): boolean {
	const type = reader.peek(3) ?? 0;
	const address = type === 1 ? 4 : type === 4 ? 16 : 1 + (reader.peek(4) ?? 0);
	return reader.peek(2) === 0 && ADDRESS_TYPES.has(type) && reader.left >= AROUND + address;
}

/** Whether so many bytes are all that is here, or another message is behind them. */
function isUpTo(reader: Reader, length: number): boolean {
	const next = reader.peek(length);
	return reader.left === length || next === 5 || next === 1;
}

function isGreeting(reader: Reader): boolean {
	const count = reader.peek(1) ?? 0;
	const methods = Array.from({ length: Math.min(count, reader.left) }, (_, i) => reader.peek(2 + i));
	return count > 0 && reader.left === 2 + count && new Set(methods).size === count;
}

/** A message of version 5, by who has sent it; where that is not known, by its form. */
function kindOf5(reader: Reader, from: Context['from']): Kind {
	const code = reader.peek(1) ?? 0;
	if (from === 'server') {
		if (isAddressed(reader) && REPLIES.has(code)) return 'reply';
		return isUpTo(reader, 2) ? 'method' : 'reply';
	}
	if (from === undefined && reader.left === 2) return 'method';
	if (isGreeting(reader)) return 'greeting';
	if (isAddressed(reader)) {
		if (COMMANDS.has(code)) return 'request';
		if (from === undefined && REPLIES.has(code)) return 'reply';
	}
	return 'greeting';
}

/** A message of a negotiation behind the choice of a method, which has version 1: RFC 1929, or RFC 1961. */
function kindOf1(reader: Reader, from: Context['from']): Kind {
	const second = reader.peek(1) ?? 0;
	const high = reader.peek(2) ?? 0;
	const token = 4 + high * 256 + (reader.peek(3) ?? 0);
	if (from !== 'client' && isUpTo(reader, 2)) return 'status';
	// A user name has no control characters, which the high byte of a length below 8 KiB is.
	if (reader.left === token && high < 0x20 && GSSAPI_TYPES.has(second)) return 'gssapi';
	return from === 'server' ? 'status' : 'credentials';
}

/** What the message at this place is; undefined where its version is none of SOCKS 5. */
export function kindAt(reader: Reader, from: Context['from']): Kind | undefined {
	const version = reader.peek();
	return version === 5 ? kindOf5(reader, from) : version === 1 ? kindOf1(reader, from) : undefined;
}
