import type { Decoder } from '../decode/core/decoder.ts';
import { structureDecoder } from './decoder.ts';
import type { Structure } from './document/schema.ts';
import { programOf } from './program/programs.ts';

/** Structures as protocols, in their order, without those that have faults. */
export function structureDecoders(structures: readonly Structure[]): readonly Decoder[] {
	return structures.flatMap((structure) => {
		const program = programOf(structure);
		return program === undefined ? [] : [structureDecoder(program)];
	});
}
