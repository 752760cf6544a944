import type { ByteWriter } from '../codec/byte-writer.ts';
import { type Fault, fault, quoteCharacter } from '../codec/fault.ts';
import { afterComment, digitAt } from './digits.ts';

/** The offsets of an array's opening and closing brackets in a text; the closing one is -1 where it is missing. */
export interface ArrayPlace {
	/** The text with blanks instead of comments, so that offsets stay the same. */
	readonly code: string;
	readonly open: number;
	readonly close: number;
}

/** A type whose elements are larger than a byte. */
const WIDE =
	/\b(?:u?int(?:16|32|64)(?:_t)?|[ui](?:16|32|64)|(?:un)?signed\s+int|int|short|long|WORD|DWORD|QWORD|(?:Big)?U?[Ii]nt(?:16|32|64)Array)\b/;
/** Words, dimensions and signs that may precede a list: `static const uint8_t data[3] =`, `new Uint8Array(`. */
const BEFORE = /^[\w\s:<>*&.,;!()[\]=]*$/;
/** What may follow: the end of the statement, and lengths as xxd -i and our own export write them. */
const AFTER = /^[\s;,)\]]*(?:#define\s+\w+\s+\w+\s*|[A-Za-z_][\w\s]*=\s*\w+\s*;\s*)*$/;
const CAST = /\((?:unsigned\s+char|(?:u?int8_t|char|byte|Byte))\)/y;

function withoutComments(text: string): string {
	let code = '';
	for (let at = 0; at < text.length; ) {
		const end = afterComment(text, at);
		if (end < 0) return code + text.slice(at);
		code += end > at ? ' '.repeat(end - at) : text.charAt(at++);
		at = Math.max(at, end);
	}
	return code;
}

/** A list of bytes in braces, or in the last pair of brackets; undefined where the text has none. */
export function arrayIn(text: string): ArrayPlace | undefined {
	if (!/[{[]/.test(text)) return undefined;
	const code = withoutComments(text);
	const brace = code.indexOf('{');
	const open = brace < 0 ? code.lastIndexOf('[') : brace;
	if (open < 0) return undefined;
	return { code, open, close: code.indexOf(brace < 0 ? ']' : '}', open) };
}

/** Whether the text before a list declares it, and contains no bytes itself. */
function declares(before: string): boolean {
	if (before.trim() === '') return true;
	const words = before.replaceAll(/\[[^\]]*\]|<[^>]*>/g, ' ');
	if (!BEFORE.test(before) || /(?:^|[^\w])\d/.test(words)) return false;
	return /=\s*(?:[A-Za-z_][\w\s:!.]*)?[\s(&]*$/.test(words) || /\b[\w]*[g-z_]\w*/i.test(words);
}

/** Writes the bytes of a list; returns its fault. Each byte must have `0x`: without it a number would be decimal. */
export function readArray(text: string, { code, open, close }: ArrayPlace, writer: ByteWriter): Fault | undefined {
	const before = code.slice(0, open);
	if (!declares(before)) return fault(open, 'hexListOrBytes');
	const wide = WIDE.exec(before);
	if (wide !== null) {
		return fault(wide.index, 'hexWideArray', { type: wide[0] });
	}
	if (close < 0) return fault(open, 'hexListOpen', { bracket: code.charAt(open) === '{' ? '}' : ']' });
	const second = code.indexOf('{', open + 1);
	if (second >= 0) return fault(second, 'hexSecondList');
	if (!AFTER.test(code.slice(close + 1))) return fault(close + 1, 'hexBehindList');
	for (let at = open + 1; at < close; ) {
		CAST.lastIndex = at;
		const skipped = CAST.exec(code)?.[0].length ?? (/^[\s,]$/.test(code.charAt(at)) ? 1 : 0);
		if (skipped > 0) {
			at += skipped;
			continue;
		}
		const end = readElement(text, at, writer);
		if (typeof end !== 'number') return end;
		at = end;
	}
	return undefined;
}

function readElement(text: string, at: number, writer: ByteWriter): number | Fault {
	if (!/^0x$/i.test(text.slice(at, at + 2))) {
		return fault(at, 'hexListByte', { character: quoteCharacter(text, at) });
	}
	const high = digitAt(text, at + 2);
	const low = digitAt(text, at + 3);
	if (high < 0) return fault(at, 'hexDigitsFollow', { prefix: '0x' });
	if (digitAt(text, at + 4) >= 0) return fault(at, 'hexWideNumber');
	const end = at + (low < 0 ? 3 : 4);
	if (!/^[\s,}\]/]$/.test(text.charAt(end))) return fault(end, 'hexComma', { character: quoteCharacter(text, end) });
	writer.byte(low < 0 ? high : high * 16 + low);
	return end;
}
