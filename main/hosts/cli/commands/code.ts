import { type Command, Option } from 'commander';
import {
	type CodeLanguage,
	type CodeProgram,
	type CodeStyle,
	codeLanguages,
	type Emitted,
	isCodeStyle,
	stylesOf,
} from '../../../../common/code/index.ts';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { code } from '../../../../common/words/en/as-code/code.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { coding } from '../../../../common/words/en/cli/programs/coding.ts';
import { writeTextFile } from '../output/text-file.ts';
import { connectionNumber } from '../recording/recorded.ts';
import { stdout } from '../terminal/console.ts';
import { LANGUAGE_FLAG, spoken } from '../terminal/language.ts';
import { type CodeSubject, programNamed } from './code-subject.ts';

const words = () => spoken('coding', coding);
const printingWords = () => spoken('printing', printing);

interface CodeOptions extends CodeSubject {
	readonly language: string;
	readonly style?: string;
	readonly output: string;
	readonly force?: boolean;
}

/** The language on the command line, and the styles to try: the chosen one, or all. */
function chosenStyles({ language: id, style }: CodeOptions): { language: CodeLanguage; styles: readonly CodeStyle[] } {
	const language = codeLanguages.find((one) => one.id === id);
	if (language === undefined) throw new TypeError(`${id} is no choice of the option.`);
	const all = stylesOf(language);
	if (style === undefined) return { language, styles: all };
	if (isCodeStyle(style) && all.includes(style)) return { language, styles: [style] };
	throw new WirebenchError('bad-input', words().noStyle(language.name, style, all.join(', ')));
}

/** The program in the first of the styles that can write it. */
function written(program: CodeProgram, options: CodeOptions): Emitted {
	const { language, styles } = chosenStyles(options);
	for (const style of styles) {
		const made = language.styles[style]?.(program, spoken('code', code));
		if (made !== undefined) return made;
	}
	throw new WirebenchError('unavailable', words().cannot(language.name, styles.join(', ')));
}

async function write(what: string, options: CodeOptions): Promise<void> {
	chosenStyles(options);
	const { text } = written(await programNamed(what, options), options);
	if (options.output === '-') stdout().bytes(Buffer.from(text));
	else await writeTextFile(options.output, text, { replace: options.force ?? false });
}

/** The styles of each language, for people. */
function styleList(): string {
	return codeLanguages.map((language) => `${language.id}: ${stylesOf(language).join(', ')}`).join('; ');
}

export function addCode(program: Command): void {
	program
		.command('code')
		.summary(words().summary)
		.description(words().description)
		.argument('<what>', words().what)
		.addOption(
			new Option(`${LANGUAGE_FLAG} <name>`, words().language)
				.choices(codeLanguages.map(({ id }) => id))
				.default('python'),
		)
		.option('--style <name>', words().style(styleList()))
		.option('--endpoint <name>', words().endpoint)
		.option('--payload <name>', words().payload)
		.option('--test <name>', words().test)
		.option('--to <address>', words().to, 'tcp://127.0.0.1:9000')
		.option('--connection <n>', words().connection, connectionNumber)
		.option('-o, --output <file>', printingWords().output, '-')
		.option('--force', printingWords().force)
		.action(write);
	// Otherwise the program's own option of this name, which is for the help, would take the value.
	program.enablePositionalOptions();
}
