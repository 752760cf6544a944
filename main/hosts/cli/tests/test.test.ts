import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Peer } from '../../../engine/testing/python.fixture.ts';
import { testFolder, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

const text = (written: string) => ({ format: 'text', text: written });
const send = (written: string, more: object = {}) => ({ type: 'send', payload: text(written), ...more });
const hears = (written: string, more: object = {}) => ({
	type: 'expect',
	expectation: { type: 'bytes', pattern: text(written) },
	withinMs: 60_000,
	...more,
});
const client = (port: number) => ({ kind: 'tcp-client', name: 'client', host: '127.0.0.1', port });

/** Both sides in one test: a client of its own and the echo server of the workspace. */
const BOTH = {
	name: 'echo <&> "1"',
	folder: 'local',
	connections: { client: { client: client(1), to: 'server' }, server: { endpoint: 'echo' } },
	steps: [
		send('id={{var id}};', { template: true }),
		{ type: 'expect', on: 'server', expectation: { type: 'regex', pattern: 'id=(?P<got>\\d+);' }, withinMs: 60_000 },
		hears('id={{var got}};', { template: true }),
	],
};

const ECHO = {
	id: 'e1',
	kind: 'tcp-server',
	name: 'echo',
	host: '127.0.0.1',
	port: 0,
	responder: { rules: [{ match: { type: 'any' }, reply: text('{{data}}') }] },
};

function workspace(tests: readonly object[], more: object = {}): string {
	const file = join(testFolder(), 'work.wirebench.json');
	writeFileSync(file, JSON.stringify({ wirebench: 1, endpoints: [ECHO], variables: { id: '7' }, tests, ...more }));
	return file;
}

/** A Python server that welcomes, greets and ends at "exit". */
async function greetings(expected: string): Promise<object> {
	const port = Number(await new Peer('hello_server', []).line());
	const steps = [
		hears(expected),
		send('Ann'),
		hears('Hello, Ann~'),
		send('exit'),
		{ type: 'expect-end', withinMs: 60_000 },
	];
	return { name: 'greetings', client: client(port), steps };
}

test('all pass: 0, with the endpoints of the workspace; JSON has each step, and what was captured', async () => {
	const file = workspace([BOTH, await greetings('Welcome!')]);
	const { code, stdout } = await run(['test', file, '--json', '--var', 'id=4711']);
	expect(code).toBe(0);
	const lines = stdout.trim().split('\n');
	expect(lines.map((line) => JSON.parse(line))).toMatchObject([
		{
			event: 'test',
			name: BOTH.name,
			folder: 'local',
			status: 'passed',
			steps: [
				{ step: '' },
				{ step: '1', what: 'send “id={{var id}};”', status: 'passed' },
				{ step: '2' },
				{ step: '3' },
			],
			captured: { got: Buffer.from('4711').toString('hex') },
		},
		{ event: 'test', name: 'greetings', status: 'passed' },
		{ event: 'result', status: 'passed', passed: 2, failed: 0, skipped: 0 },
	]);
	// A Python client of the same server is not needed: one of the tests has both sides.
	expect(await run(['test', file, '--only', 'local/echo <&> "1"'])).toMatchObject({
		code: 0,
		stdout: expect.stringMatching(/^ok {5}local\/echo <&> "1": 3 steps \(.*\)\n1 test: 1 passed\n$/),
	});
	const named = send('{{env PATH}}', { template: true });
	const short = workspace([{ ...BOTH, name: 'short', steps: [named] }]);
	expect(await run(['test', short])).toMatchObject({
		// Who starts it lets it use the variable, and reads which.
		stderr: `${short} uses environment variables: PATH (test local/short, to whoever connects to 127.0.0.1:0).\n`,
		code: 0,
		stdout: expect.stringMatching(/^ok {5}local\/short: 1 step \(/),
	});
});

test('one fails: 1, with the step and both sides; the report is XML that a parser reads, also with odd characters', async () => {
	const odd = {
		...BOTH,
		name: 'odd \u0001 ]]> \u{1f600}',
		steps: [send('\u0000<a>&'), hears('<b>"', { withinMs: 60_000 })],
	};
	const file = workspace([odd, await greetings('Welcome!'), BOTH]);
	const junit = join(testFolder(), 'report.xml');
	const { code, stdout } = await run(['test', file, '--junit', junit]);
	expect(code).toBe(1);
	expect(stdout).toMatch(/^FAILED local\/odd/);
	expect(stdout).toContain(
		'        step 2: expect “<b>"” within 60 s\n        Something else came.\n        At byte 0 (0x0): ',
	);
	expect(stdout).toMatch(/\n3 tests: 2 passed, 1 failed\n$/);
	const script = [
		'import sys, json, xml.etree.ElementTree as E',
		'root = E.parse(sys.argv[1]).getroot()',
		'suite = root.find("testsuite")',
		'print(json.dumps([root.attrib["failures"], suite.attrib["tests"],',
		'  [[c.attrib["classname"], c.attrib["name"], [f.text for f in c.findall("failure")]] for c in suite]]))',
	].join('\n');
	const [failures, tests, cases] = JSON.parse(execFileSync('python3', ['-c', script, junit], { encoding: 'utf8' }));
	expect([failures, tests]).toEqual(['1', '3']);
	expect(cases).toEqual([
		['local', 'odd \ufffd ]]> \u{1f600}', [expect.stringContaining('expect “<b>"” within 60 s\nSomething else came.')]],
		[file, 'greetings', []],
		['local', BOTH.name, []],
	]);
});

test('steps and why one failed are in the language of the run; JSON is that of English', async () => {
	const stepsOf = (stdout: string) =>
		stdout
			.trim()
			.split('\n')
			.flatMap((line) => JSON.parse(line).steps ?? [])
			.map(({ what, message }) => ({ what, message }));
	const quiet = { ...BOTH, name: 'quiet', steps: [send('x'), hears('x'), hears('never', { withinMs: 50 })] };
	const nobody = { name: 'nobody', client: client(1), steps: [] };
	const file = workspace([await greetings('Welcome'), quiet, nobody]);
	const [hans, hant] = [
		await run(['test', file, '--language', 'zh-Hans']),
		await run(['test', file], { LC_ALL: 'zh_TW.UTF-8' }),
	];
	expect([hans.code, hant.code]).toEqual([1, 1]);
	expect(hans.stdout).toContain('步骤 3：期望 “Hello, Ann~”，限时 60 s\n        收到了其他内容。\n');
	expect(hans.stdout).toContain('步骤 3：期望 “never”，限时 50 ms\n        在 50 ms 内没有收到任何内容。\n');
	expect(hans.stdout).toMatch(/连接到 127\.0\.0\.1:1\n {8}ECONNREFUSED \(111\): 没有程序在监听/);
	expect(hant.stdout).toContain('步驟 3：預期 「never」，限時 50 ms\n        在 50 ms 內沒有收到任何內容。\n');
	const [json, english] = [
		await run(['test', file, '--json'], { LC_ALL: 'zh_CN.UTF-8' }),
		await run(['test', file, '--json'], { LC_ALL: 'C' }),
	];
	expect(stepsOf(json.stdout)).toEqual(stepsOf(english.stdout));
	expect(json.stdout).not.toContain('says');
});

test.skipIf(!existsSync('/usr/bin/prove'))('the harness of Perl reads the results', async () => {
	const file = workspace([await greetings('Welcome!'), { ...BOTH, name: 'a # \\ b', steps: [send('x'), hears('y')] }]);
	const { code, stdout } = await run(['test', file, '--tap']);
	expect(code).toBe(1);
	const tap = join(testFolder(), 'results.tap');
	writeFileSync(tap, stdout);
	const script =
		'use TAP::Parser; my $p = TAP::Parser->new({ source => $ARGV[0] }); $p->run; ' +
		'print join ",", scalar($p->passed), scalar($p->failed), $p->tests_planned, scalar($p->parse_errors);';
	const parsed = execFileSync('perl', ['-e', script, tap], { encoding: 'utf8' });
	expect(parsed).toBe('1,1,2,0');
});

test.each([
	[
		'a step',
		{ steps: [{ type: 'expect', expectation: { type: 'regex', pattern: '(' } }] },
		'tests[0].steps[0].expectation',
	],
	['an endpoint', { setup: ['gone'] }, 'tests[0].setup[0]: The workspace has no endpoint gone.'],
	['a variable', { steps: [send('{{var none}}', { template: true })] }, 'tests[0].steps[0].payload'],
	['the form', { steps: [{ type: 'repeat', steps: [] }] }, 'tests[0].steps[0].times: Give the number of rounds'],
])('%s of a test is wrong: 2, with its path, and nothing runs', async (_what, part, place) => {
	const { code, stdout, stderr } = await run(['test', workspace([{ ...BOTH, ...part }])]);
	expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
	expect(stderr).toContain(place);
});

test('steps that nest thousands of levels deep: 2, with a sentence, in a workspace and in a file of their own', async () => {
	const file = join(testFolder(), 'deep.json');
	const steps = '{"type":"repeat","times":1,"steps":['.repeat(5000) + ']}'.repeat(5000);
	const single = `{"name":"deep","client":${JSON.stringify(client(1))},"steps":[${steps}]}`;
	for (const text of [single, `{"wirebench":1,"tests":[${single}]}`]) {
		writeFileSync(file, text);
		const { code, stdout, stderr } = await run(['test', file]);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toContain('nests more than 256 levels deep.');
	}
});

test('a file with a single test, as ever; a name that no test has, and a file without tests, are refused', async () => {
	const file = join(testFolder(), 'single.json');
	const { name: _none, ...rest } = JSON.parse(JSON.stringify(await greetings('Welcome!')));
	writeFileSync(file, JSON.stringify(rest));
	expect(await run(['test', file])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^ok {5}test: 5 steps/) });
	writeFileSync(
		file,
		JSON.stringify({ ...rest, steps: [{ type: 'expect', expectation: { type: 'hex', pattern: 'a' } }] }),
	);
	const wrong = await run(['test', file]);
	expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining(`${file}: steps[0].expectation: `) });
	const other = await run(['test', workspace([BOTH]), '--only', 'nope']);
	expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no test "nope".') });
	expect(await run(['test', workspace([])])).toMatchObject({
		code: 2,
		stderr: expect.stringContaining('has no tests'),
	});
});

test('an interrupt ends the run in order: the report has what ran, and the capture is whole', async () => {
	const folder = testFolder();
	const silent = { ...BOTH, name: 'silent', steps: [send('x'), hears('x'), hears('never')] };
	const file = workspace([BOTH, silent, { ...BOTH, name: 'after' }]);
	const junit = join(folder, 'report.xml');
	const capture = join(folder, 'capture');
	const program = wirebench(['test', file, '--junit', junit, '--capture', capture, '--json']);
	await program.line((line) => line.includes('"passed"'));
	program.child.kill('SIGINT');
	expect(await program.exit()).toBe(1);
	const last = JSON.parse(program.stdout().trim().split('\n').at(-1) ?? '');
	expect(last).toEqual({ event: 'result', status: 'stopped', passed: 1, failed: 0, skipped: 2 });
	expect(readFileSync(junit, 'utf8')).toContain('tests="3" failures="0" errors="0" skipped="2"');
	expect(existsSync(capture)).toBe(true);
});
