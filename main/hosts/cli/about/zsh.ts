import { type ArgumentOutline, type CommandOutline, everyCommand, type OptionOutline, type Values } from './outline.ts';
import { quoted } from './quoted.ts';

function action(values: Values): string {
	if (values === 'files') return '_files';
	if (values === 'folders') return '_files -/';
	return values === undefined ? ' ' : `(${values.words.join(' ')})`;
}

/** A text inside a specification of `_arguments`, in which brackets and colons mean something. */
const plain = (text: string) => text.replaceAll(/[\\[\]:]/g, '\\$&');

function optionSpecs({ names, description, takes, values }: OptionOutline): string[] {
	const after = {
		nothing: '',
		one: `:value:${action(values)}`,
		optional: `::value:${action(values)}`,
		many: `:value:${action(values)}`,
	};
	return names.map((name) => quoted(`*${name}[${plain(description)}]${after[takes]}`));
}

function argumentSpec({ form, description, many, values }: ArgumentOutline): string {
	const optional = form.startsWith('[') ? ':' : '';
	return quoted(`${many ? '*' : ''}:${many ? '' : optional}${plain(description)}:${action(values)}`);
}

const functionOf = (words: readonly string[]) => ['_wirebench', ...words].join('_').replaceAll('-', '_');

function functionText({ words, options, arguments: args, commands }: CommandOutline): string[] {
	const specs = options.flatMap(optionSpecs);
	const head = `${functionOf(words)}() {`;
	if (commands.length === 0)
		return [head, `	_arguments -s ${[...specs, ...args.map(argumentSpec)].join(' \\\n		')}`, '}'];
	const described = commands.map(({ words: path, summary }) => quoted(`${path.at(-1)}:${summary}`));
	const cases = commands.map(({ words: path }) => `			${path.at(-1)}) ${functionOf(path)} ;;`);
	return [
		head,
		'	local context state state_descr line',
		'	typeset -A opt_args',
		`	_arguments -C ${[...specs, "'1: :->command'", "'*:: :->rest'"].join(' \\\n		')}`,
		'	case $state in',
		`		command) local -a commands; commands=(${described.join(' \\\n			')}); _describe command commands ;;`,
		'		rest) case $line[1] in',
		...cases,
		'		esac ;;',
		'	esac',
		'}',
	];
}

/** A script for zsh, which is a file `_wirebench` in a folder of `$fpath`, or is sourced after `compinit`. */
export function zshCompletions(program: CommandOutline): string {
	return [
		'#compdef wirebench',
		'# Completions of wirebench for zsh. In ~/.zshrc, after compinit: source <(wirebench completions zsh)',
		...everyCommand(program).flatMap(functionText),
		'if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _wirebench "$@"; else compdef _wirebench wirebench; fi',
		'',
	].join('\n');
}
