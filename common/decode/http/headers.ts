import { charsetNamed } from '../../payload/index.ts';
import type { Reader } from '../core/reader.ts';

const LATIN1 = charsetNamed('latin1');
const LF = 0x0a;
const CR = 0x0d;

/** Length of the line at this place without its end, and of its end: LF, or CR LF. */
function lineAt(reader: Reader): { readonly text: number; readonly end: number } {
	const found = reader.bytes.indexOf(LF, reader.at);
	if (found === -1 || found >= reader.at + reader.left) return { text: reader.left, end: 0 };
	const length = found - reader.at;
	return reader.peek(length - 1) === CR ? { text: length - 1, end: 2 } : { text: length, end: 1 };
}

/** The line at this place, in ISO 8859-1, without reading it; undefined where it has no end. */
export function peekLine(reader: Reader): string | undefined {
	const { text, end } = lineAt(reader);
	if (end === 0) return undefined;
	let line = '';
	for (let i = 0; i < text; i++) line += String.fromCharCode(reader.peek(i) ?? 0);
	return line;
}

/** Reads behind the line at this place; its end is missing where the input ends in it. */
export function endLine(reader: Reader): void {
	if (reader.peek() === CR) reader.skip(1);
	if (reader.peek() === LF) reader.skip(1);
	else reader.fail(reader.left === 0 ? { code: 'short', missing: 1 } : { code: 'unexpected', expected: 'CR LF' });
}

/** The fields of a message, or behind its last chunk, up to the empty line. Names in lower case; values of one name are joined. */
export function readHeaders(reader: Reader, name: string): ReadonlyMap<string, string> {
	const headers = new Map<string, string>();
	const read = () => {
		for (;;) {
			const line = peekLine(reader);
			if (line === '') return headers;
			if (line === undefined) {
				if (reader.left > 0) reader.text('line', reader.left, LATIN1);
				reader.fail({ code: 'short', missing: 1 });
			}
			const colon = line.indexOf(':');
			const key = (colon === -1 ? line : line.slice(0, colon)).toLowerCase();
			const value = colon === -1 ? '' : line.slice(colon + 1).trim();
			reader.record(key, line.length, value, colon === -1 ? { note: { code: 'unexpected', expected: ':' } } : {});
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
