import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';
import { scriptResponder } from './script.ts';

const run = commandLines();

function file(source: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-script-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const path = join(folder, 'answer.js');
	writeFileSync(path, source);
	return path;
}

test('listen answers with a script, whose errors have their place', async () => {
	const script = file('function onMessage(m, c) {\n  c.send(m.text.toUpperCase());\n  nothing();\n}');
	const server = wirebench(['listen', 'tcp://127.0.0.1:0', '--json', '--script', script]);
	const { port } = JSON.parse(await server.line((line) => line.includes('"listening"')));
	const client = connect(port, '127.0.0.1').setEncoding('utf8');
	onTestFinished(() => {
		client.destroy();
	});
	client.write('abc');
	const answer = await new Promise((resolve) => client.once('data', resolve));
	expect(answer).toBe('ABC');
	await server.line((line) => line.includes("Script, line 3, column 3: ReferenceError: 'nothing' is not defined"));
});

test('a script with a syntax error ends the command with a sentence', async () => {
	const refused = await run(['listen', 'tcp://127.0.0.1:0', '--script', file('let = ;;')]);
	expect(refused.code).toBe(2);
	expect(refused.stderr).toMatch(/Script, line 1, column \d+: SyntaxError/);
});

test('limits apply to the script, or to a preset’s', () => {
	const limits = { timeMs: 5 };
	expect(scriptResponder({ script: 'x', scriptTime: 5 }, undefined)).toEqual({ script: { source: 'x', limits } });
	expect(scriptResponder({ scriptTime: 5 }, { script: { source: 'y' } })).toEqual({ script: { source: 'y', limits } });
	expect(() => scriptResponder({ scriptTime: 5 }, { rules: [] })).toThrow('name it with --script');
});
