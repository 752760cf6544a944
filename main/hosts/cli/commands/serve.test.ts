import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

	it('names stored files that cannot be used in the language of the run', async () => {
		const data = testFolder();
		const files = ['settings.json', 'workspace.secrets.json', 'workspace.ran.json', 'workspace.opening.json'];
		for (const file of files) writeFileSync(join(data, file), file === 'settings.json' ? '{"theme": 7}' : 'x');
		mkdirSync(join(data, 'workspace.allowed.json'));
		const workspace = join(data, 'workspace.wirebench.json');
		writeFileSync(workspace, '{"wirebench":1}');
		const notes = async () => {
			const serve = wirebench(['serve', '--no-open', '--data', data], { env: { LC_ALL: 'zh_CN.UTF-8' } });
			await readyUrl(serve);
			serve.child.kill('SIGTERM');
			expect(await serve.exit()).toBe(0);
			return serve
				.stderr()
				.trim()
				.replaceAll(data, '')
				.replaceAll(/broken-\S+(?=；)/g, '')
				.split('\n');
		};
		expect(await notes()).toEqual([
			'设置文件：格式不符。已保留为 /settings.json.；使用默认值。',
			'工作区的密码和密钥文件：不是 JSON。已保留为 /workspace.secrets.json.；密码和密钥缺失。',
			'曾运行端点的列表：不是 JSON。已保留为 /workspace.ran.json.；不提示启动任何端点。',
			'“启动曾运行的端点”的选择：不是 JSON。已保留为 /workspace.opening.json.；不启动任何端点。',
			'工作区可用变量的列表：无法读取（它是文件夹）。已保留为 /workspace.allowed.json.；将再次询问。',
		]);
		writeFileSync(workspace, '{"wirebench":1,"endpoints":7}');
		expect(await notes()).toEqual([
			'工作区文件保持原样，当前内容不会保存。该文件：不是工作区：endpoints：必须是：列表。（文件：/workspace.wirebench.json）',
		]);
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
