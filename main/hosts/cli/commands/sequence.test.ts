import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { opensslCertificate, sServer } from '../../../engine/tls/openssl.fixture.ts';
import { testFolder, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

/** A Python server that welcomes, greets and ends at "exit"; returns its address. */
async function hello(): Promise<string> {
	const program = fileURLToPath(new URL('../../../../e2e/peers/hello_server.py', import.meta.url));
	const peer = spawn('python3', [program], { stdio: ['ignore', 'pipe', 'inherit'] });
	onTestFinished(() => {
		peer.kill();
	});
	const [port] = await once(createInterface({ input: peer.stdout }), 'line');
	return `tcp://127.0.0.1:${port}`;
}

test('steps in the order of their options: all pass', async () => {
	const steps = ['--expect', 'Welcome!', '--send', 'Ann', '--within', '5000', '--expect', 'Hello, Ann~'];
	const program = wirebench(['sequence', await hello(), ...steps, '--send', 'exit', '--expect-end', '--json']);
	expect(await program.exit()).toBe(0);
	const lines = program
		.stdout()
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
	expect(lines.map(({ status }) => status)).toEqual(Array(7).fill('passed'));
	expect(lines[3]).toMatchObject({ event: 'step', step: 3, what: 'expect “Hello, Ann~” within 5 s' });
	expect(lines[6]).toEqual({ event: 'result', status: 'passed' });
});

test('a wrong byte: exit code 1, and both sides with the difference', async () => {
	const program = await run(['sequence', await hello(), '--expect', 'Welcome?', '--send', 'Ann']);
	expect(program.code).toBe(1);
	expect(program.stdout).toContain('At byte 7 (0x7): expected 3f “?”, got 21 “!”.');
	expect(program.stdout).toContain('-      send “Ann”');
	expect(program.stdout.trim().endsWith('failed at step 1 of 2')).toBe(true);
});

test('from a file; the address on the command line overrides the file’s', async () => {
	const file = join(testFolder(), 'greetings.json');
	const pattern = { format: 'hex', text: '57 65 6c 63 6f 6d 65 21' };
	const client = { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 1 };
	const steps = [{ type: 'expect', expectation: { type: 'bytes', pattern } }];
	writeFileSync(file, JSON.stringify({ name: 'greetings', client, steps }));
	const passed = await run(['sequence', await hello(), '--file', file]);
	expect(passed).toMatchObject({ code: 0, stdout: expect.stringMatching(/passed: 1 step\n$/) });
	const alone = await run(['sequence', '--file', file]);
	expect(alone.code).toBe(1);
	expect(alone.stdout).toMatch(/ECONNREFUSED \(111\): .*refused[\s\S]*failed: no connection/);
});

test('over TLS with openssl, whose certificate must be trusted; options only for TCP or TLS are refused elsewhere', async () => {
	const { cert, key } = opensslCertificate(testFolder());
	const { port } = await sServer('-cert', cert, '-key', key, '-rev');
	const steps = ['--send', 'abc\\n', '--expect', 'cba\\n', '--close'];
	const url = `tls://127.0.0.1:${port}`;
	expect(await run(['sequence', url, '--tls-ca', cert, ...steps])).toMatchObject({ code: 0 });
	const untrusted = await run(['sequence', url, ...steps]);
	expect(untrusted.code).toBe(1);
	expect(untrusted.stdout).toContain('is signed by itself');
	const needless = await run(['sequence', `tcp://127.0.0.1:${port}`, '--tls-ca', cert, ...steps]);
	expect(needless.code).toBe(2);
	expect(needless.stderr).toContain('--tls-ca is for tls://HOST:PORT.');
	const datagrams = await run(['sequence', 'udp://127.0.0.1:9', '--connect-timeout', '9', ...steps]);
	expect(datagrams.code).toBe(2);
	expect(datagrams.stderr).toContain('--connect-timeout is for tcp://.');
});

test('an invalid sequence is refused with a sentence', async () => {
	const empty = await run(['sequence', 'tcp://127.0.0.1:1']);
	expect(empty.code).toBe(2);
	expect(empty.stderr).toContain('Give an address and steps');
	const file = join(testFolder(), 'broken.json');
	writeFileSync(file, '{');
	const broken = await run(['sequence', '--file', file]);
	expect(broken.code).toBe(2);
	expect(broken.stderr).toContain('is not JSON');
	const hex = await run(['sequence', 'tcp://127.0.0.1:1', '--send-hex', '4g']);
	expect(hex.code).toBe(2);
	expect(hex.stderr).toContain('At character 2');
});
