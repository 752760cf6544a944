import type { Reader } from './reader.ts';

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
