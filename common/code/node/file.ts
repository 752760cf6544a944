import type { CodeWords } from '../description/emitter.ts';
import { withoutScript } from '../description/ported.ts';
import type { CodeProgram } from '../description/program.ts';
import { indented, spaced } from '../text/lines.ts';
import { ProgramFile } from '../text/program-file.ts';

/** A statement with a block in braces. */
export function block(head: string, ...body: readonly (string | readonly string[])[]): string[] {
	return [`${head} {`, ...indented(body.flat(), '  '), '}'];
}

/** A block with another end. */
export function closed(end: string, lines: readonly string[]): string[] {
	return [...lines.slice(0, -1), end];
}

/** A program for Node while it is written. */
export class NodeFile extends ProgramFile {
	protected readonly mark = '//';
	readonly #imports = new Map<string, Set<string>>();
	/** The script that the program runs; undefined where none answers, or it is only quoted. */
	readonly script: string | undefined;

	constructor(program: CodeProgram, words: CodeWords, script: string | undefined) {
		super(script === undefined ? program : withoutScript(program), words);
		this.script = script;
	}

	import(module: string, ...names: readonly string[]): void {
		const all = this.#imports.get(module) ?? new Set();
		for (const name of names) all.add(name);
		this.#imports.set(module, all);
	}

	protected definition(name: string, [first = '', ...lines]: readonly string[]): string[] {
		const all = [`const ${name} =${first === '' ? '' : ` ${first}`}`, ...lines];
		return [...all.slice(0, -1), `${all.at(-1) ?? ''};`];
	}

	/** The whole program; `main` is what it does at last. */
	text(main: readonly string[]): string {
		const imports = [...this.#imports]
			.map(([module, names]) => `import { ${[...names].sort().join(', ')} } from '${module}';`)
			.sort((a, b) => (a.split("'")[1] ?? '').localeCompare(b.split("'")[1] ?? ''));
		const head = this.title().flatMap((line) => this.comment(line));
		return `${spaced([head, imports, this.constants, ...this.functions, main], 1).join('\n')}\n`;
	}
}
