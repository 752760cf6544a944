import { toLatin1 } from '../../payload/codec/ascii.ts';
import { toHex } from '../../payload/hex.ts';
import { leadingFlags, regexTokens } from '../description/regex.ts';
import { literalPieces } from '../text/lines.ts';
import type { NodeFile } from './file.ts';

/** Characters of a literal that stands where it is used, and of a line of a longer one. */
const SHORT = 40;
const LINE = 64;

/** A text as a JavaScript string. */
export function stringOf(text: string): string {
	const escaped = text
		.replace(/[\\']/g, '\\$&')
		.replaceAll('\n', '\\n')
		.replaceAll('\r', '\\r')
		.replaceAll('\t', '\\t')
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is escaped
		.replace(/[\0-\x1f\x7f]/g, (one) => `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`);
	return `'${escaped}'`;
}

/** Bytes as an expression: a string of ASCII, which write accepts as it is, or a Buffer. A long one is a constant. */
export function bytesOf(bytes: Uint8Array, file: NodeFile): string {
	if (!bytes.every((byte) => byte < 0x80)) {
		const hex = toHex(bytes);
		const literal = `Buffer.from('${hex}', 'hex')`;
		return hex.length <= SHORT * 2 ? literal : file.constant('BYTES', [literal]);
	}
	if (bytes.length <= SHORT) return stringOf(toLatin1(bytes));
	const pieces = literalPieces(bytes, LINE).map((piece) => stringOf(toLatin1(piece)));
	return file.constant('TEXT', ['', ...pieces.map((piece, at) => `  ${piece}${at === pieces.length - 1 ? '' : ' +'}`)]);
}

/** The same, always a Buffer. */
export function bufferOf(bytes: Uint8Array, file: NodeFile): string {
	const literal = bytesOf(bytes, file);
	return literal.startsWith('Buffer') || literal.startsWith('BYTES') ? literal : `Buffer.from(${literal})`;
}

/** A token of RE2 in JavaScript; undefined where it has no equal. */
function tokenOf(token: string, flags: string): string | undefined {
	if (token === '.' && !flags.includes('s')) return '[^\\n]';
	if (token === '\\z') return flags.includes('m') ? undefined : '$';
	if (token.startsWith('(?P<')) return `(?<${token.slice(4)}`;
	if (/^\(\?[a-zA-Z]+:$/.test(token)) return undefined;
	if (token === '/') return '\\/';
	// A bracket that is the first one of a class belongs to it in RE2.
	return token
		.replace(/^\[(\^?)\]/, '[$1\\]')
		.replaceAll('\n', '\\n')
		.replaceAll('\r', '\\r');
}

/** A regular expression as a literal, to be tried on a string with a character a byte; undefined where it has no equal. */
export function regexOf(pattern: string, ignoreCase: boolean): string | undefined {
	const tokens = regexTokens(pattern);
	if (tokens === undefined) return undefined;
	const { flags, rest } = leadingFlags(tokens);
	const body = rest.map((token) => tokenOf(token, flags));
	if (flags.includes('U') || body.includes(undefined)) return undefined;
	const all = new Set([...flags, ...(ignoreCase ? ['i'] : [])]);
	return `/${body.join('')}/${[...all].sort().join('')}`;
}
