import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import {
	type CodeProgram,
	type CodeStyle,
	codeLanguages,
	type Emitted,
	programOfConfig,
	stylesOf,
} from '../../../common/code/index.ts';
import { type EndpointConfigInput, endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { code } from '../../../common/words/en/as-code/code.ts';

const SAMPLE = fileURLToPath(new URL('../../../assets/packed/samples/test.jpg', import.meta.url));

/** A language and one of its styles. */
export interface Way {
	readonly language: string;
	readonly style: CodeStyle;
}

/** The languages and styles of programs that stay in the foreground and print where they listen. */
export const ways: readonly Way[] = codeLanguages
	.filter(({ id }) => id !== 'shell')
	.flatMap((language) => stylesOf(language).map((style) => ({ language: language.id, style })));

/** The commands that make a program of a file, by language. */
const COMPILERS: Readonly<Record<string, readonly [command: string, ...options: string[]]>> = {
	c: ['cc', '-Wall', '-Wextra', '-Werror', '-o', 'program'],
	// Without tables for debuggers, linking costs two thirds.
	go: ['go', 'build', '-ldflags=-s -w', '-o', 'program'],
};

const absent = new Map(
	Object.entries(COMPILERS)
		.filter(([, [command]]) => spawnSync(command, ['version']).error !== undefined)
		.map(([language, [command]]) => [language, `${command} is not installed`]),
);

/** Why programs in a language are not run here; undefined where they are. */
export function noCompiler({ language }: Way): string | undefined {
	return absent.get(language);
}

/** The command that runs a program in a folder; it is compiled first where its language has a compiler. */
function commandOf(folder: string, file: string, way: Way): string {
	const compiler = COMPILERS[way.language];
	if (compiler === undefined) return codeLanguages.find(({ id }) => id === way.language)?.run(file) ?? '';
	const [command, ...options] = compiler;
	const { status, stderr } = spawnSync(command, [...options, file], { cwd: folder });
	if (status !== 0) throw new Error(String(stderr));
	return './program';
}

/** A generated program that runs until its test ends. */
export interface RunningProgram {
	readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
	/** What it has printed so far, and its errors. */
	output(): string;
	/** Resolves once its output matches. */
	printed(wanted: RegExp): Promise<RegExpExecArray>;
	exit(): Promise<number | null>;
}

function emitted(program: CodeProgram | undefined, { language, style }: Way): Emitted | undefined {
	const emit = codeLanguages.find(({ id }) => id === language)?.styles[style];
	return program && emit?.(program, code);
}

/** Whether a way can write the program for a config. */
export function isWritten(config: EndpointConfigInput, way: Way): boolean {
	return emitted(programOfConfig(endpointConfigSchema.parse(config)), way) !== undefined;
}

/** The text of a program. */
export function writtenProgram(program: CodeProgram | undefined, way: Way): string {
	const made = emitted(program, way);
	const { language, style } = way;
	if (made === undefined) throw new Error(`No ${style} program in ${language}.`);
	return made.text;
}

/** The text of the program for a config. */
export function writtenConfig(config: EndpointConfigInput, way: Way): string {
	return writtenProgram(programOfConfig(endpointConfigSchema.parse(config)), way);
}

/** Runs the program for a config. */
export function runProgram(config: EndpointConfigInput, way: Way): RunningProgram {
	return runText(writtenConfig(config, way), way);
}

/** Ends a process and those that it has started; it may have ended itself. */
function endGroup(leader: number | undefined): void {
	if (leader === undefined) return;
	try {
		process.kill(-leader, 'SIGKILL');
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
	}
}

/** Writes a program beside a sample file, and runs it. */
export function runText(text: string, way: Way): RunningProgram {
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-code-'));
	copyFileSync(SAMPLE, join(folder, 'test.jpg'));
	const language = codeLanguages.find(({ id }) => id === way.language);
	const file = `program.${language?.extension ?? ''}`;
	writeFileSync(join(folder, file), text);
	const child = spawn('sh', ['-c', `exec ${commandOf(folder, file, way)}`], {
		cwd: folder,
		stdio: ['pipe', 'pipe', 'pipe'],
		// A group of its own, so that what a shell has started ends with it.
		detached: true,
	});
	const closed = once(child, 'close');
	let printed = '';
	const heard = new Set<() => void>();
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('latin1').on('data', (part: string) => {
			printed += part;
			for (const look of heard) look();
		});
	}
	onTestFinished(async () => {
		endGroup(child.pid);
		await closed;
		rmSync(folder, { recursive: true });
	});
	return {
		child,
		output: () => printed,
		printed: (wanted) =>
			new Promise((resolve, reject) => {
				const look = (): void => {
					const found = wanted.exec(printed);
					if (found !== null) resolve(found);
				};
				heard.add(look);
				child.once('close', () => reject(new Error(`The program ended: ${printed}`)));
				look();
			}),
		async exit() {
			await closed;
			return child.exitCode;
		},
	};
}
