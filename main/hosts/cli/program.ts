import { Command, CommanderError } from 'commander';
import { addAsk } from './ask.ts';
import { addCa } from './ca.ts';
import { addChecks } from './checks.ts';
import { addConnect } from './connect.ts';
import { describeError, EXIT } from './exit.ts';
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
		if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
		process.stderr.write(`${describeError(error)}\n`);
		return EXIT.failed;
	}
	return code;
}
