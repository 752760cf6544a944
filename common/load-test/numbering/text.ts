import { faultError } from '../../payload/codec/fault-error.ts';
import { encodeWritten } from '../../payload/index.ts';
import { messageError } from '../../sentences/message-error.ts';

const PLACE = /%(0?)(\d{0,2})d/;
/** As many digits as a number below 2^53 has. */
const MAX_DIGITS = 16;

/** A compiled text with a place for a number. */
export interface NumberedText {
	/** The message with this number. */
	encode(number: number): Uint8Array;
	/** The number in a message of this text; undefined for any other message. */
	read(bytes: Uint8Array): number | undefined;
}

function part(written: string, offset: number): Uint8Array {
	const result = encodeWritten({ format: 'escaped', text: written });
	if (result.ok) return result.bytes;
	throw faultError(result, {
		path: 'numbering.text',
		position: offset + result.position,
	});
}

/** Compiles a text of `numberingSchema`. Fails with `bad-input` and the position of an invalid escape. */
export function compileNumberedText(text: string): NumberedText {
	const place = PLACE.exec(text);
	if (place === null) {
		throw messageError('bad-input', 'numberPlaceMissing', {}, { path: 'numbering.text' });
	}
	const [all, zero, digits] = place;
	const width = Math.min(Number(digits), MAX_DIGITS);
	const pad = zero === '0' ? '0' : ' ';
	const head = part(text.slice(0, place.index), 0);
	const tail = part(text.slice(place.index + all.length), place.index + all.length);
	const padding = pad.charCodeAt(0);

	return {
		encode(number) {
			const written = String(number).padStart(width, pad);
			const bytes = new Uint8Array(head.length + written.length + tail.length);
			bytes.set(head);
			for (let i = 0; i < written.length; i++) bytes[head.length + i] = written.charCodeAt(i);
			bytes.set(tail, head.length + written.length);
			return bytes;
		},
		read(bytes) {
			if (!standsAt(bytes, head, 0)) return undefined;
			let at = head.length;
			while (padding === 0x20 && at - head.length < width && bytes[at] === padding) at++;
			const from = at;
			let number = 0;
			for (let byte = bytes[at]; isDigit(byte) && at - from < MAX_DIGITS; byte = bytes[++at]) {
				number = number * 10 + (byte - 0x30);
			}
			// The framing may have removed the line end.
			const rest = bytes.length - at;
			const complete = at > from && rest <= tail.length && standsAt(bytes, tail.subarray(0, rest), at);
			return complete && isDropped(tail, rest) && number <= Number.MAX_SAFE_INTEGER ? number : undefined;
		},
	};
}

function isDigit(byte: number | undefined): byte is number {
	return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function standsAt(bytes: Uint8Array, part: Uint8Array, at: number): boolean {
	if (bytes.length < at + part.length) return false;
	for (let i = 0; i < part.length; i++) if (bytes[at + i] !== part[i]) return false;
	return true;
}

/** Whether the missing part of a tail is a line end. */
function isDropped(tail: Uint8Array, rest: number): boolean {
	return tail.subarray(rest).every((byte) => byte === 0x0a || byte === 0x0d);
}
