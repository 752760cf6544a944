import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { beforeAll, onTestFinished } from 'vitest';
import { dist, ensureBuilt } from '../../launch/build.mjs';

/** Time limit of any wait in milliseconds, for a busy machine too, before the test fails with the output so far. */
const LIMIT_MS = 120_000;

/** Milliseconds for a program to end after its test. */
const END_MS = 20_000;
/** A build takes seconds, and waits for a running one. */
const BUILD_LIMIT_MS = 120_000;

beforeAll(() => ensureBuilt({ quiet: true }), BUILD_LIMIT_MS);

/** A running program, and its output so far. */
export interface Running {
	readonly child: ChildProcess;
	stdout(): string;
	stderr(): string;
	/** Resolves with the first line of stdout that `wanted` accepts, past or future. */
	line(wanted: (line: string) => boolean): Promise<string>;
	/** The same for stderr. */
	stderrLine(wanted: (line: string) => boolean): Promise<string>;
	/** Resolves with the exit code once the program has ended and its output is read. */
	exit(): Promise<number | null>;
}

export interface RunOptions {
	readonly env?: Record<string, string>;
	/** Written to stdin, which is closed then; null leaves it open. Default: nothing. */
	readonly input?: string | Uint8Array | null;
}

/** The output of a stream so far, line by line. */
interface Lines {
	readonly complete: string[];
	readonly waiting: Set<(line: string) => void>;
	text(): string;
}

function linesOf(stream: Readable): Lines {
	const complete: string[] = [];
	const waiting = new Set<(line: string) => void>();
	let rest = '';
	stream.setEncoding('utf8').on('data', (text: string) => {
		const lines = (rest + text).split('\n');
		rest = lines.pop() ?? '';
		for (const line of lines) {
			complete.push(line);
			for (const look of waiting) look(line);
		}
	});
	return { complete, waiting, text: () => [...complete, rest].join('\n') };
}

/** Runs a program until it ends or the test does. */
export function run(program: string, args: readonly string[], { env = {}, input = '' }: RunOptions = {}): Running {
	const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } });
	const closed = once(child, 'close');
	onTestFinished(async () => {
		// A signal first, so that it removes its temporary files.
		child.kill('SIGTERM');
		const late = setTimeout(() => child.kill('SIGKILL'), END_MS);
		await closed;
		clearTimeout(late);
	});
	const out = linesOf(child.stdout);
	const err = linesOf(child.stderr);
	const lineOf = (lines: Lines, wanted: (line: string) => boolean): Promise<string> =>
		new Promise((resolve, reject) => {
			const fail = (): void => {
				done(() => reject(new Error(`No such line. stdout: ${out.text()}\nstderr: ${err.text()}`)));
			};
			const timer = setTimeout(fail, LIMIT_MS);
			const look = (line: string): void => {
				if (wanted(line)) done(() => resolve(line));
			};
			const done = (settle: () => void): void => {
				clearTimeout(timer);
				lines.waiting.delete(look);
				child.off('close', fail);
				settle();
			};
			lines.waiting.add(look);
			child.once('close', fail);
			for (const line of lines.complete) look(line);
		});
	// A program that does not read its stdin may have ended before the write.
	child.stdin.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
	});
	if (input !== null) child.stdin.end(input);
	return {
		child,
		stdout: out.text,
		stderr: err.text,
		line: (wanted) => lineOf(out, wanted),
		stderrLine: (wanted) => lineOf(err, wanted),
		async exit() {
			const deadline = AbortSignal.timeout(LIMIT_MS);
			const late = once(deadline, 'abort').then(() => {
				throw new Error(`It did not end. stdout: ${out.text()}\nstderr: ${err.text()}`);
			});
			await Promise.race([closed, late]);
			return child.exitCode;
		},
	};
}

/** The built command line, as words: its sources start several times slower. */
export function commandLine(args: readonly string[]): [string, ...string[]] {
	return [process.execPath, join(dist, 'main/cli.js'), ...args];
}

export function wirebench(args: readonly string[], options: RunOptions = {}): Running {
	const [program, ...words] = commandLine(args);
	return run(program, words, options);
}

/** A Python program, given as its lines, with unbuffered output. */
export function python(lines: readonly string[], args: readonly string[] = []): Running {
	return run('python3', ['-u', '-c', lines.join('\n'), ...args]);
}

export type JsonEvent = Record<string, unknown> & { readonly event: string };

function isJsonEvent(value: unknown): value is JsonEvent {
	return typeof value === 'object' && value !== null && 'event' in value && typeof value.event === 'string';
}

/** Every printed line, parsed; throws when one is not an event. */
export function events(running: Running): JsonEvent[] {
	return eventsIn(running.stdout());
}

/** The same of a whole output. */
export function eventsIn(output: string): JsonEvent[] {
	return output
		.split('\n')
		.slice(0, -1)
		.map((line) => {
			const value: unknown = JSON.parse(line);
			if (!isJsonEvent(value)) throw new Error(`Not an event: ${line}`);
			return value;
		});
}

/** Resolves with the first event of this kind with these fields. */
export async function event(running: Running, kind: string, fields: Record<string, unknown> = {}): Promise<JsonEvent> {
	const matches = (each: JsonEvent): boolean =>
		each.event === kind && Object.entries(fields).every(([key, value]) => each[key] === value);
	const line = await running.line((text) => {
		const value: unknown = JSON.parse(text);
		return isJsonEvent(value) && matches(value);
	});
	const value: unknown = JSON.parse(line);
	if (!isJsonEvent(value)) throw new Error(`Not an event: ${line}`);
	return value;
}

/** The listening port of a `listen --json`. */
export async function listeningPort(running: Running): Promise<number> {
	const { port } = await event(running, 'listening');
	if (typeof port !== 'number') throw new Error('It listens on no port.');
	return port;
}

/** A folder that is removed after the test. */
export function testFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-cli-test-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}
