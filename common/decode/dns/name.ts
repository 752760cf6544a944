import { decodeText, UTF8 } from '../../payload/index.ts';
import type { Reader } from '../core/reader.ts';

/** Labels of a name, and pointers to follow: a longer name is no valid one. */
export const MOST_LABELS = 128;
/** Bytes of the text of a name: one of 255 bytes with the lengths of its labels and its end (RFC 1035, 3.1). */
const MOST_BYTES = 253;
const DOT = 0x2e;

/** A message in which names point to earlier ones. */
export class Message {
	readonly #bytes: Uint8Array;
	/** Many names point to the same one. */
	#texts: Map<number, string> | undefined;

	/** @param bytes from the identifier on: pointers count from there */
	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	/** The name at an offset, and behind its pointers; of a damaged one as much as is there. */
	nameAt(offset: number): string {
		this.#texts ??= new Map();
		const known = this.#texts.get(offset);
		if (known !== undefined) return known;
		const text = this.#follow(offset);
		this.#texts.set(offset, text);
		return text;
	}

	#follow(offset: number): string {
		const message = this.#bytes;
		const name = new Uint8Array(MOST_BYTES);
		let end = 0;
		let at = offset;
		for (let steps = 0; steps < MOST_LABELS; steps++) {
			const length = message[at];
			if (length === undefined || length === 0) break;
			if (length >= 0xc0) at = ((length & 0x3f) << 8) | (message[at + 1] ?? 0);
			else if (length > 63 || end + 1 + length > MOST_BYTES) break;
			else {
				if (end > 0) name[end++] = DOT;
				const label = message.subarray(at + 1, at + 1 + length);
				name.set(label, end);
				end += label.length;
				at += 1 + length;
			}
		}
		return decodeText(name.subarray(0, end), UTF8);
	}
}

/** Reads a name: labels up to an empty one or a pointer to an earlier name (RFC 1035, 4.1.4). Returns what makes its text. */
export function readName(reader: Reader, field: string, message: Message): () => string {
	return reader.group(field, () => {
		const start = reader.at;
		let text: string | undefined;
		const name = () => {
			text ??= nameText(reader.bytes, start, message);
			return text;
		};
		for (let labels = 0; labels < MOST_LABELS; labels++) {
			const length = reader.peek();
			if (length !== undefined && length >= 0xc0) {
				reader.uint('pointer', 2);
				break;
			}
			if (length !== undefined && length > 63) {
				reader.tell(name);
				reader.fail({ code: 'unexpected', expected: '0 to 63, or 0xc0 and more' });
			}
			reader.skip(1);
			if (length === 0) break;
			reader.textLater('label', length ?? 0);
		}
		reader.tell(name);
		return name;
	});
}

/** The text of a name whose bytes are all there, up to a damaged label. */
function nameText(bytes: Uint8Array, start: number, message: Message): string {
	let at = start;
	let count = 0;
	for (; count < MOST_LABELS; count++) {
		const length = bytes[at] ?? 0;
		if (length === 0 || length > 63) break;
		at += 1 + length;
	}
	const end = bytes[at] ?? 0;
	const pointed = count < MOST_LABELS && end >= 0xc0 ? message.nameAt(((end & 0x3f) << 8) | (bytes[at + 1] ?? 0)) : '';
	if (count === 0) return pointed === '' ? '.' : pointed;
	// The lengths between labels make way for dots: one text is made faster than one of each label.
	const labels = bytes.slice(start + 1, at);
	for (let i = 0, length = start; i < count - 1; i++) {
		length += 1 + (bytes[length] ?? 0);
		labels[length - start - 1] = DOT;
	}
	const own = decodeText(labels, UTF8);
	return pointed === '' ? own : `${own}.${pointed}`;
}
