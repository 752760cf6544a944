import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchElectron, installedElectron } from './electron.mjs';
import { whyNoDisplay, whyNoSandbox } from './machine.mjs';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'wirebench-launch-'));
});
afterEach(() => {
	delete process.env.ELECTRON_OVERRIDE_DIST_PATH;
	rmSync(folder, { recursive: true, force: true });
});

function installer(source: string): string {
	const file = join(folder, 'install.cjs');
	writeFileSync(file, source);
	return file;
}

describe('fetching the runtime', () => {
	it('succeeds when the installer does', async () => {
		expect(await fetchElectron(10_000, installer('process.exit(0)'))).toBeUndefined();
	});

	it("fails with the installer's sentence", async () => {
		const source = 'console.error("\\nTypeError: fetch failed\\n    at somewhere"); process.exit(1)';
		expect(await fetchElectron(10_000, installer(source))).toBe('fetch failed');
		expect(await fetchElectron(10_000, installer('process.exit(1)'))).toBe('the installer failed without output');
	});

	it('gives up when it takes too long', async () => {
		expect(await fetchElectron(200, installer('setInterval(() => 0, 1000)'))).toMatch(/^it took more than 0\.2 s;/);
	});
});

describe('the installed runtime', () => {
	it('is found where the npm package would find it', () => {
		process.env.ELECTRON_OVERRIDE_DIST_PATH = join(folder, 'dist');
		expect(installedElectron()).toBeUndefined();
		mkdirSync(join(folder, 'dist'));
		writeFileSync(join(folder, 'dist/electron'), '');
		expect(installedElectron()).toBe(join(folder, 'dist/electron'));
	});
});

describe('the machine', () => {
	it('has a display on Linux when X or Wayland reports one', () => {
		expect(whyNoDisplay({}, 'linux')).toContain('DISPLAY');
		expect(whyNoDisplay({ DISPLAY: ':0' }, 'linux')).toBeUndefined();
		expect(whyNoDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBeUndefined();
		expect(whyNoDisplay({}, 'win32')).toBeUndefined();
		expect(whyNoDisplay({}, 'darwin')).toBeUndefined();
		expect(whyNoDisplay({ SSH_CONNECTION: 'somewhere' }, 'darwin')).toContain('SSH');
	});

	it('has a sandbox except for root on Linux', () => {
		expect(whyNoSandbox(folder, 'darwin')).toBeUndefined();
		expect(whyNoSandbox(folder, 'win32')).toBeUndefined();
		if (process.getuid?.() === 0) expect(whyNoSandbox(folder, 'linux')).toContain('ordinary user');
	});
});
