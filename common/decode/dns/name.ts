import { toLatin1 } from '../../payload/ascii.ts';
import type { Reader } from '../core/reader.ts';

/** Labels of a name, and pointers to follow: a longer name is no valid one (RFC 1035, 3.1: 255 bytes). */
const MOST_LABELS = 128;

/**
 * Reads a name: labels up to an empty one or a pointer to an earlier name of the message (RFC 1035, 4.1.4). `message`: all of its
 * bytes, to follow pointers.
 */
export function readName(reader: Reader, field: string, message: Uint8Array): string {
	return reader.group(field, () => {
		const labels: string[] = [];
		const tell = () => {
			const name = labels.length === 0 ? '.' : labels.join('.');
			reader.tell(name);
			return name;
		};
		for (;;) {
			const length = reader.peek();
			if (length !== undefined && length >= 0xc0) {
				const pointer = reader.uint('pointer', 2) & 0x3fff;
				labels.push(...followed(message, pointer));
				return tell();
			}
			if (length !== undefined && length > 63) {
				tell();
				reader.fail({ code: 'unexpected', expected: '0 to 63, or 0xc0 and more' });
			}
			reader.skip(1);
			if (length === 0) return tell();
			labels.push(reader.text('label', length ?? 0));
			if (labels.length >= MOST_LABELS) return tell();
		}
	});
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
