import { describe, expect, it } from 'vitest';
import { run, testFolder } from '../cli/testing/cli.fixture.ts';

const NO_DISPLAY = { DISPLAY: '', WAYLAND_DISPLAY: '' };
const npm = (args: readonly string[], env: Record<string, string> = {}) => run('npm', args, { env });

describe.runIf(process.platform !== 'win32')('a signal to npm', () => {
	it.each(['SIGTERM', 'SIGINT'] as const)('%s ends the browser host cleanly', async (signal) => {
		const data = testFolder();
		const args = ['serve', '--port', '0', '--no-open', '--data', data];
		const serve = npm(['run', '-s', 'wirebench', '--', ...args]);
		await serve.line((line) => line.startsWith('{"ready":true,'));
		serve.child.kill(signal);
		expect(await serve.exit()).toBe(0);
	});
});

describe('npm start', () => {
	it.runIf(process.platform === 'linux')('prints why it is not Electron, then the address', async () => {
		const start = npm(['-s', 'start', '--', '--no-open', '--data', testFolder()], NO_DISPLAY);
		expect(await start.line(() => true)).toMatch(/^Not Electron: there is no display .* Starting the browser host\.$/);
		await start.line((line) => line.startsWith('Wirebench is at http://127.0.0.1:'));
		start.child.kill('SIGTERM');
		expect(await start.exit()).toBe(0);
	});

	it.runIf(process.platform === 'linux')('gives up when the requested host is not possible', async () => {
		const start = npm(['-s', 'start', '--', '--host', 'electron'], NO_DISPLAY);
		expect(await start.exit()).toBe(1);
		expect(start.stderr()).toContain('there is no display');
	});

	it('refuses unknown options', async () => {
		const start = npm(['-s', 'start', '--', '--host', 'toaster']);
		expect(await start.exit()).toBe(2);
		expect(start.stderr()).toContain('There is no host "toaster".');
	});
});
