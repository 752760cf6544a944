import { EVENT_KINDS } from '../../../../common/capture/event.ts';
import { NO_BYTES } from '../../../../common/framing/index.ts';
import { type Charset, UTF8 } from '../../../../common/payload/charsets/charset.ts';
import { concat } from '../../../../common/payload/codec/concat.ts';
import { INCOMPLETE, INVALID } from '../../../../common/payload/codec/utf8.ts';
import type { EventCursor } from './cursor.ts';

const DATA = EVENT_KINDS.indexOf('data');
/** Bytes of earlier chunks that are decoded to find where a character starts, and the events that are searched for them. */
const LOOK_BACK_BYTES = 4096;
const LOOK_BACK_EVENTS = 64;

/** Finds the start of a character that an earlier chunk of a stream has and the current one goes on with. */
export class Carry {
	/** Of its own: the other stays where it is. */
	readonly #cursor: EventCursor;

	constructor(cursor: EventCursor) {
		this.#cursor = cursor;
	}

	/** The bytes of an incomplete character before event `i` of a connection, in its direction; none where its bytes do not go on with it. */
	before(i: number, charset: Charset): Uint8Array {
		const cursor = this.#cursor;
		const facts = cursor.to(i);
		if (facts.kind !== DATA || facts.length === 0 || facts.datagrams) return NO_BYTES;
		const start = cursor.bytes(0, 4).slice();
		// In UTF-8 the first byte says whether it continues a character.
		if (charset === UTF8 && ((start[0] ?? 0) & 0xc0) !== 0x80) return NO_BYTES;
		const held = this.#heldAt(i, facts.direction, facts.connection, charset);
		if (held.length === 0) return NO_BYTES;
		const character = { code: 0, length: 1 };
		charset.decode(concat([held, start]), 0, character);
		const goesOn = character.code === INCOMPLETE || (character.code !== INVALID && character.length > held.length);
		return goesOn ? held : NO_BYTES;
	}

	/** The incomplete character at the end of what a direction has said before event `i`. */
	#heldAt(i: number, direction: number, connection: number, charset: Charset): Uint8Array {
		const cursor = this.#cursor;
		const parts: Uint8Array[] = [];
		let length = 0;
		for (let at = i - 1; at >= Math.max(cursor.firstKept, i - LOOK_BACK_EVENTS) && length < LOOK_BACK_BYTES; at--) {
			const facts = cursor.to(at);
			if (facts.kind !== DATA || facts.direction !== direction || facts.connection !== connection) continue;
			if (!cursor.isData) break;
			const from = Math.max(0, facts.length - (LOOK_BACK_BYTES - length));
			const part = cursor.bytes(from, facts.length - from).slice();
			parts.unshift(part);
			length += part.length;
		}
		return incompleteEnd(concat(parts), charset);
	}
}

/** The bytes of an incomplete character at the end. */
export function incompleteEnd(bytes: Uint8Array, charset: Charset): Uint8Array {
	const character = { code: 0, length: 1 };
	for (let at = charset.stepBack(bytes, bytes.length); at < bytes.length; at += character.length) {
		charset.decode(bytes, at, character);
		if (character.code === INCOMPLETE) return bytes.subarray(at);
	}
	return NO_BYTES;
}
