import { toLatin1 } from '../../payload/codec/ascii.ts';
import { literalPieces } from '../text/lines.ts';
import type { GoFile } from './file.ts';

/** Bytes of a literal that stands where it is used, and of a line of a longer one. */
const SHORT = 40;
const LINE = 64;

const escapedUnit = (one: string): string => {
	if (one === '\n') return '\\n';
	if (one === '\r') return '\\r';
	if (one === '\t') return '\\t';
	return `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`;
};

/** A text as a Go string. */
export function stringOf(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is escaped
	return `"${text.replace(/[\\"]/g, '\\$&').replace(/[\0-\x1f\x7f]/g, escapedUnit)}"`;
}

function oneLine(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is escaped
	return `"${text.replace(/[\\"]/g, '\\$&').replace(/[\0-\x1f\x7f-\xff]/g, escapedUnit)}"`;
}

/** Text with a character a byte as an expression of a string: a long one is a constant. */
export function latin1Of(text: string, file: GoFile): string {
	if (text.length <= SHORT) return oneLine(text);
	const bytes = Uint8Array.from(text, (one) => one.charCodeAt(0));
	const pieces = literalPieces(bytes, LINE).map((piece) => oneLine(toLatin1(piece)));
	return file.constant(
		'text',
		pieces.map((piece, at) => `${at === 0 ? '' : '\t'}${piece}${at === pieces.length - 1 ? '' : ' +'}`),
	);
}

/** Bytes as an expression of a string. */
export function bytesOf(bytes: Uint8Array, file: GoFile): string {
	return latin1Of(toLatin1(bytes), file);
}

/** A regular expression, whose syntax is Go's own; undefined where it would match characters in place of bytes. */
export function regexOf(pattern: string, ignoreCase: boolean): string | undefined {
	// \C and classes of Unicode: the engine's messages have a character a byte.
	if (/[^\t-\r\x20-\x7e]|\\[CpP]/.test(pattern)) return undefined;
	const text = `${ignoreCase ? '(?i)' : ''}${pattern.replaceAll('(?<', '(?P<')}`;
	return `regexp.MustCompile(${/[`\r]/.test(text) ? stringOf(text) : `\`${text}\``})`;
}
