import { Argument, type Command } from 'commander';
import { bashCompletions } from '../about/bash.ts';
import { fishCompletions } from '../about/fish.ts';
import { type CommandOutline, outlineOf } from '../about/outline.ts';
import { zshCompletions } from '../about/zsh.ts';
import { stdout } from '../terminal/console.ts';

const SHELLS = { bash: bashCompletions, zsh: zshCompletions, fish: fishCompletions } satisfies Record<
	string,
	(program: CommandOutline) => string
>;
type Shell = keyof typeof SHELLS;

export function addCompletions(program: Command): void {
	program
		.command('completions')
		.summary('print completions for bash, zsh or fish')
		.description(
			'Prints a script with which a shell completes commands, options, presets and files. For bash, in ~/.bashrc: "source ' +
				'<(wirebench completions bash)"; for zsh, after compinit in ~/.zshrc, the same; for fish, in config.fish: "wirebench ' +
				'completions fish | source".',
		)
		.addArgument(new Argument('<shell>', 'whose completions').choices(Object.keys(SHELLS)))
		.action((shell: Shell) => {
			stdout().bytes(Buffer.from(SHELLS[shell](outlineOf(program))));
		});
}
