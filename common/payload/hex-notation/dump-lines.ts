import { ByteWriter } from '../byte-writer.ts';
import { readPairs } from './pairs.ts';

/** A line of a dump: an offset, and what stands behind it. */
export interface OffsetLine {
	readonly type: 'offset';
	/** Where the digits of the offset begin, in the whole text. */
	readonly at: number;
	readonly digits: string;
	/** The offset has a sign of one beside its digits: a colon behind it, or 0x before it. */
	readonly marked: boolean;
	/** Blanks between the offset and the first byte. */
	readonly blanks: number;
	/** What stands behind them, and where that begins in the whole text and in the line. Empty for a last offset. */
	readonly body: string;
	readonly bodyAt: number;
	readonly column: number;
}

interface BareLine<T extends string> {
	readonly type: T;
	readonly at: number;
}

/** `same`: an asterisk, for lines that are as the one before. */
export type DumpLine = OffsetLine | BareLine<'same'> | BareLine<'other'>;

const OFFSET = /^(\s*)(0x)?([0-9a-f]{4,16})(:?)(?:([ \t]+)(.*))?$/i;

/** Most texts are no dumps: they are not looked at line by line. */
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

/** A line of nothing but hexadecimal, as far as it can be read by itself. */
function isHex(line: string): boolean {
	return readPairs(line, new ByteWriter(line.length >> 1)) === undefined;
}

/** Two digits for each column of bytes, as dumps have them above: `00 01 02 03`. */
const COLUMNS = /^\s{5,}00 01 02 03[0-9a-f ]*$/i;

/**
 * The lines of a text that may be a dump: without empty ones, and without those before the first offset that are no
 * bytes: the head of a dump, a prompt; `headed` says that there were any. Undefined where there is no line with an offset, or bytes stand before it.
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
