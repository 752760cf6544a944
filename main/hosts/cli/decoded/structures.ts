import { type Command, InvalidArgumentError } from 'commander';
import type { Decoder } from '../../../../common/decode/index.ts';
import type { KnownProtocols } from '../../../../common/filter/index.ts';
import { structureDecoders } from '../../../../common/structure/decoders.ts';
import type { Structure } from '../../../../common/structure/document/schema.ts';
import { namedProtocols } from '../../../../common/structure/named-protocols.ts';
import { decoding } from '../../../../common/words/en/cli/decoding.ts';
import { structureIn } from '../files/read-structure.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('decoding', decoding);

/** Structures from files: protocols beside the built-in ones. */
export interface StructuresChoice {
	readonly structure?: readonly Structure[];
}

/** Adds `--structure`, which can be repeated. */
export function addStructuresOption(command: Command): Command {
	return command.option('--structure <file>', words().structures, (file, before: readonly Structure[] = []) => {
		const { structure } = structureIn(file);
		if (before.some(({ id }) => id === structure.id))
			throw new InvalidArgumentError(words().structureTwice(structure.id));
		return [...before, structure];
	});
}

/** The structures of a command's options as protocols. */
export function decodersOf({ structure = [] }: StructuresChoice): readonly Decoder[] {
	return structureDecoders(structure);
}

/** What filters and columns of a command can name. All names of fields are gathered for it. */
export function knownOf({ structure = [] }: StructuresChoice): KnownProtocols {
	return namedProtocols(structure);
}
