import { charsetNamed } from '../../payload/index.ts';
import { endLine, peekLine } from '../core/line.ts';
import type { Reader } from '../core/reader.ts';

const LATIN1 = charsetNamed('latin1');
const CR = 0x0d;
const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09;

/** What goes on in lines that begin with white space (RFC 9112, 5.2: one space each), and the length of all lines but the last end. */
function unfolded(reader: Reader, first: string): { readonly line: string; readonly length: number } {
	let line = first;
	let length = first.length;
	for (;;) {
		const end = reader.peek(length) === CR ? 2 : 1;
		const next = isBlank(reader.peek(length + end)) ? peekLine(reader, length + end) : undefined;
		if (next === undefined) return { line, length };
		line += ` ${next.trim()}`;
		length += end + next.length;
	}
}

/** The fields of a message, or behind its last chunk, up to the empty line. Names in lower case; values of one name are joined. */
export function readHeaders(reader: Reader, name: string): ReadonlyMap<string, string> {
	const headers = new Map<string, string>();
	const read = () => {
		for (;;) {
			const first = peekLine(reader);
			if (first === '') return headers;
			if (first === undefined) {
				if (reader.left > 0) reader.text('line', reader.left, LATIN1);
				reader.fail({ code: 'short', missing: 1 });
			}
			const { line, length } = unfolded(reader, first);
			const colon = line.indexOf(':');
			const key = (colon === -1 ? line : line.slice(0, colon)).toLowerCase();
			const value = colon === -1 ? '' : line.slice(colon + 1).trim();
			reader.record(key, length, value, colon === -1 ? { note: { code: 'unexpected', expected: ':' } } : {});
			endLine(reader);
			const before = headers.get(key);
			headers.set(key, before === undefined ? value : `${before}, ${value}`);
			reader.tell(headers.size);
		}
	};
	if (peekLine(reader) !== '') reader.group(name, read);
	endLine(reader);
	return headers;
}
