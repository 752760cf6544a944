import type { Decoder } from '../decode/core/decoder.ts';
import { mostSureOf } from './most-sure.ts';
import type { Program } from './program/program.ts';
import { examineMessage } from './run/message.ts';
import { MessageReader } from './run/read.ts';

/** How sure a message without a fault is of a structure by the bits of constants and checksums in it. */
const BY_EVIDENCE: readonly (readonly [bits: number, sure: number])[] = [
	[32, 0.97],
	[24, 0.93],
	[16, 0.85],
	[8, 0.6],
	[4, 0.4],
];
/** Of a structure in which nothing is fixed: that the message has the right length. */
const BY_SIZE = 0.2;
/** Of a message that ends early: it may go on. */
const IF_CUT = 0.7;

/** A structure as a protocol beside the built-in ones. */
export function structureDecoder(program: Program): Decoder {
	const { id, title, ports, proto } = program;
	if (proto !== undefined) return { ...proto.decoder, id, title, ports };
	return {
		id,
		title,
		ports,
		most: mostSureOf(program, BY_SIZE),
		recognise(bytes) {
			const { note, evidence } = examineMessage(program, bytes);
			if (note !== undefined && note.code !== 'short') return 0;
			const sure = BY_EVIDENCE.find(([bits]) => evidence >= bits)?.[1] ?? BY_SIZE;
			return note === undefined ? sure : evidence === 0 ? 0 : sure * IF_CUT;
		},
		decode(reader) {
			new MessageReader(program, reader).read();
		},
	};
}
