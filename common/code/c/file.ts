import { wrapped } from '../../words/locale/wrapped.ts';
import type { CodeWords } from '../description/emitter.ts';
import { Omissions } from '../description/omissions.ts';
import type { CodeProgram } from '../description/program.ts';
import { omittedLines, titleOf } from '../text/header.ts';
import { indented, spaced } from '../text/lines.ts';

const STEP = '    ';
const COMMENT_CELLS = 84;

/** A statement with a block in braces. */
export function block(head: string, ...body: readonly (string | readonly string[])[]): string[] {
	return [`${head} {`, ...indented(body.flat(), STEP), '}'];
}

/** A comment of as many lines as it needs. */
export function comment(text: string): string[] {
	const lines = wrapped(text.replaceAll('*/', '* /'), COMMENT_CELLS).split('\n');
	const last = lines.length - 1;
	return lines.map((line, at) => `${at === 0 ? '/*' : ' *'} ${line}${at === last ? ' */' : ''}`);
}

/** A C program while it is written. */
export class CFile {
	readonly program: CodeProgram;
	readonly words: CodeWords;
	readonly omissions = new Omissions();
	readonly #includes = new Set(['stdio.h', 'stdlib.h']);
	readonly #definitions: string[] = [];
	readonly #functions = new Map<string, readonly string[]>();

	constructor(program: CodeProgram, words: CodeWords) {
		this.program = program;
		this.words = words;
		this.omissions.addAll(program.omitted);
	}

	include(...names: readonly string[]): void {
		for (const name of names) this.#includes.add(name);
	}

	/** Lines before the functions. */
	top(...lines: readonly string[]): void {
		this.#definitions.push(...lines);
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
		return comment(this.words.comments[key]);
	}

	text(main: readonly string[]): string {
		const title = [titleOf(this.program, this.words), ...omittedLines(this.omissions.list(), this.words)];
		const head = ['/*', ...title.map((line) => ` * ${line.replaceAll('*/', '* /')}`), ' */'];
		const features = ['#define _GNU_SOURCE'];
		const includes = [...this.#includes].sort().map((name) => `#include <${name}>`);
		const parts = [head, features, includes, this.#definitions, ...this.#functions.values(), main];
		return `${spaced(parts, 1).join('\n')}\n`;
	}
}
