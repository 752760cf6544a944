import { wrapped } from '../../words/locale/wrapped.ts';

/** Cells of a line of a comment, without its indentation. */
export const COMMENT_CELLS = 84;

/** Lines, deeper by one step. */
export function indented(lines: readonly string[], step: string): string[] {
	return lines.map((line) => (line === '' ? '' : step + line));
}

/** A comment, in as many lines as it needs. */
export function comment(prefix: string, text: string): string[] {
	return wrapped(text, COMMENT_CELLS)
		.split('\n')
		.map((line) => `${prefix} ${line}`.trimEnd());
}

/** Parts of a program with so many empty lines between them. */
export function spaced(parts: readonly (readonly string[])[], blank: number): string[] {
	const some = parts.filter((part) => part.length > 0);
	return some.flatMap((part, at) => (at === 0 ? part : [...Array.from({ length: blank }, () => ''), ...part]));
}

/** Bytes in pieces that are a line of a literal each: they end with a line of the text, or are this long. */
export function literalPieces(bytes: Uint8Array, longest: number): Uint8Array[] {
	const pieces: Uint8Array[] = [];
	for (let at = 0; at < bytes.length; ) {
		const end = bytes.indexOf(10, at) + 1;
		const to = end > 0 && end - at <= longest ? end : Math.min(at + longest, bytes.length);
		pieces.push(bytes.subarray(at, to));
		at = to;
	}
	return pieces;
}

/** `}` and the `else` that follows on one line. */
export function joined(lines: readonly string[]): string[] {
	const result: string[] = [];
	for (const line of lines) {
		if (line.startsWith('else') && result.at(-1) === '}') result[result.length - 1] = `} ${line}`;
		else result.push(line);
	}
	return result;
}
