import { Argument, type Command } from 'commander';
import { checking } from '../../../../common/words/en/cli/checking.ts';
import { bashCompletions } from '../about/bash.ts';
import { fishCompletions } from '../about/fish.ts';
import { type CommandOutline, outlineOf } from '../about/outline.ts';
import { zshCompletions } from '../about/zsh.ts';
import { stdout } from '../terminal/console.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('checking', checking).completions;

const SHELLS = { bash: bashCompletions, zsh: zshCompletions, fish: fishCompletions } satisfies Record<
	string,
	(program: CommandOutline) => string
>;
type Shell = keyof typeof SHELLS;

export function addCompletions(program: Command): void {
	program
		.command('completions')
		.summary(words().summary)
		.description(words().description)
		.addArgument(new Argument('<shell>', words().shell).choices(Object.keys(SHELLS)))
		.action((shell: Shell) => {
			stdout().bytes(Buffer.from(SHELLS[shell](outlineOf(program))));
		});
}
