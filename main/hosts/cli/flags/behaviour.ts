import type { Command } from 'commander';
import { answering } from '../../../../common/words/en/cli/answering.ts';
import { spoken } from '../terminal/language.ts';
import { addAnswerOptions } from './answers.ts';
import { parseFraming } from './framing.ts';
import { parseLedger } from './loss-report.ts';

const words = () => spoken('answering', answering);

export function addPresetOption(command: Command): Command {
	return command.option('--preset <id>', words().preset);
}

export function addFramingOption(command: Command): Command {
	return command.option('--framing <how>', words().framing(words().framings), parseFraming);
}

/** Options of a command whose endpoint answers: its framing, and its replies. */
export function addBehaviourOptions(command: Command): Command {
	return addAnswerOptions(addFramingOption(addPresetOption(command))).option(
		'--ledger [text]',
		words().ledger,
		parseLedger,
	);
}
