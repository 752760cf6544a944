import { leadingFlags, regexTokens } from '../description/regex.ts';
import { literalPieces } from '../text/lines.ts';

const ESCAPES: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r', 34: '\\"', 92: '\\\\' };
const LINE = 64;

function oneLine(bytes: Uint8Array): string {
	let text = '';
	for (const [at, byte] of bytes.entries()) {
		const isPlain = byte >= 0x20 && byte < 0x7f && !(byte === 63 && bytes[at - 1] === 63);
		// Three octal digits end by themselves, whatever follows; two question marks would begin a trigraph.
		text += ESCAPES[byte] ?? (isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`);
	}
	return `"${text}"`;
}

/** Bytes as a string literal, which may go over lines; its length does not count the zero at its end. */
export function stringOf(bytes: Uint8Array): string[] {
	return bytes.length <= LINE ? [oneLine(bytes)] : literalPieces(bytes, LINE).map(oneLine);
}

/** A text of the config as a string literal. */
export function textOf(text: string): string {
	return oneLine(new Uint8Array([...text].flatMap((one) => utf8Of(one.codePointAt(0) ?? 0))));
}

function utf8Of(code: number): number[] {
	if (code < 0x80) return [code];
	if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)];
	if (code < 0x10000) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
	return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
}

/** Classes of RE2 as POSIX has them between brackets. */
const CLASSES: Readonly<Record<string, string>> = { '\\d': '0-9', '\\w': 'A-Za-z0-9_', '\\s': '\t\n\f\r ' };
const CONTROLS: Readonly<Record<string, string>> = { '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\f': '\f', '\\v': '\v' };

/** What stands between brackets; undefined for what POSIX has not. */
function bracketOf(token: string): string | undefined {
	const isNegated = token.startsWith('[^');
	let isSound = true;
	const inner = token.slice(isNegated ? 2 : 1, -1).replace(/\\./gs, (written) => {
		const found = CLASSES[written] ?? CONTROLS[written];
		const plain = /^\\[.*+?$(){}|/'"&%#!@~`,;:<>=]$/.test(written) ? written.slice(1) : undefined;
		if (found === undefined && plain === undefined) isSound = false;
		return found ?? plain ?? '';
	});
	return isSound ? `[${isNegated ? '^' : ''}${inner}]` : undefined;
}

function tokenOf(token: string, flags: string): string | undefined {
	if (token === '(?:' || token.startsWith('(?P<') || token.startsWith('(?<')) return '(';
	if (token.startsWith('(?')) return undefined;
	if (token.startsWith('[')) return bracketOf(token);
	if (token === '.' && !flags.includes('s')) return '[^\n]';
	const negated = /^\\[DWS]$/.test(token) ? CLASSES[token.toLowerCase()] : undefined;
	if (negated !== undefined) return `[^${negated}]`;
	const known = CLASSES[token];
	if (known !== undefined) return `[${known}]`;
	if (/^\\\w$/.test(token)) return CONTROLS[token];
	return token;
}

/** A regular expression in POSIX's extended syntax, and the number that each group of RE2 has in it. */
interface PosixRegex {
	readonly pattern: Uint8Array;
	readonly ignoreCase: boolean;
	/** By the number of a group of RE2; of 0, the whole, 0. */
	readonly groups: readonly number[];
}

/** Undefined where POSIX has no equal. */
export function posixOf(pattern: string, ignoreCase: boolean): PosixRegex | undefined {
	const tokens = regexTokens(pattern);
	if (tokens === undefined) return undefined;
	const { flags, rest } = leadingFlags(tokens);
	if (/[mU]/.test(flags)) return undefined;
	// A question mark after a repetition makes it lazy, which POSIX has not.
	if (rest.some((token, at) => token === '?' && /^[*+?}]$/.test(rest[at - 1] ?? ''))) return undefined;
	const body = rest.map((token) => tokenOf(token, flags));
	if (body.includes(undefined)) return undefined;
	const groups = [0];
	let opened = 0;
	for (const token of rest) {
		if (!token.startsWith('(')) continue;
		opened += 1;
		if (token !== '(?:') groups.push(opened);
	}
	const text = body.join('');
	const bytes = Uint8Array.from(text, (one) => one.charCodeAt(0));
	return { pattern: bytes, ignoreCase: ignoreCase || flags.includes('i'), groups };
}

/** The bytes of a text in UTF-8. */
export function textLength(text: string): number {
	return [...text].reduce((sum, one) => sum + utf8Of(one.codePointAt(0) ?? 0).length, 0);
}
