import type { CodeWords } from '../description/emitter.ts';
import { type PortedScript, withoutScript } from '../description/ported.ts';
import type { CodeProgram } from '../description/program.ts';
import { indented, spaced } from '../text/lines.ts';
import { ProgramFile } from '../text/program-file.ts';

/** A statement with a block in braces. */
export function block(head: string, ...body: readonly (string | readonly string[])[]): string[] {
	return [`${head} {`, ...indented(body.flat(), '\t'), '}'];
}

/** A statement whose error ends the function. */
export function checked(call: string): string[] {
	return block(`if ${call}; err != nil`, 'return err');
}

/** A Go program while it is written, as gofmt formats it. */
export class GoFile extends ProgramFile {
	protected readonly mark = '//';
	/** The script that its handlers stand for. */
	readonly script: PortedScript | undefined;
	readonly #imports = new Set<string>();

	constructor(program: CodeProgram, words: CodeWords, script?: PortedScript) {
		super(script === undefined ? program : withoutScript(program), words);
		this.script = script;
	}

	import(...packages: readonly string[]): void {
		for (const one of packages) this.#imports.add(one);
	}

	/** A constant where Go has one: a text or a number. */
	protected definition(name: string, [first = '', ...lines]: readonly string[]): string[] {
		return [`${/^["`\d]/.test(first) ? 'const' : 'var'} ${name} = ${first}`, ...lines];
	}

	protected override numbered(name: string, number: number): string {
		return `${name}${number}`;
	}

	/** The whole program; `main` is the body of its main function. */
	text(main: readonly string[]): string {
		const head = this.title().flatMap((line) => this.comment(line));
		const imports = [...this.#imports].sort().map((one) => `\t"${one}"`);
		const constants = this.constants.flatMap((line) => (/^(?:const|var) /.test(line) ? ['', line] : [line])).slice(1);
		const parts = [head, ['package main'], ['import (', ...imports, ')'], constants];
		return `${spaced([...parts, ...this.functions, block('func main()', main)], 1).join('\n')}\n`;
	}
}
