import { exitCodeTable } from '../terminal/exit-codes.ts';
import { type CommandOutline, everyCommand, type OptionOutline } from './outline.ts';

/** Most characters of a line of the source. */
const WIDTH = 78;

/** A text as roff: with the hyphens of options, and in ASCII, which every formatter reads. */
function roff(text: string): string {
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
	const commands = everyCommand(program).filter(({ words, commands: below }) => words.length > 0 && below.length === 0);
	return [
		'.\\" Written by "npm run docs" from the texts of the help.',
		`.TH WIREBENCH 1 "" "Wirebench ${version}" "User Commands"`,
		'.SH NAME',
		'wirebench \\- a socket workbench: servers, clients, proxies, captures',
		'.SH SYNOPSIS',
		'.B wirebench',
		roff('COMMAND [options] [arguments]'),
		'.SH DESCRIPTION',
		...paragraph(program.description),
		'.SH OPTIONS',
		...program.options.flatMap(optionItem),
		'.SH COMMANDS',
		...commands.flatMap(section),
		'.SH EXIT STATUS',
		...exitCodeTable().flatMap(({ code, meaning, of }) => {
			const single = Object.entries(of).map(([command, text]) => `${command}: ${text}.`);
			return item(`.B ${code}`, [`${meaning}.`, ...single].join(' '));
		}),
		'.SH ENVIRONMENT',
		...item(bold('WIREBENCH_DATA'), 'The folder of settings, captures, the workspace and the certificate authority.'),
		'.SH FILES',
		...item('.I NAME.wirebench.json', 'A workspace: see "wirebench workspace" and "wirebench run".'),
		'',
	].join('\n');
}
