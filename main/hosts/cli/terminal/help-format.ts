import type { Command, HelpConfiguration } from 'commander';
import type { CliWords } from '../../../../common/words/en-cli.ts';
import { cellsOf } from '../../../../common/words/locale/cells.ts';
import { wrapped } from '../../../../common/words/locale/wrapped.ts';
import { misuseIn } from './misuse.ts';

/** What has choices and a default in the help: an option or an argument. */
interface Described {
	readonly description: string;
	readonly argChoices?: string[] | undefined;
	readonly defaultValue?: unknown;
	readonly defaultValueDescription?: string | undefined;
}

/** The help of commander in another language, in columns that fit wide characters. */
function helpIn({ program: words }: CliWords): HelpConfiguration {
	const titles: Readonly<Record<string, string>> = {
		'Usage:': words.usage,
		'Arguments:': words.arguments,
		'Options:': words.options,
		'Commands:': words.commands,
	};
	const described = ({ description, argChoices, defaultValue, defaultValueDescription }: Described, shows: boolean) => {
		const facts = [
			...(argChoices === undefined ? [] : [words.choices(argChoices.map((one) => JSON.stringify(one)).join(', '))]),
			...(shows && defaultValue !== undefined
				? [words.default(defaultValueDescription ?? JSON.stringify(defaultValue))]
				: []),
		];
		return facts.length === 0 ? description : `${description}${words.more(facts.join(words.factSeparator))}`;
	};
	return {
		styleTitle: (title) => titles[title] ?? title,
		displayWidth: cellsOf,
		boxWrap: wrapped,
		// As commander itself: the default of a switch is shown only where it is a yes or no that can be negated.
		optionDescription: (option) =>
			described(
				option,
				option.required || option.optional || (option.isBoolean() && typeof option.defaultValue === 'boolean'),
			),
		argumentDescription: (argument) => described(argument, true),
	};
}

/** Puts into another language what commander says itself, for the program and the commands that are added to it later. */
export function speakHelp(program: Command, words: CliWords): void {
	program
		.configureHelp(helpIn(words))
		.helpOption('-h, --help', words.program.help)
		.configureOutput({ outputError: (text, write) => write(misuseIn(text, words.misuse)) });
}
