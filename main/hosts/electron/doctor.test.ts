import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { testFolder } from '../cli/testing/cli.fixture.ts';
import { dist } from '../launch/build.mjs';
import { wantsDoctor } from './doctor.ts';

const DOUBLE = fileURLToPath(new URL('../../../e2e/electron-double/run.ts', import.meta.url));

it('is what --doctor-tls asks for', () => {
	expect(wantsDoctor(['/opt/Wirebench/wirebench', '--doctor-tls'])).toBe(true);
	expect(wantsDoctor(['/opt/Wirebench/wirebench', '--data', 'folder'])).toBe(false);
});

it('prints the checks in place of opening a window, and exits with their result', async () => {
	const args = [join(dist, 'main/electron.js'), '--data', testFolder(), '--doctor-tls', '--json'];
	// The double needs a channel to its driver; here nobody opens a page.
	const app = fork(DOUBLE, args, { silent: true });
	const ended = once(app, 'close');
	const [output, errors] = [app.stdout, app.stderr].map(async (stream) => (stream === null ? '' : text(stream)));
	const [code] = await ended;
	expect(code, await errors).toBe(0);
	const lines = (await output)?.trimEnd().split('\n') ?? [];
	const found: { state: string }[] = lines.map((line) => JSON.parse(line));
	expect(found.length).toBeGreaterThan(30);
	expect(found.map(({ state }) => state)).not.toContain('failed');
});
