import type { Command } from 'commander';
import { addAnswerOptions } from './answers.ts';
import { FRAMING_HELP, parseFraming } from './framing.ts';
import { parseLedger } from './loss-report.ts';

export function addPresetOption(command: Command): Command {
	return command.option('--preset <id>', 'behave as a preset (see "wirebench presets")');
}

export function addFramingOption(command: Command): Command {
	return command.option('--framing <how>', `how messages are cut from a stream: ${FRAMING_HELP}`, parseFraming);
}

/** Options of a command whose endpoint answers: its framing, and its replies. */
export function addBehaviourOptions(command: Command): Command {
	return addAnswerOptions(addFramingOption(addPresetOption(command))).option(
		'--ledger [text]',
		'report the loss of numbered messages (see "generate"); TEXT with %d: the numbers are in text',
		parseLedger,
	);
}
