import type { CodeWords } from '../description/emitter.ts';
import { type PortedScript, withoutScript } from '../description/ported.ts';
import type { CodeProgram } from '../description/program.ts';
import { indented, spaced } from '../text/lines.ts';
import { ProgramFile } from '../text/program-file.ts';
import type { PythonIo } from './io.ts';

const STEP = '    ';

/** A statement with a block under it. */
export function block(head: string, ...body: readonly (string | readonly string[])[]): string[] {
	return [head, ...indented(body.flat(), STEP)];
}

/** A Python program while it is written. */
export class PythonFile extends ProgramFile {
	protected readonly mark = '#';
	/** How it reads and waits. */
	readonly io: PythonIo;
	/** The script that its handlers stand for. */
	readonly script: PortedScript | undefined;
	readonly #imports = new Set<string>();
	readonly #from = new Map<string, Set<string>>();

	constructor(program: CodeProgram, words: CodeWords, io: PythonIo, script?: PortedScript) {
		super(script === undefined ? program : withoutScript(program), words);
		this.io = io;
		this.script = script;
	}

	import(...names: readonly string[]): void {
		for (const name of names) this.#imports.add(name);
	}

	from(module: string, name: string): void {
		this.#from.set(module, (this.#from.get(module) ?? new Set()).add(name));
	}

	protected definition(name: string, [first = '', ...lines]: readonly string[]): string[] {
		return [`${name} = ${first}`, ...lines];
	}

	/** The documentation of a function. */
	doc(key: keyof CodeWords['comments']): string {
		return `"""${this.words.comments[key]}"""`;
	}

	/** The whole program; `main` is the body of its main function. */
	text(main: readonly string[]): string {
		const [first = '', ...lacks] = this.title();
		const title = first.replaceAll('\\', '\\\\').replaceAll('"', "'");
		const head = lacks.length === 0 ? [`"""${title}"""`] : [`"""${title}`, '', ...lacks.map(escaped), '"""'];
		const body = [...this.constants, ...this.functions.flat(), ...main].join('\n');
		const imports = [
			...[...this.#imports].filter((name) => body.includes(`${name}.`)).map((name) => `import ${name}`),
			...[...this.#from].map(([module, names]) => `from ${module} import ${[...names].sort().join(', ')}`),
		].sort((a, b) => (a.split(' ')[1] ?? '').localeCompare(b.split(' ')[1] ?? ''));
		const start = block(
			"if __name__ == '__main__':",
			block('try:', this.io.module === 'asyncio' ? 'asyncio.run(main())' : 'main()'),
			block('except KeyboardInterrupt:', `pass  # ${this.words.comments.interrupt}`),
		);
		const top = spaced([head, imports, this.constants], 1);
		return `${spaced([top, ...this.functions, block(`${this.io.def} main():`, main), start], 2).join('\n')}\n`;
	}
}

/** Text inside a documentation string. */
function escaped(text: string): string {
	return text.replaceAll('\\', '\\\\').replaceAll('"""', "'''");
}
