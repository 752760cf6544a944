import { counted } from '../../words/counted.ts';
import type { Reader } from '../core/reader.ts';
import type { Side } from './length.ts';

/** What a single coil is written to. */
export const SWITCH: ReadonlyMap<number, string> = new Map([
	[0, 'off'],
	[0xff00, 'on'],
]);

/** The bits of a byte in the order of their addresses: the lowest is the first (MODBUS Application Protocol Specification V1.1b3, 6.1). */
const bitsText = (from: number) => (byte: number) =>
	`${from} to ${from + 7}: ${Array.from({ length: 8 }, (_, bit) => (byte >> bit) & 1).join(' ')}`;

/** Coils or inputs, eight a byte, numbered from the first of the message. Returns how many bytes. */
export function readBits(reader: Reader, length: number): number {
	if (length > 0)
		reader.group('bits', () =>
			reader.within(length, () => {
				for (let from = 0; reader.left > 0; from += 8) reader.uint('byte', 1, 'be', { meaning: bitsText(from) });
			}),
		);
	return length;
}

/** A register whose highest bit is set may be a negative number. */
const signedText = (value: number) => (value > 0x7fff ? `or ${value - 0x10000}` : undefined);

const SIGNED = { meaning: signedText };

/** Registers of two bytes. Returns how many. */
export function readRegisters(reader: Reader, length: number): number {
	if (length > 0)
		reader.group('registers', () =>
			reader.within(length, () => {
				while (reader.left > 1) reader.uint('register', 2, 'be', SIGNED);
			}),
		);
	return Math.floor(length / 2);
}

const REFERENCE = 6;

function readReferenceType(reader: Reader): void {
	const type = reader.uint('referenceType', 1);
	if (type !== REFERENCE) reader.note({ code: 'unexpected', expected: String(REFERENCE) });
}

/** Where a record is in a file; returns its length in bytes. */
function readPlace(reader: Reader): number {
	readReferenceType(reader);
	const file = reader.uint('file', 2);
	const record = reader.uint('record', 2);
	const registers = reader.uint('recordLength', 2);
	reader.tell(() => `${registers} at ${record} of file ${file}`);
	return registers * 2;
}

/**
 * The records of Read File Record and Write File Record (6.14, 6.15), whose response repeats the request. Returns what makes a text of
 * how many they are.
 */
export function readFileRecords(reader: Reader, side: Side, writes: boolean): () => string {
	return reader.within(reader.uint('byteCount', 1), () => {
		let count = 0;
		for (; reader.left > 0; count++)
			reader.group('part', () => {
				if (writes) readRegisters(reader, readPlace(reader));
				else if (side === 'request') readPlace(reader);
				else
					reader.within(reader.uint('length', 1), () => {
						readReferenceType(reader);
						readRegisters(reader, reader.left);
					});
			});
		return () => counted(count, 'record');
	});
}
