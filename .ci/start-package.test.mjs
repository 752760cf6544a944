import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checksums } from './checksums.mjs';
import { startPackage } from './start-package.mjs';

const chromium = process.env.WIREBENCH_CHROMIUM ?? '';
const folder = mkdtempSync(join(tmpdir(), 'wirebench-start-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program in place of a packaged Wirebench. */
function program(name, script) {
	const path = join(folder, name);
	writeFileSync(path, `#!/bin/bash\n${script}\n`);
	chmodSync(path, 0o755);
	return path;
}

/**
 * Shows a page in Chromium with the profile of Wirebench, until it is ended; then it exits with this code. A group of its
 * own (`set -m`): Debian's program is a script, behind which Chromium would go on.
 */
const showing = (code) => `
set -m
"${chromium}" --headless --disable-gpu ${process.getuid?.() === 0 ? '--no-sandbox' : ''} --user-data-dir="$2/electron" "$3" \\
	'data:text/html,<title>Wirebench</title><button>New endpoint</button>' 2>/dev/null &
trap 'kill -- -$!; wait $!; exit ${code}' TERM
wait $!`;

describe.skipIf(chromium === '' || process.platform === 'win32')('a started package', () => {
	it('passes when its window is usable and it ends with 0', async () => {
		expect(await startPackage(program('good', showing(0)))).toBe('Wirebench');
	});

	it('fails when it ends with another code', async () => {
		await expect(startPackage(program('loses-data', showing(1)))).rejects.toThrow(/exit code 0, and ended with 1/);
	});
});

describe('a package that does not start', () => {
	it.skipIf(process.platform === 'win32')('fails with its exit code and its own words', async () => {
		const path = program('broken', 'echo "no sandbox here" >&2; exit 3');
		await expect(startPackage(path)).rejects.toThrow(
			/broken: It ended with (exit code )?3 before it had a window.*no sandbox here/s,
		);
	});

	it('fails when there is no such file', async () => {
		await expect(startPackage(join(folder, 'none'))).rejects.toThrow(/none: spawn .* ENOENT/);
	});
});

describe('the checksums', () => {
	it('are one line for each package, and nothing else', () => {
		for (const name of ['b.deb', 'a.AppImage', 'builder-debug.yml']) writeFileSync(join(folder, name), name);
		const lines = checksums(folder).trimEnd().split('\n');
		expect(lines.map((line) => line.slice(64))).toEqual(['  a.AppImage', '  b.deb']);
		// As `printf b.deb | sha256sum` prints it.
		expect(lines[1]).toMatch(/^[0-9a-f]{64} {2}b\.deb$/);
	});

	it('of a folder without a package are an error', () => {
		const empty = mkdtempSync(join(folder, 'empty-'));
		expect(() => checksums(empty)).toThrow('There is no package in');
	});
});
