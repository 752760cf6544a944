import { bytesLiteral } from '../../literals/index.ts';
import { leadingFlags, regexTokens } from '../description/regex.ts';
import { literalPieces } from '../text/lines.ts';
import type { PythonFile } from './file.ts';

/** Bytes of a literal that stands where it is used, and of a line of a longer one. */
const SHORT = 40;
const LINE = 64;

function oneLine(bytes: Uint8Array): string {
	return bytesLiteral('python', bytes).trimEnd();
}

/** Bytes as an expression: a long one is a constant. */
export function bytesOf(bytes: Uint8Array, file: PythonFile, name = 'TEXT'): string {
	if (bytes.length <= SHORT) return oneLine(bytes);
	const pieces = literalPieces(bytes, LINE).map((piece) => `    ${oneLine(piece)}`);
	return file.constant(name, [`(`, ...pieces, ')']);
}

/** A text as a Python string. */
export function stringOf(text: string): string {
	const escaped = text.replace(/[\\']/g, '\\$&').replace(/[^\x20-\x7e]/gu, (one) => {
		const code = one.codePointAt(0) ?? 0;
		if (code > 0xffff) return `\\U${code.toString(16).padStart(8, '0')}`;
		return code > 0xff ? one : `\\x${code.toString(16).padStart(2, '0')}`;
	});
	return `'${escaped}'`;
}

/** A regular expression as a raw literal of bytes; undefined for one that means something else in Python. */
export function regexOf(pattern: string): string | undefined {
	const tokens = regexTokens(pattern);
	if (tokens === undefined) return undefined;
	const { flags, rest } = leadingFlags(tokens);
	// U swaps greedy and lazy; `$` of Python matches before a last LF, too.
	if (flags.includes('U')) return undefined;
	const isMultiline = flags.includes('m');
	const body = rest.map((token) => {
		if (token === '$' && !isMultiline) return '\\Z';
		if (token === '\\z') return '\\Z';
		return token.replaceAll("'", '\\x27').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
	});
	return `rb'${flags === '' ? '' : `(?${flags})`}${body.join('')}'`;
}
