import type { CodeWords } from '../description/emitter.ts';
import { Omissions } from '../description/omissions.ts';
import type { CodeProgram } from '../description/program.ts';
import { omittedLines, titleOf } from '../text/header.ts';
import { comment, indented, spaced } from '../text/lines.ts';

/** A statement with a block in braces. */
export function block(head: string, ...body: readonly (string | readonly string[])[]): string[] {
	return [`${head} {`, ...indented(body.flat(), '  '), '}'];
}

/** A program for Node while it is written. */
export class NodeFile {
	readonly program: CodeProgram;
	readonly words: CodeWords;
	readonly omissions = new Omissions();
	readonly #imports = new Map<string, Set<string>>();
	readonly #constants: string[] = [];
	readonly #names = new Set<string>();
	readonly #functions = new Map<string, readonly string[]>();

	constructor(program: CodeProgram, words: CodeWords) {
		this.program = program;
		this.words = words;
		this.omissions.addAll(program.omitted);
	}

	import(module: string, ...names: readonly string[]): void {
		const all = this.#imports.get(module) ?? new Set();
		for (const name of names) all.add(name);
		this.#imports.set(module, all);
	}

	/** Defines a constant, whose value may go over lines; returns its name, numbered where it is taken. */
	constant(wanted: string, [first = '', ...lines]: readonly string[]): string {
		let name = wanted;
		for (let number = 2; this.#names.has(name); number += 1) name = `${wanted}_${number}`;
		this.#names.add(name);
		this.#constants.push(`const ${name} =${first === '' ? '' : ` ${first}`}`, ...lines);
		const last = this.#constants.length - 1;
		this.#constants[last] = `${this.#constants[last] ?? ''};`;
		return name;
	}

	/** A comment in front of the next constant. */
	constantNote(key: keyof CodeWords['comments']): void {
		this.#constants.push(...this.note(key));
	}

	/** Whether there is a function with this name. */
	has(name: string): boolean {
		return this.#functions.has(name);
	}

	/** Adds a function once, under its name. */
	define(name: string, lines: readonly string[]): void {
		this.#functions.set(name, lines);
	}

	/** A comment for a place in the program. */
	note(key: keyof CodeWords['comments']): string[] {
		return comment('//', this.words.comments[key]);
	}

	/** The whole program; `main` is what it does at last. */
	text(main: readonly string[]): string {
		const title = [titleOf(this.program, this.words), ...omittedLines(this.omissions.list(), this.words)];
		const imports = [...this.#imports]
			.map(([module, names]) => `import { ${[...names].sort().join(', ')} } from '${module}';`)
			.sort((a, b) => (a.split("'")[1] ?? '').localeCompare(b.split("'")[1] ?? ''));
		const head = title.flatMap((line) => comment('//', line));
		return `${spaced([head, imports, this.#constants, ...this.#functions.values(), main], 1).join('\n')}\n`;
	}
}
