import { INCOMPLETE, INVALID } from '../codec/utf8.ts';
import type { Charset } from './charset.ts';
import { type ReadCharset, readEach } from './table.ts';

const ESC = 0x1b;
const LF = 0x0a;
/** The set of characters that an escape sequence of three bytes selects (RFC 1468, and JIS X 0201 for katakana). */
type Mode = 'ascii' | 'roman' | 'katakana' | 'jis';
const ESCAPES: readonly (readonly [mode: Mode, bytes: readonly [number, number, number]])[] = [
	['ascii', [ESC, 0x28, 0x42]],
	['roman', [ESC, 0x28, 0x4a]],
	['katakana', [ESC, 0x28, 0x49]],
	['jis', [ESC, 0x24, 0x42]],
	['jis', [ESC, 0x24, 0x40]],
];
const ASCII = [ESC, 0x28, 0x42] as const;
const ROMAN = [ESC, 0x28, 0x4a] as const;
const JIS = [ESC, 0x24, 0x42] as const;
/** Maximum distance, in bytes, of the backward search for an escape sequence. */
const STEP_BACK = 4096;
const YEN = 0xa5;
const OVERLINE = 0x203e;

/** The mode that an escape sequence at `at` selects; undefined where there is none. */
function escapeAt(bytes: Uint8Array, at: number): Mode | undefined {
	if (bytes[at] !== ESC) return undefined;
	return ESCAPES.find(([, [, second, third]]) => bytes[at + 1] === second && bytes[at + 2] === third)?.[0];
}

/** The place of the last escape sequence that ends at or before `before`; -1 for none on the line, which then is in ASCII. */
function lastEscape(bytes: Uint8Array, before: number): number {
	for (let at = before - 1; at >= Math.max(0, before - STEP_BACK); at--) {
		if (bytes[at] === LF) return -1;
		if (at + 3 <= before && escapeAt(bytes, at) !== undefined) return at;
	}
	return -1;
}

/**
 * ISO-2022-JP (RFC 1468): escape sequences select what the bytes after them are, and each line starts in ASCII. An escape
 * sequence belongs to the character after it. Each character that is not ASCII is written with both of its escapes.
 */
export function iso2022jp(read: ReadCharset): Charset {
	const places = Array.from({ length: 94 * 94 }, (_, i) => [0x21 + Math.floor(i / 94), 0x21 + (i % 94)] as const);
	const codes = readEach(
		read,
		places.map((pair) => [...JIS, ...pair, ...ASCII]),
	);
	const back = new Map<number, readonly number[]>();
	codes.forEach((code, i) => {
		if (code >= 0 && !back.has(code)) back.set(code, [...JIS, ...(places[i] ?? []), ...ASCII]);
	});
	back.set(YEN, [...ROMAN, 0x5c, ...ASCII]);
	back.set(OVERLINE, [...ROMAN, 0x7e, ...ASCII]);
	const single = (mode: Mode, byte: number): number => {
		if (byte >= 0x80) return INVALID;
		if (mode === 'roman' && byte === 0x5c) return YEN;
		if (mode === 'roman' && byte === 0x7e) return OVERLINE;
		if (mode !== 'katakana' || byte < 0x21) return byte;
		return byte <= 0x5f ? 0xff61 - 0x21 + byte : INVALID;
	};
	return {
		name: 'iso-2022-jp',
		encode(code, writer) {
			if (code < 0x80 && code !== ESC && code !== 0x0e && code !== 0x0f) {
				writer.byte(code);
				return true;
			}
			const bytes = back.get(code);
			for (const byte of bytes ?? []) writer.byte(byte);
			return bytes !== undefined;
		},
		decode(bytes, from, result) {
			const before = lastEscape(bytes, from);
			let mode: Mode = escapeAt(bytes, before) ?? 'ascii';
			let at = from;
			for (let next = escapeAt(bytes, at); next !== undefined; next = escapeAt(bytes, at)) {
				mode = next;
				at += 3;
			}
			const skipEscapes = (end: number): number => {
				let after = end;
				while (escapeAt(bytes, after) !== undefined) after += 3;
				// The last escapes have no character after them.
				return after === bytes.length ? after : end;
			};
			const [first, second] = [bytes[at], bytes[at + 1]];
			result.length = 1;
			result.code = INCOMPLETE;
			if (first === undefined || (first === ESC && at + 3 > bytes.length)) return;
			if (mode !== 'jis' || first < 0x21 || first > 0x7e) {
				result.code = single(mode === 'jis' ? 'ascii' : mode, first);
				result.length = skipEscapes(at + 1) - from;
				return;
			}
			if (second === undefined) return;
			result.code = second < 0x21 || second > 0x7e ? INVALID : (codes[(first - 0x21) * 94 + second - 0x21] ?? INVALID);
			result.length = (result.code >= 0 ? skipEscapes(at + 2) : at + 1) - from;
		},
		stepBack(bytes, before) {
			const last = lastEscape(bytes, before);
			if (last >= 0) return last;
			const line = bytes.lastIndexOf(LF, before - 1) + 1;
			return before === 0 ? 0 : Math.max(line, before - STEP_BACK);
		},
		stateAt(bytes, end) {
			const at = lastEscape(bytes, end);
			return at < 0 ? new Uint8Array(0) : bytes.slice(at, at + 3);
		},
	};
}
