import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { codeLanguages, stylesOf } from '../../../common/code/index.ts';
import { presets } from '../../../common/presets/index.ts';
import { isWritten, noCompiler, writtenConfig } from './program.fixture.ts';

/** Each command reads the names of all programs from its arguments, and fails at one that is none. Go's are in go.test.ts. */
const CHECKS: Readonly<Record<string, readonly string[]>> = {
	python: [
		'python3',
		'-W',
		'error',
		'-c',
		'import sys\nfor name in sys.argv[1:]:\n    with open(name, "rb") as file: compile(file.read(), name, "exec")',
	],
	node: [
		process.execPath,
		'--experimental-vm-modules',
		'--no-warnings',
		'-e',
		"process.argv.slice(1).forEach((name) => new (require('vm').SourceTextModule)(require('fs').readFileSync(name, 'utf8'), { identifier: name }))",
	],
	c: ['cc', '-fsyntax-only', '-Wall', '-Wextra', '-Werror'],
	shell: ['sh', '-c', 'for name; do sh -n "$name" || exit 1; done', 'sh'],
};

const languages = codeLanguages.filter(({ id }) => CHECKS[id] !== undefined);

it.for(languages)('each preset compiles in each style of $name', (language, { skip }) => {
	const ways = stylesOf(language).map((style) => ({ language: language.id, style }));
	for (const way of ways) skip(noCompiler(way) !== undefined, noCompiler(way));
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-code-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const files = ways.flatMap((way) =>
		presets.flatMap(({ id, config }) => {
			if (!isWritten(config, way)) return [];
			const file = join(folder, `${id}-${way.style}.${language.extension}`);
			writeFileSync(file, writtenConfig(config, way));
			return [file];
		}),
	);
	// A language writes most presets in one style at least; tools of the shell, a few.
	expect(files.length).toBeGreaterThan(language.id === 'shell' ? 8 : 18);
	const [command = '', ...options] = CHECKS[language.id] ?? [];
	const { status, stderr } = spawnSync(command, [...options, ...files], { encoding: 'utf8' });
	expect(stderr).toBe('');
	expect(status).toBe(0);
});
