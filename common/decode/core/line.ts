import { toLatin1 } from '../../payload/codec/ascii.ts';
import type { Reader } from './reader.ts';
import { wrong } from './scan.ts';

const LF = 0x0a;
const CR = 0x0d;

/** The line `ahead` of this place, in ISO 8859-1, without reading it; undefined where it has no end. */
export function peekLine(reader: Reader, ahead = 0): string | undefined {
	const start = reader.at + ahead;
	const end = reader.bytes.indexOf(LF, start);
	if (end === -1 || end >= reader.at + reader.left) return undefined;
	return toLatin1(reader.bytes.subarray(start, end > start && reader.bytes[end - 1] === CR ? end - 1 : end));
}

/** Reads behind the line at this place; its end is missing where the input ends in it. */
export function endLine(reader: Reader): void {
	if (reader.peek() === CR) reader.skip(1);
	if (reader.peek() === LF) reader.skip(1);
	else wrong(reader, 'CR LF');
}
