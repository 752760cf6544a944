import { type CommandOutline, everyCommand, type OptionOutline, type Values } from './outline.ts';
import { quoted } from './quoted.ts';

/** The bash statement that completes a value. */
function statement(values: Values): string {
	if (values === 'files') return 'compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$cur")';
	if (values === 'folders') return 'compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$cur")';
	return words(values?.words ?? []);
}

function words(list: readonly string[]): string {
	return `mapfile -t COMPREPLY < <(compgen -W ${quoted(list.join(' '))} -- "$cur")`;
}

const takesValue = ({ takes }: OptionOutline) => takes !== 'nothing';

function caseOf({ words: path, options, arguments: args, commands }: CommandOutline): string[] {
	const all = options.flatMap(({ names }) => names);
	const values = options
		.filter(takesValue)
		.map((option) => `				${option.names.join('|')}) ${statement(option.values)}; return ;;`);
	const rest =
		commands.length > 0
			? words(commands.map(({ words: below }) => below.at(-1) ?? ''))
			: statement(argumentValues(args));
	return [
		`		${quoted(path.join(' '))})`,
		...(values.length > 0 ? ['			case "$prev" in', ...values, '			esac'] : []),
		`			if [[ "$cur" == -* ]]; then ${words(all)}; else ${rest}; fi ;;`,
	];
}

/** One list for all arguments of a command: few have more than one that can be completed. */
function argumentValues(args: CommandOutline['arguments']): Values {
	return args.find(({ values }) => values !== undefined)?.values;
}

/** A script for bash 4 or newer; it needs no other package. */
export function bashCompletions(program: CommandOutline): string {
	const commands = everyCommand(program);
	const paths = commands.filter(({ words: { length } }) => length > 0).map(({ words: path }) => quoted(path.join(' ')));
	return [
		'# Completions of wirebench for bash. In ~/.bashrc: source <(wirebench completions bash)',
		'_wirebench() {',
		'	local cur=$2 prev=$3 path="" word next',
		'	COMPREPLY=()',
		'	# The command is the words that name one; options in front of it have no values.',
		`	for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do`,
		'		[[ "$word" == -* ]] && continue',
		`		next="\${path:+$path }$word"`,
		`		case "$next" in ${paths.join('|')}) path=$next ;; *) break ;; esac`,
		'	done',
		'	case "$path" in',
		...commands.flatMap(caseOf),
		'	esac',
		'}',
		'complete -F _wirebench wirebench',
		'',
	].join('\n');
}
