import { type CommandOutline, everyCommand, type Values } from './outline.ts';

/** In fish, a backslash escapes only itself and the quote. */
const quoted = (text: string) => `'${text.replaceAll(/[\\']/g, '\\$&')}'`;

function valueFlags(values: Values): string {
	if (values === 'files') return ' -r -F';
	if (values === 'folders') return " -x -a '(__fish_complete_directories)'";
	return values === undefined ? ' -x' : ` -x -a ${quoted(values.words.join(' '))}`;
}

function lines({ words, options, arguments: args, commands }: CommandOutline): string[] {
	const when = `complete -c wirebench -n ${quoted(`__wirebench_at ${words.join(' ')}`.trim())}`;
	const argument = args.find(({ values }) => values !== undefined);
	return [
		...commands.map((one) => `${when} -f -a ${quoted(one.words.at(-1) ?? '')} -d ${quoted(one.summary)}`),
		...(argument === undefined ? [] : [`${when}${argument.values === 'files' ? ' -F' : valueFlags(argument.values)}`]),
		...options.map(({ names, description, takes, values }) => {
			const flags = names.map((name) => (name.startsWith('--') ? ` -l ${name.slice(2)}` : ` -s ${name.slice(1)}`));
			const value = takes === 'nothing' ? '' : valueFlags(values);
			return `${when}${flags.join('')}${value} -d ${quoted(description)}`;
		}),
	];
}

/** A script for fish: a file `wirebench.fish` in its folder of completions, or sourced. */
export function fishCompletions(program: CommandOutline): string {
	const commands = everyCommand(program);
	const paths = commands.filter(({ words: { length } }) => length > 0).map(({ words }) => quoted(words.join(' ')));
	return [
		'# Completions of wirebench for fish. In config.fish: wirebench completions fish | source',
		'# Whether the words so far name this command: the longest ones that name any.',
		'function __wirebench_at',
		'	set -l path',
		'	for word in (commandline -opc)[2..-1]',
		"		string match -q -- '-*' $word; and continue",
		`		contains -- "$path$word" ${paths.join(' ')}; or break`,
		'		set path "$path$word "',
		'	end',
		'	test "$path" = (test (count $argv) -gt 0; and echo "$argv "; or echo "")',
		'end',
		'complete -c wirebench -f',
		...commands.flatMap(lines),
		'',
	].join('\n');
}
