import { ByteWriter } from '../codec/byte-writer.ts';
import { readPairs } from './pairs.ts';

/** A line of a dump: an offset, and the text after it. */
export interface OffsetLine {
	readonly type: 'offset';
	/** Start of the offset's digits, in the whole text. */
	readonly at: number;
	readonly digits: string;
	/** The offset is marked: a colon after it, or 0x before it. */
	readonly marked: boolean;
	/** Blanks between the offset and the first byte. */
	readonly blanks: number;
	/** The text after them, and its start in the whole text and in the line. Empty for a final offset. */
	readonly body: string;
	readonly bodyAt: number;
	readonly column: number;
}

interface BareLine<T extends string> {
	readonly type: T;
	readonly at: number;
}

/** `same`: an asterisk, for lines that repeat the previous one. */
export type DumpLine = OffsetLine | BareLine<'same'> | BareLine<'other'>;

const OFFSET = /^(\s*)(0x)?([0-9a-f]{4,16})(:?)(?:([ \t]+)(.*))?$/i;

/** Most texts are not dumps: this test avoids reading them line by line. */
const ANY_OFFSET = /^\s*(?:0x)?[0-9a-f]{4,16}:?[ \t]/im;

function lineOf(text: string, at: number): DumpLine {
	if (text.trim() === '*') return { type: 'same', at };
	const match = OFFSET.exec(text);
	if (match === null) return { type: 'other', at };
	const [, indent = '', prefix = '', digits = '', colon = '', blanks = '', rest = ''] = match;
	const body = rest.trimEnd() === '' ? '' : rest;
	const column = indent.length + prefix.length + digits.length + colon.length + blanks.length;
	return {
		type: 'offset',
		at: at + indent.length + prefix.length,
		digits,
		marked: prefix !== '' || colon !== '',
		blanks: blanks.length,
		body,
		bodyAt: at + column,
		column,
	};
}

/** A line of only hexadecimal, as far as one line can show. */
function isHex(line: string): boolean {
	return readPairs(line, new ByteWriter(line.length >> 1)) === undefined;
}

/** Two digits for each column of bytes, as some dumps have in their heading: `00 01 02 03`. */
const COLUMNS = /^\s{5,}00 01 02 03[0-9a-f ]*$/i;

/**
 * The lines of a text that may be a dump: without empty ones, and without lines before the first offset that are not
 * bytes, such as a heading or a prompt; `headed`: there were such lines. Undefined where no line has an offset, or
 * bytes precede it.
 */
export function dumpLines(text: string): { readonly lines: DumpLine[]; readonly headed: boolean } | undefined {
	if (!ANY_OFFSET.test(text)) return undefined;
	const lines: DumpLine[] = [];
	let headed = false;
	for (let at = 0; at <= text.length; ) {
		const next = text.indexOf('\n', at);
		const end = next < 0 ? text.length : next;
		const line = text.slice(at, end).replace(/\r$/, '');
		const read = lineOf(line, at);
		const head = lines.length === 0 && read.type !== 'offset';
		if (head && line.trim() !== '' && isHex(line) && !COLUMNS.test(line)) return undefined;
		if (head) headed ||= line.trim() !== '';
		else if (line.trim() !== '') lines.push(read);
		at = end + 1;
	}
	return lines.length === 0 ? undefined : { lines, headed };
}
