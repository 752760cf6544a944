import { concat } from '../../payload/codec/concat.ts';
import { inflate } from '../core/inflate.ts';
import { endLine, peekLine } from '../core/line.ts';
import type { Reader } from '../core/reader.ts';
import { readContent } from './content.ts';
import { readHeaders } from './headers.ts';

export type Headers = ReadonlyMap<string, string>;

/** Reads the chunks (RFC 9112, 7.1); returns their data, of which `end` says where it ends. */
function readChunks(reader: Reader): Uint8Array {
	const parts: Uint8Array[] = [];
	for (let size = 1; size > 0; ) {
		reader.group('chunk', () => {
			const line = peekLine(reader);
			const [digits] = /^[0-9a-f]{1,12}/i.exec(line ?? '') ?? [];
			if (line === undefined) {
				if (reader.left > 0) reader.skip(reader.left);
				reader.fail({ code: 'short', missing: 1 });
			}
			if (digits === undefined) reader.fail({ code: 'unexpected', expected: 'a size in hexadecimal' });
			size = Number.parseInt(digits, 16);
			reader.record('size', digits.length, size);
			if (line.length > digits.length) reader.data('extension', line.length - digits.length);
			endLine(reader);
			if (size === 0) return;
			parts.push(reader.bytes.subarray(reader.at, reader.at + Math.min(size, reader.left)));
			reader.data('data', size);
			endLine(reader);
		});
	}
	readHeaders(reader, 'trailers');
	return concat(parts);
}

/** The body of a message (RFC 9112, 6): by chunks, by its length, or up to the end. */
export function readBody(reader: Reader, headers: Headers, untilEnd: boolean): void {
	const chunked = /\bchunked\s*$/i.test(headers.get('transfer-encoding') ?? '');
	const written = headers.get('content-length') ?? '';
	const length = /^\d{1,15}$/.test(written) ? Number(written) : untilEnd ? reader.left : 0;
	if (!chunked && length === 0) return;
	reader.group('body', () => {
		const from = reader.at;
		const body = chunked ? readChunks(reader) : reader.bytes.subarray(from, from + Math.min(length, reader.left));
		if (!chunked) reader.skip(body.length);
		reader.tell(body);
		const missing = chunked ? 0 : length - body.length;
		const type = headers.get('content-type') ?? '';
		const coding = (headers.get('content-encoding') ?? '').trim().toLowerCase();
		if (coding === 'gzip' || coding === 'x-gzip' || coding === 'deflate') {
			const { bytes, stopped } = inflate(body, coding === 'deflate' ? 'deflate' : 'gzip');
			if (stopped !== undefined && missing === 0) reader.note({ code: stopped === 'limit' ? 'limit' : 'unreadable' });
			readContent(reader, bytes, type, undefined);
		} else readContent(reader, body, type, chunked ? undefined : from);
		if (missing > 0) reader.fail({ code: 'short', missing });
	});
}
