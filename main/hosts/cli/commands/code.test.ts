import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { event, listeningPort, testFolder, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const runLine = commandLines();

describe('code', () => {
	it('prints the program of a preset, which Python compiles', async () => {
		const { code, stdout } = await runLine(['code', 'line-server', '--language', 'python', '--style', 'threads']);
		expect(code).toBe(0);
		expect(stdout).toContain('threading.Thread(target=handle');
		const compiled = spawnSync('python3', ['-c', 'import sys; compile(sys.stdin.read(), "a", "exec")'], {
			input: stdout,
		});
		expect(compiled.stderr.toString()).toBe('');
	});

	it('comments in the language of messages, which has an option of the same name', async () => {
		const line = ['code', 'greeting', '--language', 'zh-Hans', '--language=python'];
		const { code, stdout } = await runLine(line);
		expect(code).toBe(0);
		expect(stdout).toContain('greeting：127.0.0.1 端口 21569 上的服务器。');
		expect(stdout).not.toMatch(/# [A-Z][a-z]+ [a-z]+ /);
	});

	it('reads the config of an endpoint, and one endpoint of a workspace', async () => {
		const folder = testFolder();
		const config = join(folder, 'server.json');
		writeFileSync(config, JSON.stringify({ kind: 'tcp-server', name: 'mine', port: 4242 }));
		expect((await runLine(['code', config])).stdout).toContain('PORT = 4242');
		const workspace = join(folder, 'a.wirebench.json');
		expect((await runLine(['workspace', 'new', '--preset', 'greeting', 'class-udp', '-o', workspace])).code).toBe(0);
		const chosen = await runLine(['code', workspace, '--endpoint', 'class-udp']);
		expect(chosen.stdout).toContain('SOCK_DGRAM');
		const unnamed = await runLine(['code', workspace]);
		expect(unnamed.code).toBe(2);
		expect(unnamed.stderr).toContain('Name an endpoint of the workspace with --endpoint: greeting, class-udp.');
	});

	it('writes the client of a recorded connection', async () => {
		const capture = join(testFolder(), 'capture');
		const server = wirebench(['listen', 'tcp://127.0.0.1:0', '--reply', 'HELLO', '--json', '--capture', capture]);
		const port = await listeningPort(server);
		expect((await runLine(['send', `tcp://127.0.0.1:${port}`, 'hello', '--wait', '100'])).code).toBe(0);
		await event(server, 'close');
		server.child.kill('SIGINT');
		expect(await server.exit()).toBe(0);
		const { code, stdout, stderr } = await runLine(['code', capture, '--connection', '1']);
		expect(code, stderr).toBe(0);
		expect(stdout).toContain("connection.sendall(b'hello')");
		expect(stdout).toContain("expect(connection, b'HELLO')");
	});

	it.each([
		[['code', 'greeting', '--language', 'cobol'], "argument 'cobol' is invalid"],
		[
			['code', 'greeting', '--style', 'fibres'],
			'Python has no style "fibres". It has: blocking, threads, selectors, asyncio, socketserver',
		],
		[['code', 'gretting'], 'There is no preset and no file "gretting".'],
		[['code', 'chat', '--language', 'shell'], 'This cannot be written for Shell (nc, socat, curl)'],
		[['code', 'tcp-proxy', '--language', 'c'], 'This cannot be written for C (blocking)'],
	])('%j is refused', async (line, why) => {
		const { code, stderr } = await runLine(line);
		expect(code).not.toBe(0);
		expect(stderr).toContain(why);
	});
});
