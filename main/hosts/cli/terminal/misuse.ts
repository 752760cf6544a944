import { misuse as english } from '../../../../common/words/en/cli/misuse.ts';
import type { CliWords } from '../../../../common/words/en-cli.ts';

type Misuse = CliWords['misuse'];
type Name = keyof Misuse;

/** What stands for a parameter while the pattern of a text is made. */
const PLACE = '\u0001';

const FAULTS: readonly Name[] = [
	'missingArgument',
	'missingValue',
	'missingOption',
	'conflict',
	'unknownOption',
	'unknownCommand',
	'tooMany',
	'badOption',
	'badArgument',
];
const CHOICES: readonly Name[] = ['choices'];
const SIMILAR: readonly Name[] = ['similarMany', 'similar'];

/** The parameters of an English text, where it is the one of this name. */
function parametersOf(name: Name, text: string): readonly string[] | undefined {
	const sentence: (...parameters: string[]) => string = english[name];
	const sample = sentence(...Array.from({ length: sentence.length }, () => PLACE));
	const escaped = sample.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
	return new RegExp(`^${escaped.replaceAll(PLACE, '([\\s\\S]*)')}$`).exec(text)?.slice(1);
}

/** A text in the other language, where it is one of these names; else as it is. */
function inWords(text: string, names: readonly Name[], words: Misuse): string {
	for (const name of names) {
		const parameters = parametersOf(name, text);
		if (parameters === undefined) continue;
		const sentence: (...parameters: readonly string[]) => string = words[name];
		// Why a value is wrong may itself be a sentence of commander's.
		return sentence(...parameters.map((one) => inWords(one, CHOICES, words)));
	}
	return text;
}

/** An error of commander's in another language: the fault, and in a line of its own what may have been meant. */
export function misuseIn(text: string, words: Misuse): string {
	const [, fault = '', meant] = /^([\s\S]*?)(?:\n(\(Did you mean [^\n]*))?\n?$/.exec(text) ?? [];
	const lines = [inWords(fault, FAULTS, words), ...(meant === undefined ? [] : [inWords(meant, SIMILAR, words)])];
	return `${lines.join('\n')}\n`;
}
