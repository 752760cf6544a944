import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
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

	it('writes a payload, a test, and a server with a file of rules', async () => {
		const folder = testFolder();
		const rules = join(folder, 'rules.json');
		writeFileSync(rules, JSON.stringify([{ match: { type: 'any' }, reply: { format: 'text', text: 'ruled' } }]));
		const server = await runLine(['code', rules, '--to', 'tcp://127.0.0.1:4243']);
		expect(server.stdout).toContain('PORT = 4243');
		expect(server.stdout).toContain("connection.sendall(b'ruled')");
		const test = join(folder, 'test.json');
		const text = (written: string) => ({ format: 'text', text: written });
		const steps = [
			{ type: 'send', payload: text('ping'), lineEnding: 'lf' },
			{ type: 'expect', expectation: { type: 'bytes', pattern: text('pong') } },
			{ type: 'expect-end' },
		];
		const client = { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 4244 };
		writeFileSync(test, JSON.stringify({ name: 'pings', client, steps }));
		const tried = await runLine(['code', test, '--test', 'pings']);
		expect(tried.stderr).toBe('');
		expect(tried.stdout).toContain("connection.sendall(b'ping\\n')");
		expect(tried.stdout).toContain("expect(connection, b'pong')");
		const workspace = join(folder, 'a.wirebench.json');
		expect((await runLine(['workspace', 'new', '--preset', 'greeting', '-o', workspace])).code).toBe(0);
		const written: unknown = JSON.parse(readFileSync(workspace, 'utf8'));
		const payloads = [{ name: 'hi', ...text('hello'), lineEnding: 'crlf' }];
		writeFileSync(workspace, JSON.stringify(Object.assign({}, written, { payloads })));
		const sent = await runLine(['code', workspace, '--payload', 'hi', '--to', 'tcp://127.0.0.1:4245']);
		expect(sent.stderr).toBe('');
		expect(sent.stdout).toContain("connection.sendall(b'hello\\r\\n')");
		const unknown = await runLine(['code', workspace, '--payload', 'ho']);
		expect(unknown.stderr).toContain('The workspace has no payload "ho". It has: hi.');
	});

	it.each([
		[['code', 'greeting', '--language', 'cobol'], "argument 'cobol' is invalid"],
		[
			['code', 'greeting', '--style', 'fibres'],
			'Python has no style "fibres". It has: blocking, threads, selectors, asyncio, socketserver',
		],
		[['code', 'gretting'], 'There is no preset and no file "gretting".'],
		[['code', 'chat', '--language', 'shell'], 'This cannot be written for Shell (nc, socat, curl, openssl)'],
		[['code', 'class-unix-datagram', '--language', 'node'], 'This cannot be written for Node (await)'],
	])('%j is refused', async (line, why) => {
		const { code, stderr } = await runLine(line);
		expect(code).not.toBe(0);
		expect(stderr).toContain(why);
	});
});
