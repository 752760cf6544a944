import type { ByteWriter } from '../codec/byte-writer.ts';
import { type Fault, fault, quoteCharacter } from '../codec/fault.ts';
import { digitAt } from './digits.ts';

/** Escapes of Python's bytes literals that stand for one byte (The Python Language Reference, 2.4.1.1). */
const ESCAPES = new Map([
	['a', 0x07],
	['b', 0x08],
	['t', 0x09],
	['n', 0x0a],
	['v', 0x0b],
	['f', 0x0c],
	['r', 0x0d],
	['"', 0x22],
	["'", 0x27],
	['\\', 0x5c],
]);
const OCTAL = /^[0-7]{1,3}/;

/** Writes the bytes of a Python bytes literal whose quote is at `start`; returns the offset after it. */
export function readLiteral(text: string, start: number, writer: ByteWriter): number | Fault {
	const quote = text.charAt(start);
	let at = start + 1;
	while (at < text.length) {
		const character = text.charAt(at);
		if (character === quote) return at + 1;
		if (character !== '\\') {
			const code = text.charCodeAt(at);
			if (code < 0x20 || code > 0x7e) {
				return fault(at, 'hexLiteralAscii', { character: quoteCharacter(text, at) });
			}
			writer.byte(code);
			at++;
			continue;
		}
		const end = readEscape(text, at, writer);
		if (typeof end !== 'number') return end;
		at = end;
	}
	return fault(start, 'hexLiteralOpen');
}

function readEscape(text: string, at: number, writer: ByteWriter): number | Fault {
	const letter = text.charAt(at + 1);
	const short = ESCAPES.get(letter);
	if (short !== undefined) {
		writer.byte(short);
		return at + 2;
	}
	const octal = OCTAL.exec(text.slice(at + 1, at + 4))?.[0];
	if (octal !== undefined) {
		const value = Number.parseInt(octal, 8);
		if (value > 0xff) return fault(at, 'hexOctal');
		writer.byte(value);
		return at + 1 + octal.length;
	}
	const high = letter === 'x' ? digitAt(text, at + 2) : -1;
	const low = high < 0 ? -1 : digitAt(text, at + 3);
	if (low < 0) return fault(at, 'hexLiteralEscape');
	writer.byte(high * 16 + low);
	return at + 4;
}
