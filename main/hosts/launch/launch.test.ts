import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, run, testFolder } from '../cli/testing/cli.fixture.ts';
import { copiedPackage, half, type Mirror, mirror, silent, whole } from './electron.fixture.ts';
import { inTerminal, pressCtrlC } from './pty.fixture.ts';

const CHILD = fileURLToPath(new URL('./launch.child.mjs', import.meta.url));
/** Milliseconds without data that no download of a test needs, on a busy machine either. */
const PATIENT_MS = 600_000;
const HEAP = '--min-semi-space-size=32 --max-semi-space-size=64';

/** A computer with Ubuntu's default for user namespaces, and a clone whose `npm start` starts Wirebench on it. */
function ubuntu(folder: string): { root: string; clone: string; packageFolder: string; version: string } {
	const root = join(folder, 'root');
	mkdirSync(join(root, 'proc/sys/kernel'), { recursive: true });
	writeFileSync(join(root, 'proc/sys/kernel/apparmor_restrict_unprivileged_userns'), '1\n');
	mkdirSync(join(root, 'etc/apparmor.d'), { recursive: true });
	const { packageFolder, version } = copiedPackage(folder);
	const start = ['exec node', HEAP, CHILD, root, packageFolder, PATIENT_MS].join(' ');
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'clone', scripts: { start } }));
	return { root, clone: folder, packageFolder, version };
}

describe.runIf(process.platform === 'linux')('npm start on Ubuntu', () => {
	let machine: ReturnType<typeof ubuntu>;
	let profile = '';
	beforeAll(() => {
		machine = ubuntu(mkdtempSync(join(tmpdir(), 'wirebench-ubuntu-')));
	});
	afterAll(() => rmSync(machine.clone, { recursive: true, force: true }));

	const words = (...args: readonly string[]): [string, ...string[]] => [
		'npm',
		'-s',
		'--prefix',
		machine.clone,
		'start',
		'--',
		'--data',
		testFolder(),
		...args,
	];
	const env = (from?: Mirror): Record<string, string> => ({
		DISPLAY: ':0',
		ELECTRON_OVERRIDE_DIST_PATH: '',
		ELECTRON_MIRROR: 'http://127.0.0.1:1/',
		...from?.env,
	});
	const start = (...args: readonly string[]): Running => {
		const [program, ...rest] = words(...args);
		return run(program, rest, { env: env() });
	};

	it('starts the browser host after a download that stalls, with the reason', async () => {
		const from = await mirror(testFolder(), machine.version, [silent]);
		const args = [CHILD, machine.root, machine.packageFolder, '500', '--no-open', '--data', testFolder()];
		const browser = run(process.execPath, args, { env: { ...env(from), ELECTRON_GET_USE_PROXY: '' } });
		const line = await browser.line((text) => text.startsWith('Not Electron'));
		expect(line).toMatch(
			/^Not Electron: its runtime could not be fetched \(no data came for 0\.5 s; .*ELECTRON_GET_USE_PROXY=1\)\. Starting/,
		);
		await browser.line((text) => text.startsWith('Wirebench is at http://127.0.0.1:'));
	});

	it('ends its download when it is killed', async () => {
		// What it leaves half fetched would be continued from the archive of another mirror.
		const own = ubuntu(testFolder());
		const from = await mirror(testFolder(), own.version, [half]);
		const args = [CHILD, own.root, own.packageFolder, String(PATIENT_MS), '--host', 'electron'];
		const launcher = run(process.execPath, args, { env: env(from) });
		await launcher.stderrLine((line) => line.startsWith('Fetching the Electron runtime'));
		launcher.child.kill('SIGKILL');
		await from.firstClosed;
	});

	it('fetches the runtime in sight, and then explains the profile that Electron needs', async () => {
		const from = await mirror(testFolder(), machine.version, [whole]);
		const terminal = inTerminal(words('--no-open'), { env: env(from) });
		await terminal.line((text) => text.startsWith('Wirebench is at http://127.0.0.1:'));
		const shown = terminal.stdout().replaceAll('\r\n', '\n');
		expect(shown).toContain('\r\x1b[KFetching the Electron runtime: ');
		expect(shown).toMatch(/runtime: \d+ % of 0 MB/);
		expect(shown).toContain('\r\x1b[KThe Electron runtime is installed.\n');
		expect(shown).toMatch(
			/^Not Electron: its sandbox needs user namespaces, which AppArmor .* Starting the browser host\.$/m,
		);
		[, profile = ''] = /^sudo tee \/etc\/apparmor\.d\/wirebench-electron <<'END'\n([\s\S]*)^END$/m.exec(shown) ?? [];
		expect(profile).toContain(
			`profile wirebench-electron "${machine.packageFolder}/dist/electron" flags=(unconfined) {\n  userns,`,
		);
		pressCtrlC(terminal);
		expect(await terminal.exit()).toBe(0);
	});

	it('gives up with the same text where Electron was asked for', async () => {
		const electron = start('--host', 'electron');
		expect(await electron.exit()).toBe(1);
		expect(electron.stderr()).toContain('Electron cannot be started: its sandbox needs user namespaces');
		expect(electron.stderr()).toContain(profile);
	});

	describe('with the profile', () => {
		beforeAll(() => writeFileSync(join(machine.root, 'etc/apparmor.d/wirebench-electron'), profile));

		it('starts Electron, which Ctrl+C in the terminal reaches once', async () => {
			const terminal = inTerminal(words(), { env: env() });
			await terminal.line((text) => text.startsWith('Electron is up'));
			pressCtrlC(terminal);
			await terminal.line((text) => text.startsWith('closed'));
			expect(await terminal.exit()).toBe(0);
		});

		it.each(['SIGINT', 'SIGTERM'] as const)(
			'starts Electron, which a %s to npm reaches once without a terminal',
			async (signal) => {
				const electron = run('setsid', words(), { env: env() });
				await electron.line((text) => text === 'Electron is up');
				electron.child.kill(signal);
				expect(await electron.exit()).toBe(0);
				expect(electron.stdout()).toBe(`Electron is up\nclosing after ${signal}\nclosed\n`);
				// The young generation of the script, for the heap of Electron's main process.
				expect(electron.stderr()).toContain(`--js-flags=${HEAP}\n`);
			},
		);

		it('starts the browser host where Electron ends at once', async () => {
			const executable = join(machine.packageFolder, 'dist/electron');
			const kept = join(testFolder(), 'electron');
			cpSync(executable, kept);
			writeFileSync(executable, '#!/bin/sh\necho no >&2\nexit 7\n');
			const browser = start('--no-open');
			const line = await browser.line((text) => text.startsWith('Not Electron'));
			expect(line).toContain('it ended at once with exit code 7');
			await browser.line((text) => text.startsWith('Wirebench is at http://127.0.0.1:'));
			writeFileSync(executable, readFileSync(kept));
		});
	});
});
