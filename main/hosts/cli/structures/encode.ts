import type { Command } from 'commander';
import { toHex } from '../../../../common/payload/hex.ts';
import { dataOfPlain, writeMessage } from '../../../../common/structure/index.ts';
import { decoding } from '../../../../common/words/en/cli/decoding.ts';
import { parseNamed } from '../files/json-file.ts';
import { lastOf, programIn } from '../files/read-structure.ts';
import { stdout } from '../terminal/console.ts';
import { faultText, spoken } from '../terminal/language.ts';
import { textOf } from './text-of.ts';

const words = () => spoken('decoding', decoding).encode;

interface EncodeOptions {
	readonly structure: string;
}

async function encode(file: string, { structure }: EncodeOptions): Promise<void> {
	const program = programIn(structure);
	const values = dataOfPlain(parseNamed(file, await textOf(file)));
	const result = writeMessage(program, values ?? {});
	if (!result.ok) throw lastOf(result.faults.map(faultText));
	stdout().lines([toHex(result.bytes)]);
}

export function addEncode(program: Command): void {
	program
		.command('encode')
		.summary(words().summary)
		.description(words().description)
		.argument('<values>', words().values)
		.requiredOption('--structure <file>', words().structure)
		.action(encode);
}
