import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { python, run, testFolder, wirebench } from '../testing/cli.fixture.ts';

/** The address in the first line. */
async function readyUrl(serve: ReturnType<typeof wirebench>): Promise<string> {
	const { ready, url }: { ready: boolean; url: string } = JSON.parse(await serve.line(() => true));
	expect(ready).toBe(true);
	return url;
}

describe('serve', () => {
	it.each(['SIGTERM', 'SIGINT'] as const)(
		'prints its address first, serves the page, and exits with 0 at %s',
		async (signal) => {
			const serve = wirebench(['serve', '--port', '0', '--no-open', '--data', testFolder()]);
			const url = await readyUrl(serve);
			expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{20,}$/);
			const curl = run('curl', ['-sS', '-L', '-b', '', '--noproxy', '*', url]);
			expect(await curl.exit()).toBe(0);
			expect(curl.stdout()).toContain('<title>Wirebench</title>');
			serve.child.kill(signal);
			expect(await serve.exit()).toBe(0);
			expect(serve.stdout()).toBe(`${JSON.stringify({ ready: true, url })}\n`);
			expect(serve.stderr()).toBe('');
		},
	);

	it('keeps settings and captures in the given folder, and opens the given workspace', async () => {
		const [data, capture] = [testFolder(), testFolder()];
		const workspace = join(capture, 'lab.wirebench.json');
		writeFileSync(workspace, '{"wirebench":1}');
		const serve = wirebench(['serve', workspace, '--no-open', '--data', data, '--capture', join(capture, 'run')]);
		await readyUrl(serve);
		serve.child.kill('SIGTERM');
		expect(await serve.exit()).toBe(0);
		expect(readdirSync(join(capture, 'run')).some((name) => name.endsWith('.pcapng'))).toBe(true);
		expect(existsSync(join(data, 'captures'))).toBe(false);
		const settings: unknown = JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8'));
		expect(settings).toMatchObject({ workspaceFile: workspace, recentWorkspaces: [workspace] });
		writeFileSync(workspace, '{');
		const refused = wirebench(['serve', workspace, '--no-open', '--data', data]);
		expect(await refused.exit()).toBe(2);
		expect(refused.stderr()).toContain(`The workspace file ${workspace} is not JSON: `);
	});

	it('prints words for people', async () => {
		const serve = wirebench(['serve', '--no-open', '--text', '--data', testFolder()]);
		expect(await serve.line(() => true)).toMatch(/^Wirebench is at http:\/\/127\.0\.0\.1:\d+\/\?token=/);
	});

	it('gives the page the language of --language, and leaves it to the browser without', async () => {
		const served = async (args: readonly string[]) => {
			const serve = wirebench(['serve', '--no-open', '--data', testFolder(), ...args], {
				env: { LC_ALL: 'zh_CN.UTF-8' },
			});
			const curl = run('curl', ['-sS', '-L', '-b', '', '--noproxy', '*', await readyUrl(serve)]);
			expect(await curl.exit()).toBe(0);
			return curl.stdout();
		};
		expect(await served(['--language', 'zh-TW'])).toContain('<html lang="zh-Hant" data-language="zh-Hant">');
		expect(await served([])).toContain('<html lang="en">');
	});

	it('exits with 1 on a busy port', async () => {
		const owner = python([
			'import socket',
			's = socket.create_server(("127.0.0.1", 0))',
			'print(s.getsockname()[1])',
			's.accept()',
		]);
		const port = await owner.line(() => true);
		const serve = wirebench(['serve', '--port', port, '--no-open', '--data', testFolder()]);
		expect(await serve.exit()).toBe(1);
		expect(serve.stdout()).toBe('');
		expect(serve.stderr()).toContain('EADDRINUSE');
	});

	it('refuses an invalid port', async () => {
		const serve = wirebench(['serve', '--port', '65536']);
		expect(await serve.exit()).toBe(2);
		expect(serve.stderr()).toContain('from 0 to 65535');
	});
});
