import type { CodeWords } from '../description/emitter.ts';
import { Omissions } from '../description/omissions.ts';
import type { CodeProgram } from '../description/program.ts';
import { omittedLines, scriptLines, titleOf } from './header.ts';
import { comment } from './lines.ts';

/** A program while it is written: what its parts define in front of its main lines, and what it leaves out. */
export abstract class ProgramFile {
	readonly program: CodeProgram;
	readonly words: CodeWords;
	readonly omissions = new Omissions();
	readonly #constants: string[] = [];
	readonly #names = new Set<string>();
	readonly #functions = new Map<string, readonly string[]>();

	constructor(program: CodeProgram, words: CodeWords) {
		this.program = program;
		this.words = words;
		this.omissions.addAll(program.omitted);
	}

	/** The lines that define a constant. */
	protected abstract definition(name: string, value: readonly string[]): readonly string[];

	/** What begins a comment of one line. */
	protected abstract readonly mark: string;

	/** Defines a constant, whose value may go over lines; returns its name, numbered where it is taken. */
	constant(wanted: string, value: readonly string[]): string {
		let name = wanted;
		for (let number = 2; this.#names.has(name); number += 1) name = this.numbered(wanted, number);
		this.#names.add(name);
		this.#constants.push(...this.definition(name, value));
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

	/** Adds a function once, under its name, behind those that it calls. */
	define(name: string, lines: readonly string[]): void {
		if (!this.has(name)) this.#functions.set(name, lines);
	}

	/** A comment for a place in the program. */
	note(key: keyof CodeWords['comments']): string[] {
		return this.comment(this.words.comments[key]);
	}

	comment(text: string): string[] {
		return comment(this.mark, text);
	}

	/** The name of another constant like it. */
	protected numbered(name: string, number: number): string {
		return `${name}_${number}`;
	}

	/** What the program is, and what it lacks. */
	protected title(): string[] {
		const omitted = omittedLines(this.omissions.list(), this.words);
		return [titleOf(this.program, this.words), ...omitted, ...scriptLines(this.program)];
	}

	protected get constants(): readonly string[] {
		return this.#constants;
	}

	protected get functions(): readonly (readonly string[])[] {
		return [...this.#functions.values()];
	}
}
