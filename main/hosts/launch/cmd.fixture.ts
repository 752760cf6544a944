import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What cmd.exe sees of a Windows machine; its folders are ones of this machine. */
export interface Windows {
	/** The folder in which commands run. */
	readonly folder: string;
	/** Folders that are searched for commands, in order. */
	readonly path: readonly string[];
	readonly variables: Readonly<Record<string, string>>;
}

interface Batch {
	/** Its folder. */
	readonly folder: string;
	/** The text behind its name on the command line. */
	readonly args: string;
}

/**
 * Replaces `%NAME%`, and in a batch file `%*`, `%~dp0` and `%%`: before anything else is read, and only once. An unknown
 * variable stays on a command line, and is removed from a batch file.
 */
function expand(line: string, { variables }: Windows, batch?: Batch): string {
	if (batch === undefined) return line.replace(/%([^%]+)%/g, (text, name: string) => variables[name] ?? text);
	return line.replace(/%%|%\*|%~dp0|%([^%*~]+)%|%/g, (text, name?: string) => {
		if (text === '%%') return '%';
		if (text === '%*') return batch.args;
		if (text === '%~dp0') return `${batch.folder}\\`;
		return name === undefined ? '' : (variables[name] ?? '');
	});
}

/** Reads a line: `^` before a character outside quotes makes it literal, and `& | < >` there are operators. */
function parse(line: string): string {
	let text = '';
	let quoted = false;
	for (let at = 0; at < line.length; at += 1) {
		const char = line.charAt(at);
		if (char === '"') quoted = !quoted;
		if (!quoted && char === '^') {
			at += 1;
			text += line.charAt(at);
		} else if (!quoted && /[&|<>]/.test(char)) throw new Error(`cmd.exe reads ${char} as an operator in: ${line}`);
		else text += char;
	}
	return text;
}

/** A command and the text behind it. */
function split(text: string): { command: string; rest: string } {
	const [whole, quoted, plain] = /^\s*(?:"([^"]*)"|(\S+))/.exec(text) ?? [''];
	return { command: quoted ?? plain ?? '', rest: text.slice(whole.length) };
}

const onThisMachine = (path: string): string => path.replaceAll('\\', '/');

/** The program that a command names: `.exe` before `.cmd` in each folder, the current one first. */
function find(command: string, { folder, path }: Windows): string {
	if (/[\\/]/.test(command)) return onThisMachine(command);
	for (const each of [folder, ...path]) {
		for (const ending of ['.exe', '.cmd']) {
			const file = join(onThisMachine(each), `${command}${ending}`);
			if (existsSync(file)) return file;
		}
	}
	throw new Error(`cmd.exe finds no ${command}.`);
}

/** The settings of `set "NAME=VALUE"` lines of a batch file, and its line that runs something with its arguments. */
function readBatch(file: string, windows: Windows, batch: Batch): { windows: Windows; line: string } {
	let { path } = windows;
	for (const raw of readFileSync(file, 'utf8').split(/\r?\n/)) {
		const line = raw.replace(/^@/, '').trim();
		if (/^rem\b/i.test(line)) continue;
		const [, prepended] = /^set "PATH=([^;]*);%PATH%"$/i.exec(line) ?? [];
		if (prepended !== undefined) path = [expand(prepended, windows, batch), ...path];
		else if (line.includes('%*'))
			return { windows: { ...windows, path }, line: line.replace(/^.*\btitle %COMSPEC% & /, '') };
	}
	throw new Error(`${file} passes on no arguments.`);
}

/**
 * The command line that reaches a program when cmd.exe runs `line`, through batch files, which it reads again with their
 * arguments in place of `%*`. By the rules that Microsoft documents for cmd, `cmd /?` and "Command shell overview"; no
 * delayed expansion. Throws where a character of an argument would be an operator.
 */
export function commandLine(line: string, windows: Windows, batch?: Batch): string {
	const text = parse(expand(line, windows, batch));
	const { command, rest } = split(text);
	const file = find(command, windows);
	if (!file.endsWith('.cmd')) return text;
	const inner: Batch = { folder: join(file, '..'), args: rest.trimStart() };
	const found = readBatch(file, windows, inner);
	return commandLine(found.line, found.windows, inner);
}

/**
 * A program's arguments, as the C runtime of Windows reads them from its command line ("Parsing C command-line
 * arguments" of Microsoft), without its own name.
 */
export function argumentsIn(text: string): string[] {
	const { rest } = split(text);
	const found: string[] = [];
	let current: string | undefined;
	let quoted = false;
	for (let at = 0; at < rest.length; at += 1) {
		const char = rest.charAt(at);
		if (!quoted && /[ \t]/.test(char)) {
			if (current !== undefined) found.push(current);
			current = undefined;
			continue;
		}
		const slashes = /^\\*/.exec(rest.slice(at))?.[0].length ?? 0;
		const beforeQuote = rest.charAt(at + slashes) === '"';
		if (slashes > 0) {
			const literal = beforeQuote && slashes % 2 === 1;
			current = `${current ?? ''}${'\\'.repeat(beforeQuote ? Math.floor(slashes / 2) : slashes)}${literal ? '"' : ''}`;
			at += slashes - 1 + (literal ? 1 : 0);
		} else if (char === '"') {
			current ??= '';
			if (quoted && rest.charAt(at + 1) === '"') {
				current += '"';
				at += 1;
			} else quoted = !quoted;
		} else current = `${current ?? ''}${char}`;
	}
	if (current !== undefined) found.push(current);
	return found;
}
