import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type CodeStyle, codeLanguages, programOfConfig } from '../../../common/code/index.ts';
import { type EndpointConfigInput, endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { code } from '../../../common/words/en/as-code/code.ts';

const SAMPLE = fileURLToPath(new URL('../../../assets/packed/samples/test.jpg', import.meta.url));

/** A language and one of its styles. */
export interface Way {
	readonly language: string;
	readonly style: CodeStyle;
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

/** The text of the program for a config. */
export function written(config: EndpointConfigInput, { language, style }: Way): string {
	const program = programOfConfig(endpointConfigSchema.parse(config));
	const emit = codeLanguages.find(({ id }) => id === language)?.styles[style];
	if (program === undefined || emit === undefined) throw new Error(`No ${style} program in ${language}.`);
	const made = emit(program, code);
	if (made === undefined) throw new Error(`${language} has no such sockets.`);
	return made.text;
}

/** Writes a program beside a sample file, and runs it. */
export function runProgram(config: EndpointConfigInput, way: Way): RunningProgram {
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-code-'));
	copyFileSync(SAMPLE, join(folder, 'test.jpg'));
	const language = codeLanguages.find(({ id }) => id === way.language);
	const file = `program.${language?.extension ?? ''}`;
	writeFileSync(join(folder, file), written(config, way));
	const child = spawn('sh', ['-c', `exec ${language?.run(file) ?? ''}`], {
		cwd: folder,
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	const closed = once(child, 'close');
	let text = '';
	const heard = new Set<() => void>();
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('latin1').on('data', (part: string) => {
			text += part;
			for (const look of heard) look();
		});
	}
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await closed;
		rmSync(folder, { recursive: true });
	});
	return {
		child,
		output: () => text,
		printed: (wanted) =>
			new Promise((resolve, reject) => {
				const look = (): void => {
					const found = wanted.exec(text);
					if (found !== null) resolve(found);
				};
				heard.add(look);
				child.once('close', () => reject(new Error(`The program ended: ${text}`)));
				look();
			}),
		async exit() {
			await closed;
			return child.exitCode;
		},
	};
}
