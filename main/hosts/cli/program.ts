import { Command, CommanderError } from 'commander';
import { addAsk } from './commands/ask.ts';
import { addCa } from './commands/ca.ts';
import { addChecks } from './commands/checks.ts';
import { addCompletions } from './commands/completions.ts';
import { addConnect } from './commands/connect.ts';
import { addDoctor } from './commands/doctor.ts';
import { addExport } from './commands/export.ts';
import { addGenerate } from './commands/generate.ts';
import { addHelp } from './commands/help.ts';
import { addInterfaces } from './commands/interfaces.ts';
import { addListen } from './commands/listen.ts';
import { addMcp } from './commands/mcp.ts';
import { addPresets } from './commands/presets.ts';
import { addProxy } from './commands/proxy.ts';
import { addScriptApi } from './commands/script-api.ts';
import { addSend } from './commands/send.ts';
import { addSequence } from './commands/sequence.ts';
import { addServe } from './commands/serve.ts';
import { addShow } from './commands/show.ts';
import { addDiff } from './compare/index.ts';
import { addRecord } from './recording/record.ts';
import { addReplay } from './recording/replay.ts';
import { say, settleOutputs, stderr, stdout } from './terminal/console.ts';
import { describeError, exitCodeOf } from './terminal/exit.ts';
import { EXIT, EXIT_HELP } from './terminal/exit-codes.ts';
import { VERSION } from './terminal/version.ts';
import { addTest } from './tests/test.ts';
import { addWorkspace } from './workspace/index.ts';
import { addRun } from './workspace/run.ts';

/** Commander's own text, which contains line ends. */
function linesOf(text: string): string[] {
	return text.replace(/\n$/, '').split('\n');
}

/** Every command. `done` is called with the exit code of those that have one of their own. */
export function makeProgram(done: (code: number) => void): Command {
	const program = new Command('wirebench')
		.description('A socket workbench: start servers, send messages, and see every byte and every socket event.')
		.version(VERSION)
		.showHelpAfterError('(add --help for usage)')
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
	addTest(program, done);
	addGenerate(program, done);
	addRun(program, done);
	addMcp(program, done);
	addWorkspace(program, done);
	addExport(program, done);
	addShow(program, done);
	addDiff(program, done);
	addRecord(program);
	addReplay(program, done);
	addChecks(program, done);
	addDoctor(program, done);
	addPresets(program);
	addCa(program);
	addInterfaces(program);
	addScriptApi(program);
	addCompletions(program);
	addHelp(program);
	return program;
}

/** Runs one command line, without the program's own name; returns the exit code once all output is written. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
	return settleOutputs(await runCommand(args));
}

async function runCommand(args: readonly string[]): Promise<number> {
	let code: number = EXIT.done;
	const program = makeProgram((result) => {
		code = result;
	});
	try {
		await program.parseAsync(args, { from: 'user' });
	} catch (error) {
		// It has printed its error itself.
		if (!(error instanceof CommanderError)) say(...describeError(error));
		return exitCodeOf(error);
	}
	return code;
}
