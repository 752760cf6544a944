import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { commandLines } from '../testing/command-lines.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'wirebench-about-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const runLine = commandLines();

/** Why a test that needs a program is skipped; false when it can run. */
function missing(program: string, args: readonly string[] = ['--version']): boolean {
	return spawnSync(program, args).error !== undefined;
}

function run(program: string, args: readonly string[]): { readonly output: string; readonly errors: string } {
	const { stdout, stderr, error, status } = spawnSync(program, args, { encoding: 'utf8', cwd: folder });
	if (error !== undefined) throw error;
	expect(status, `${stdout}${stderr}`).toBe(0);
	return { output: stdout, errors: stderr };
}

/** A file with what a command line prints. */
async function printed(name: string, args: readonly string[]): Promise<string> {
	const { code, stdout } = await runLine(args);
	expect(code).toBe(0);
	const path = join(folder, name);
	writeFileSync(path, stdout);
	return path;
}

/** Command lines, and some of what completes their last words. */
const COMPLETED: readonly (readonly [line: string, words: readonly string[], none?: string])[] = [
	['wirebench li', ['listen'], 'connect'],
	['wirebench ', ['serve', 'run', 'workspace', 'completions']],
	['wirebench workspace ', ['check', 'schema', 'new'], 'listen'],
	['wirebench workspace check --', ['--json'], '--preset'],
	['wirebench completions ', ['bash', 'zsh', 'fish']],
	['wirebench listen --preset class-', ['class-tcp', 'class-udp'], 'chat'],
	['wirebench listen tcp://127.0.0.1:0 --tls-fl', ['--tls-flaw'], '--preset'],
	['wirebench workspace new --preset ch', ['chat']],
	['wirebench workspace check a', ['a file.json']],
];

function expectCompletions(results: readonly string[]): void {
	for (const [at, [line, words, none]] of COMPLETED.entries()) {
		const offered = results[at]?.split('\n').map((one) => one.split('\t')[0]);
		for (const word of words) expect(offered, line).toContain(word);
		expect(offered, line).not.toContain(none);
	}
}

writeFileSync(join(folder, 'a file.json'), '');

it('bash completes commands, options, values and files', async () => {
	const script = await printed('completions.bash', ['completions', 'bash']);
	const shell = fileURLToPath(new URL('./complete.fixture.bash', import.meta.url));
	const { output, errors } = run('bash', [shell, script, ...COMPLETED.map(([line]) => line)]);
	expect(errors).toBe('');
	expectCompletions(output.split('===\n'));
});

it.skipIf(missing('fish'))('fish completes the same', async () => {
	const script = await printed('completions.fish', ['completions', 'fish']);
	const program = 'source $argv[1]; for line in $argv[2..-1]; complete -C $line; echo ===; end';
	const { output, errors } = run('fish', ['--no-config', '-c', program, script, ...COMPLETED.map(([line]) => line)]);
	expect(errors).toBe('');
	// It escapes what it would put on the line.
	expectCompletions(output.replaceAll('a\\ file', 'a file').split('===\n'));
});

it.skipIf(missing('zsh'))('zsh accepts its completions, in its path of functions and sourced', async () => {
	await printed('_wirebench', ['completions', 'zsh']);
	const program = [
		'fpath=($1 $fpath); autoload -Uz compinit; compinit -D -u; print $_comps[wirebench]',
		'unset "_comps[wirebench]"; source $1/_wirebench; print $_comps[wirebench]; which _wirebench_workspace_check',
	];
	const { output, errors } = run('zsh', ['-f', '-c', program.join('; '), 'zsh', folder]);
	expect(errors).toBe('');
	expect(output).toMatch(/^_wirebench\n_wirebench\n[\s\S]*--json\[/);
});

it('the man page has every command and exit code, and formatters have nothing to say about it', async () => {
	const page = await printed('wirebench.1', ['help', '--man']);
	const { stdout: table } = await runLine(['help', 'exit-codes']);
	const codes = [...table.matchAll(/^\d+/gm)].map(([code]) => code);
	expect(codes).toEqual(['0', '1', '2', '3', '130']);
	if (!missing('groff')) {
		const { output, errors } = run('groff', ['-ww', '-man', '-Tutf8', '-P-cbou', page]);
		expect(errors).toBe('');
		const { stdout: help } = await runLine(['--help']);
		for (const [, command] of help.matchAll(/^ {2}([a-z][a-z-]+) /gm)) expect(output).toContain(`wirebench ${command}`);
		for (const code of codes) expect(output).toMatch(new RegExp(`^ {7}${code}\\b`, 'm'));
	}
	if (!missing('mandoc', ['-Tlint', page])) {
		// The date of a release is not known when the page is made.
		const said = spawnSync('mandoc', ['-Tlint', page], { encoding: 'utf8' }).stdout.split('\n');
		expect(said.filter((line) => line !== '' && !line.includes('missing date'))).toEqual([]);
	}
});
