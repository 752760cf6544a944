import { concat } from '../../payload/codec/concat.ts';
import { inflate } from '../core/inflate.ts';
import type { Reader } from '../core/reader.ts';
import { readPayload } from '../payload/payload.ts';
import { closeMeaning, NEVER_SENT } from './names.ts';

/** What a sender leaves away of compressed data (RFC 7692, 7.2.1), and a last block without data. */
const TAIL = Uint8Array.from([0, 0, 0xff, 0xff, 1, 0, 0, 0xff, 0xff]);

function readClose(reader: Reader): string | undefined {
	if (reader.left === 0) return undefined;
	const code = reader.uint('code', 2, 'be', { meaning: closeMeaning });
	if (code < 1000 || code > 4999 || NEVER_SENT.has(code))
		reader.note({ code: 'unexpected', expected: '1000 to 4999, and none that stands for a missing one' });
	const parts = [`${code} ${closeMeaning(code) ?? ''}`.trimEnd()];
	if (reader.left > 0) parts.push(reader.text('reason', reader.left));
	return parts.join(': ');
}

/** Compressed data (RFC 7692), where it needs no message before it to be decompressed. */
function readCompressed(reader: Reader): string | undefined {
	const { bytes, stopped } = inflate(concat([reader.bytes.subarray(reader.at, reader.at + reader.left), TAIL]), 'raw');
	reader.rest('compressed');
	if (stopped !== undefined) return 'compressed';
	let shown: string | undefined;
	reader.derived(bytes, (content) => {
		shown = readContent(content, 1);
	});
	return shown;
}

/** What a frame carries, unmasked. Returns what a person reads of it. */
function readContent(reader: Reader, opcode: number): string | undefined {
	if (opcode === 8) return readClose(reader);
	return reader.left === 0 ? undefined : readPayload(reader, reader.left);
}

/** The content of a data frame, compressed or not, or of a control frame. */
export function readUnmasked(reader: Reader, opcode: number, compressed: boolean): string | undefined {
	return compressed ? readCompressed(reader) : readContent(reader, opcode);
}
