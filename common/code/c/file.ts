import { wrapped } from '../../words/locale/wrapped.ts';
import type { CodeStyle, CodeWords } from '../description/emitter.ts';
import { type PortedScript, withoutScript } from '../description/ported.ts';
import type { CodeProgram } from '../description/program.ts';
import { COMMENT_CELLS, indented, spaced } from '../text/lines.ts';
import { ProgramFile } from '../text/program-file.ts';

const STEP = '    ';

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
export class CFile extends ProgramFile {
	protected readonly mark = '//';
	readonly style: Extract<CodeStyle, 'blocking' | 'threads'>;
	/** The script that its functions stand for. */
	readonly script: PortedScript | undefined;
	readonly #includes = new Set(['stdio.h', 'stdlib.h']);
	readonly #definitions: string[] = [];

	constructor(program: CodeProgram, words: CodeWords, style: CFile['style'], script?: PortedScript) {
		super(script === undefined ? program : withoutScript(program), words);
		this.style = style;
		this.script = script;
	}

	include(...names: readonly string[]): void {
		for (const name of names) this.#includes.add(name);
	}

	/** Lines before the functions. */
	top(...lines: readonly string[]): void {
		this.#definitions.push(...lines);
	}

	protected definition(name: string, value: readonly string[]): string[] {
		return [`#define ${name} ${value.join(' ')}`];
	}

	override comment(text: string): string[] {
		return comment(text);
	}

	text(main: readonly string[]): string {
		const head = ['/*', ...this.title().map((line) => ` * ${line.replaceAll('*/', '* /')}`), ' */'];
		const features = ['#define _GNU_SOURCE'];
		const includes = [...this.#includes].sort().map((name) => `#include <${name}>`);
		const parts = [head, features, includes, this.constants, this.#definitions, ...this.functions, main];
		return `${spaced(parts, 1).join('\n')}\n`;
	}
}
