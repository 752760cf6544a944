import type { Command } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { manPage } from '../about/man.ts';
import { outlineOf } from '../about/outline.ts';
import { stdout } from '../terminal/console.ts';
import { exitCodeLines } from '../terminal/exit-codes.ts';
import { VERSION } from '../terminal/version.ts';

/** What "help" explains besides commands. */
const TOPICS: Readonly<Record<string, () => readonly string[]>> = { 'exit-codes': exitCodeLines };

/** The command that these words name. Throws `bad-input` where there is none. */
function named(program: Command, words: readonly string[]): Command {
	return words.reduce((command, word) => {
		const found = command.commands.find((one) => one.name() === word);
		if (found !== undefined) return found;
		const topics = Object.keys(TOPICS).join(', ');
		throw new WirebenchError(
			'bad-input',
			`There is no command "${words.join(' ')}": see "wirebench help". Topics besides commands: ${topics}.`,
		);
	}, program);
}

/** Replaces commander's own command, which has neither topics nor a man page. */
export function addHelp(program: Command): void {
	program
		.command('help')
		.summary('explain a command, or all exit codes')
		.description('Prints the help of a command, or the table of exit codes ("wirebench help exit-codes").')
		.argument('[words...]', 'a command, or exit-codes')
		.option('--man', 'print the man page, as in "wirebench help --man | man -l -"')
		.action((words: string[], { man }: { man?: boolean }) => {
			const topic = words.length === 1 ? TOPICS[words[0] ?? ''] : undefined;
			if (man) stdout().bytes(Buffer.from(manPage(outlineOf(program), VERSION)));
			else if (topic !== undefined) stdout().lines(topic());
			else named(program, words).outputHelp();
		});
}
