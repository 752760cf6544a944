import type { Command } from 'commander';
import { decoding } from '../../../../common/words/en/cli/decoding.ts';
import { spoken } from '../terminal/language.ts';
import { addCheck } from './check.ts';
import { addGuess } from './guess.ts';
import { addImport } from './import.ts';
import { addSample } from './sample.ts';

const words = () => spoken('decoding', decoding).structure;

export function addStructure(program: Command, done: (code: number) => void): void {
	const structure = program
		.command('structure')
		.summary(words().summary)
		.helpCommand('help [command]', words().help)
		.description(words().description);
	addCheck(structure, done);
	addSample(structure);
	addGuess(structure);
	addImport(structure);
}
