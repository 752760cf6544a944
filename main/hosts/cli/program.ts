import { Command, CommanderError } from 'commander';
import { addAsk } from './ask.ts';
import { addCa } from './ca.ts';
import { addChecks } from './checks.ts';
import { addConnect } from './connect.ts';
import { say, stderr, stdout } from './console.ts';
import { describeError, EXIT, EXIT_HELP, exitCodeOf } from './exit.ts';
import { addExport } from './export.ts';
import { addGenerate } from './generate.ts';
import { addInterfaces } from './interfaces.ts';
import { addListen } from './listen.ts';
import { addPresets } from './presets.ts';
import { addProxy } from './proxy.ts';
import { addScriptApi } from './script-api.ts';
import { addSend } from './send.ts';
import { addSequence } from './sequence.ts';
import { addServe } from './serve.ts';
import { addShow } from './show.ts';
import { VERSION } from './version.ts';

/** Commander's own text, which has its line ends in it. */
function linesOf(text: string): string[] {
	return text.replace(/\n$/, '').split('\n');
}

/** Runs one command line, without the program's own name; gives the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
	let code: number = EXIT.done;
	const done = (result: number): void => {
		code = result;
	};
	const program = new Command('wirebench')
		.description('A socket workbench: start servers, send messages, and see every byte and every socket event.')
		.version(VERSION)
		.showHelpAfterError('(add --help for what can be said)')
		.addHelpText('after', `\n${EXIT_HELP}`)
		.configureOutput({
			writeOut: (text) => stdout().lines(linesOf(text)),
			writeErr: (text) => stderr().lines(linesOf(text)),
		})
		.exitOverride();
	addServe(program, done);
	addListen(program, done);
	addConnect(program, done);
	addProxy(program, done);
	addSend(program, done);
	addAsk(program, done);
	addSequence(program, done);
	addGenerate(program, done);
	addExport(program, done);
	addShow(program, done);
	addChecks(program, done);
	addPresets(program);
	addCa(program);
	addInterfaces(program);
	addScriptApi(program);
	try {
		await program.parseAsync(args, { from: 'user' });
	} catch (error) {
		// It has said so itself.
		if (!(error instanceof CommanderError)) say(...describeError(error));
		return exitCodeOf(error);
	}
	return code;
}
