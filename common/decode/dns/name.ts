import { decodeText, toLatin1, UTF8 } from '../../payload/index.ts';
import type { Reader } from '../core/reader.ts';

/** Labels of a name, and pointers to follow: a longer name is no valid one (RFC 1035, 3.1: 255 bytes). */
const MOST_LABELS = 128;

/**
 * Reads a name: labels up to an empty one or a pointer to an earlier name of the message (RFC 1035, 4.1.4). `message`: all of its
 * bytes, to follow pointers. Returns what makes its text.
 */
export function readName(reader: Reader, field: string, message: Uint8Array): () => string {
	return reader.group(field, () => {
		const start = reader.at;
		const name = () => nameText(reader.bytes, start, message);
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

const DOT = 0x2e;

/** The text of a name whose bytes are all there, up to a damaged label. */
function nameText(bytes: Uint8Array, start: number, message: Uint8Array): string {
	let at = start;
	let count = 0;
	for (; count < MOST_LABELS; count++) {
		const length = bytes[at] ?? 0;
		if (length === 0 || length > 63) break;
		at += 1 + length;
	}
	const end = bytes[at] ?? 0;
	const pointed =
		count < MOST_LABELS && end >= 0xc0 ? followed(message, ((end & 0x3f) << 8) | (bytes[at + 1] ?? 0)) : [];
	if (count === 0) return pointed.length === 0 ? '.' : pointed.join('.');
	// The lengths between labels make way for dots: one text is made faster than one of each label.
	const labels = bytes.slice(start + 1, at);
	for (let i = 0, length = start; i < count - 1; i++) {
		length += 1 + (bytes[length] ?? 0);
		labels[length - start - 1] = DOT;
	}
	const own = decodeText(labels, UTF8);
	return pointed.length === 0 ? own : `${own}.${pointed.join('.')}`;
}

/** The labels at an offset, and behind its pointers; those of a damaged name as far as they go. */
function followed(message: Uint8Array, start: number): string[] {
	const labels: string[] = [];
	let at = start;
	for (let steps = 0; steps < MOST_LABELS; steps++) {
		const length = message[at];
		if (length === undefined || length === 0) break;
		if (length >= 0xc0) at = ((length & 0x3f) << 8) | (message[at + 1] ?? 0);
		else if (length > 63) break;
		else {
			labels.push(toLatin1(message.subarray(at + 1, at + 1 + length)));
			at += 1 + length;
		}
	}
	return labels;
}
