import { ByteWriter } from '../codec/byte-writer.ts';
import type { Fault } from '../codec/fault.ts';
import { arrayIn, readArray } from './array.ts';
import { readDump } from './dump.ts';
import { readPairs } from './pairs.ts';

/**
 * The bytes of hexadecimal as programs print it and as people paste it:
 *
 * - pairs of digits, alone or in runs, between them white space, `,` `;` `:` or `-`; before them `0x` or `\x`;
 * - a list of `0x` bytes in braces or brackets, with its declaration and comments, as C, Go, Python and Rust write it;
 * - a bytes literal of Python, `b'\x01a'`;
 * - a dump with offsets, with or without a column of characters (xxd, hexdump -C, od -t x1, tcpdump -x, tshark -x,
 *   Wireshark, Format-Hex, gdb). Offsets are checked and never read as bytes, nor is the column of characters.
 *
 * Ambiguous text is a fault: a number that may be an offset, words in an unknown byte order.
 */
export function parseHex(text: string): { ok: true; bytes: Uint8Array<ArrayBuffer> } | Fault {
	const dump = readDump(text);
	if (dump !== undefined) return dump;
	const writer = new ByteWriter(text.length >> 1);
	const array = arrayIn(text);
	const wrong = array === undefined ? readPairs(text, writer) : readArray(text, array, writer);
	return wrong ?? { ok: true, bytes: writer.finish() };
}
