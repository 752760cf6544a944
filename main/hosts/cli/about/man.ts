import { man } from '../../../../common/words/en/cli/man.ts';
import { cellsOf } from '../../../../common/words/locale/cells.ts';
import { partsOf } from '../../../../common/words/locale/wrapped.ts';
import { exitCodeTable } from '../terminal/exit-codes.ts';
import { spoken } from '../terminal/language.ts';
import { type CommandOutline, everyCommand, type OptionOutline } from './outline.ts';

/** Most characters of a line of the source. */
const WIDTH = 78;

const words = () => spoken('man', man);

/** A text as roff: with the hyphens of options, and in ASCII, which every formatter reads. Chinese can be broken between its parts. */
function roff(text: string): string {
	return partsOf(text)
		.map((part, at, all) => (isBreak(all[at - 1], part) ? `\\:${escaped(part)}` : escaped(part)))
		.join('');
}

/** Whether a line may be broken between two parts that no space separates. */
function isBreak(before: string | undefined, part: string): boolean {
	const [end, start] = [before?.at(-1) ?? ' ', part[0] ?? ' '];
	return end.trim() !== '' && start.trim() !== '' && (cellsOf(end) > 1 || cellsOf(start) > 1);
}

function escaped(text: string): string {
	return text
		.replaceAll('\\', '\\e')
		.replaceAll('-', '\\-')
		.replaceAll('’', "'")
		.replaceAll(/[^\0-\x7f]/gu, (sign) => `\\[u${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`);
}

/** A paragraph in lines, none of which is read as a request. */
function paragraph(text: string): string[] {
	const lines: string[] = [];
	for (const word of roff(text).split(/\s+/)) {
		const last = lines.at(-1);
		if (last === undefined || last.length + 1 + word.length > WIDTH) lines.push(word.replace(/^[.']/, '\\&$&'));
		else lines[lines.length - 1] = `${last} ${word}`;
	}
	return lines;
}

const bold = (text: string) => `\\fB${roff(text)}\\fR`;

function item(head: string, text: string): string[] {
	return ['.TP', head, ...paragraph(text)];
}

const optionItem = ({ flags, details }: OptionOutline) => item(bold(flags), details);

function section({ words, description, arguments: args, options }: CommandOutline): string[] {
	const usage = args.map(({ form }) => form);
	return [
		`.SS ${bold(words.join(' '))}`,
		`.B ${roff(['wirebench', ...words].join(' '))}`,
		roff(['[options]', ...usage].join(' ')),
		'.PP',
		...paragraph(description),
		...args
			.filter(({ description: text }) => text !== '')
			.flatMap(({ form, description: text }) => item(`\\fI${roff(form)}\\fR`, text)),
		...options.flatMap(optionItem),
	];
}

/** The man page, wirebench(1), from the texts of the help. */
export function manPage(program: CommandOutline, version: string): string {
	const texts = words();
	const commands = everyCommand(program).filter(({ words, commands: below }) => words.length > 0 && below.length === 0);
	return [
		'.\\" Written by "npm run docs" from the texts of the help.',
		`.TH WIREBENCH 1 "" "Wirebench ${version}" "${roff(texts.manual)}"`,
		`.SH ${roff(texts.name)}`,
		`wirebench \\- ${roff(texts.purpose)}`,
		`.SH ${roff(texts.synopsis)}`,
		'.B wirebench',
		roff('COMMAND [options] [arguments]'),
		`.SH ${roff(texts.description)}`,
		...paragraph(program.description),
		`.SH ${roff(texts.options)}`,
		...program.options.flatMap(optionItem),
		`.SH ${roff(texts.commands)}`,
		...commands.flatMap(section),
		`.SH ${roff(texts.exitStatus)}`,
		...exitCodeTable().flatMap(({ code, meaning, of }) => {
			const single = Object.entries(of).map(([command, text]) => texts.single(command, text));
			return item(`.B ${code}`, [texts.meaning(meaning), ...single].join(' '));
		}),
		`.SH ${roff(texts.environment)}`,
		...item(bold('WIREBENCH_DATA'), texts.dataFolder),
		`.SH ${roff(texts.files)}`,
		...item('.I NAME.wirebench.json', texts.workspace),
		'',
	].join('\n');
}
