import { type Charset, UTF8 } from '../payload/charsets/charset.ts';
import { isAsciiIn } from '../payload/charsets/names.ts';
import type { DecodedCharacter } from '../payload/codec/utf8.ts';
import { toEscaped } from '../payload/escaped.ts';
import { characterCells, visibleSign } from '../payload/visible.ts';
import type { StreamForm } from './forms.ts';

const LF = 0x0a;
const CR = 0x0d;
const BACKSLASH = 0x5c;
/** Cells of the placeholder for a byte that is no character: `\xff`. */
const INVALID_CELLS = 4;

/** Returns where the line of `bytes` that begins at `at` ends; `at` is below `bytes.length`. A line has at least one character. */
export type LineBreaker = (bytes: Uint8Array, at: number) => number;

/**
 * Breaks bytes into lines of `width`: bytes for hex, cells for the others. Where a line ends depends on at most
 * `lookAhead(width)` bytes from its start. The signs of a line ending may exceed the width, by four cells at most, so
 * that none is alone on a line.
 */
export function lineBreaker(form: StreamForm, width: number, charset: Charset = UTF8): LineBreaker {
	if (form === 'hex') return (bytes, at) => Math.min(at + width, bytes.length);
	return form === 'text'
		? (bytes, at) => textLine(bytes, at, width, charset)
		: (bytes, at) => escapedLine(bytes, at, width, charset);
}

/** Upper bound of the bytes of a line of `width`: four bytes a cell, a line ending, and a cut character. */
export function lookAhead(width: number): number {
	return width * 4 + 8;
}

const character: DecodedCharacter = { code: 0, length: 1 };

function textLine(bytes: Uint8Array, start: number, width: number, charset: Charset): number {
	const { length } = bytes;
	const isAscii = isAsciiIn(charset.name);
	let cells = 0;
	let at = start;
	while (at < length) {
		const byte = bytes[at] ?? 0;
		if (byte >= 0x20 && byte < 0x7f && isAscii) {
			if (cells === width) return at;
			cells++;
			at++;
			continue;
		}
		if (byte === LF && isAscii) return at + 1;
		if (byte === CR && bytes[at + 1] === LF && isAscii) return at + 2;
		charset.decode(bytes, at, character);
		const { code } = character;
		if (code === LF) return at + character.length;
		const more = code < 0 ? INVALID_CELLS : (visibleSign(code)?.length ?? characterCells(code));
		if (cells > 0 && cells + more > width) return at;
		cells += more;
		at += character.length;
	}
	return length;
}

function escapedLine(bytes: Uint8Array, start: number, width: number, charset: Charset): number {
	const { length } = bytes;
	const isAscii = isAsciiIn(charset.name);
	let cells = 0;
	let at = start;
	while (at < length) {
		const byte = bytes[at] ?? 0;
		let more = 1;
		let step = 1;
		if (byte < 0x20 || byte >= 0x7f || byte === BACKSLASH || !isAscii) {
			charset.decode(bytes, at, character);
			step = character.length;
			more = toEscaped(bytes.subarray(at, at + step), charset).length;
			if (more <= 2 && step > 1) more = characterCells(character.code);
		}
		if (cells > 0 && cells + more > width) return at;
		cells += more;
		at += step;
	}
	return length;
}
