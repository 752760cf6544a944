import type { CodeWords } from '../description/emitter.ts';
import { Omissions } from '../description/omissions.ts';
import type { CodeProgram } from '../description/program.ts';
import { omittedLines, titleOf } from '../text/header.ts';
import { comment, indented, spaced } from '../text/lines.ts';
import type { PythonIo } from './io.ts';

const STEP = '    ';

/** A statement with a block under it. */
export function block(head: string, ...body: readonly (string | readonly string[])[]): string[] {
	return [head, ...indented(body.flat(), STEP)];
}

/** A Python program while it is written. */
export class PythonFile {
	readonly program: CodeProgram;
	readonly words: CodeWords;
	/** How it reads and waits. */
	readonly io: PythonIo;
	readonly omissions = new Omissions();
	readonly #imports = new Set<string>();
	readonly #from = new Map<string, Set<string>>();
	readonly #constants: string[] = [];
	readonly #names = new Set<string>();
	readonly #functions = new Map<string, readonly string[]>();

	constructor(program: CodeProgram, words: CodeWords, io: PythonIo) {
		this.program = program;
		this.words = words;
		this.io = io;
		this.omissions.addAll(program.omitted);
	}

	import(...names: readonly string[]): void {
		for (const name of names) this.#imports.add(name);
	}

	from(module: string, name: string): void {
		this.#from.set(module, (this.#from.get(module) ?? new Set()).add(name));
	}

	/** Defines a constant, whose value may go over lines; returns its name, numbered where it is taken. */
	constant(wanted: string, [first = '', ...lines]: readonly string[]): string {
		let name = wanted;
		for (let number = 2; this.#names.has(name); number += 1) name = `${wanted}_${number}`;
		this.#names.add(name);
		this.#constants.push(`${name} = ${first}`, ...lines);
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
		return comment('#', this.words.comments[key]);
	}

	/** The documentation of a function. */
	doc(key: keyof CodeWords['comments']): string {
		return `"""${this.words.comments[key]}"""`;
	}

	/** The whole program; `main` is the body of its main function. */
	text(main: readonly string[]): string {
		const lacks = omittedLines(this.omissions.list(), this.words);
		const title = titleOf(this.program, this.words).replaceAll('\\', '\\\\').replaceAll('"', "'");
		const head = lacks.length === 0 ? [`"""${title}"""`] : [`"""${title}`, '', ...lacks.map(escaped), '"""'];
		const functions = [...this.#functions.values()];
		const body = [...this.#constants, ...functions.flat(), ...main].join('\n');
		const imports = [
			...[...this.#imports].filter((name) => body.includes(`${name}.`)).map((name) => `import ${name}`),
			...[...this.#from].map(([module, names]) => `from ${module} import ${[...names].sort().join(', ')}`),
		].sort((a, b) => (a.split(' ')[1] ?? '').localeCompare(b.split(' ')[1] ?? ''));
		const start = block(
			"if __name__ == '__main__':",
			block('try:', this.io.module === 'asyncio' ? 'asyncio.run(main())' : 'main()'),
			block('except KeyboardInterrupt:', `pass  # ${this.words.comments.interrupt}`),
		);
		const top = spaced([head, imports, this.#constants], 1);
		return `${spaced([top, ...functions, block(`${this.io.def} main():`, main), start], 2).join('\n')}\n`;
	}
}

/** Text inside a documentation string. */
function escaped(text: string): string {
	return text.replaceAll('\\', '\\\\').replaceAll('"""', "'''");
}
