import { Command, CommanderError } from 'commander';
import { program as texts } from '../../../common/words/en/cli/program.ts';
import { addCommands, VERSION_FLAGS } from './commands.ts';
import { say, settleOutputs, stderr, stdout } from './terminal/console.ts';
import { describeError, exitCodeOf } from './terminal/exit.ts';
import { EXIT, exitHelp } from './terminal/exit-codes.ts';
import { LANGUAGE_FLAG, speak, spoken, spokenWords, withoutLanguage } from './terminal/language.ts';
import { VERSION } from './terminal/version.ts';

/** Commander's own text, which contains line ends. */
function linesOf(text: string): string[] {
	return text.replace(/\n$/, '').split('\n');
}

/** The program, with the commands that a command line needs. `done` is called with the exit code of those that have one of their own. */
export async function makeProgram(args: readonly string[], done: (code: number) => void): Promise<Command> {
	const words = spoken('program', texts);
	const program = new Command('wirebench')
		.description(words.description)
		.version(VERSION, VERSION_FLAGS.join(', '), words.version)
		// Taken out before the commands see it: it is valid with each of them.
		.option(`${LANGUAGE_FLAG} <tag>`, words.language)
		.helpCommand(false)
		.showHelpAfterError(words.addHelp)
		.addHelpText('after', `\n${exitHelp()}`)
		.configureOutput({
			writeOut: (text) => stdout().lines(linesOf(text)),
			writeErr: (text) => stderr().lines(linesOf(text)),
		})
		.exitOverride();
	const all = spokenWords();
	if (all !== undefined) (await import('./terminal/help-format.ts')).speakHelp(program, all);
	await addCommands(program, args, done);
	return program;
}

/** Runs one command line, without the program's own name; returns the exit code once all output is written. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
	return settleOutputs(await runCommand(args));
}

async function runCommand(all: readonly string[]): Promise<number> {
	let code: number = EXIT.done;
	try {
		const { args, written } = withoutLanguage(all);
		await speak(written);
		const program = await makeProgram(args, (result) => {
			code = result;
		});
		await program.parseAsync(args, { from: 'user' });
	} catch (error) {
		// It has printed its error itself.
		if (!(error instanceof CommanderError)) say(...describeError(error));
		return exitCodeOf(error);
	}
	return code;
}
