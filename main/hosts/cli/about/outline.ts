import type { Argument, Command, Help, Option } from 'commander';
import { presets } from '../../../../common/presets/index.ts';

/** What completes a value: fixed words, files, or folders. */
export type Values = { readonly words: readonly string[] } | 'files' | 'folders' | undefined;

export interface OptionOutline {
	/** As in the help: `-o, --output <file>`. */
	readonly flags: string;
	/** `-o` and `--output`, where it has them. */
	readonly names: readonly string[];
	readonly description: string;
	/** The same with its choices and its default, as in the help. */
	readonly details: string;
	/** Whether a value follows it: `optional` where it may be left out, `many` where several may. */
	readonly takes: 'nothing' | 'one' | 'optional' | 'many';
	readonly values: Values;
}

export interface ArgumentOutline {
	/** As in the usage: `<url>`, `[text]`, `<file...>`. */
	readonly form: string;
	readonly description: string;
	readonly many: boolean;
	readonly values: Values;
}

/** A command as data: completions and the man page are made of the same texts as the help. */
export interface CommandOutline {
	/** The words that call it, without the program's own name: empty for the program. */
	readonly words: readonly string[];
	readonly summary: string;
	readonly description: string;
	readonly arguments: readonly ArgumentOutline[];
	readonly options: readonly OptionOutline[];
	readonly commands: readonly CommandOutline[];
}

/** By the name that a value has in the help. */
function valuesOf(flags: string, choices: readonly string[] | undefined): Values {
	if (choices !== undefined) return { words: choices };
	if (/^--preset\b/.test(flags)) return { words: presets.map(({ id }) => id) };
	if (/[<[](file|path|url\|file)(\.\.\.)?[\]>]$/.test(flags)) return 'files';
	return /[<[]dir[\]>]$/.test(flags) ? 'folders' : undefined;
}

function optionOutline(option: Option, help: Help): OptionOutline {
	const { flags, short, long, description, argChoices, variadic, required, optional } = option;
	return {
		flags,
		names: [short, long].filter((name) => name !== undefined),
		description,
		details: help.optionDescription(option),
		takes: variadic ? 'many' : required ? 'one' : optional ? 'optional' : 'nothing',
		values: valuesOf(flags, argChoices),
	};
}

function argumentOutline(argument: Argument): ArgumentOutline {
	const { required, variadic, description, argChoices } = argument;
	const inner = `${argument.name()}${variadic ? '...' : ''}`;
	const form = required ? `<${inner}>` : `[${inner}]`;
	return { form, description, many: variadic, values: valuesOf(form, argChoices) };
}

/** The outline of a command and of those below it. */
export function outlineOf(command: Command, above: readonly string[] = []): CommandOutline {
	const help = command.createHelp();
	return {
		words: above,
		summary: command.summary(),
		description: command.description() || command.summary(),
		arguments: command.registeredArguments.map(argumentOutline),
		options: help.visibleOptions(command).map((option) => optionOutline(option, help)),
		commands: command.commands.map((one) => outlineOf(one, [...above, one.name()])),
	};
}

/** A command and all below it, in order. */
export function everyCommand(outline: CommandOutline): CommandOutline[] {
	return [outline, ...outline.commands.flatMap(everyCommand)];
}
