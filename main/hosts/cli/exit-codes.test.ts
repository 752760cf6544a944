import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EXIT } from './terminal/exit-codes.ts';
import { commandLines } from './testing/command-lines.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'wirebench-exit-codes-'));
const runLine = commandLines();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file with this content; other values than text become JSON. */
function file(name: string, content: unknown): string {
	const path = join(folder, name);
	writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
	return path;
}

async function run(args: readonly string[]): Promise<{ code: number; said: string }> {
	const { code, stdout, stderr } = await runLine(args);
	return { code, said: stdout + stderr };
}

const TCP = 'tcp://127.0.0.1:0';
const CLOSED = 'tcp://127.0.0.1:1';

/** Invalid command lines, refused before anything is started. */
const NOT_UNDERSTOOD: readonly (readonly string[])[] = [
	['nonsense'],
	['listen'],
	['listen', TCP, '--nope'],
	['listen', 'nonsense'],
	['listen', 'tcp://127.0.0.1:99999'],
	['connect', 'tcp://127.0.0.1'],
	['connect', 'udp://127.0.0.1:1'],
	['connect', CLOSED, '--from', 'x'],
	['connect', CLOSED, '--tls-insecure'],
	['send', '127.0.0.1:1', 'x'],
	['send', CLOSED],
	['send', CLOSED, '4g', '--hex'],
	['send', 'udp://127.0.0.1:1', 'x', '--via', 'http://h:1'],
	['ask', CLOSED, 'x'],
	['ask', 'udp://127.0.0.1:1'],
	['ask', 'udp://127.0.0.1:1', 'x', '--timeout', '0'],
	['ask', 'udp://127.0.0.1:1', 'zz', '--hex'],
	['proxy', TCP, 'udp://127.0.0.1:1'],
	['proxy', TCP, CLOSED, '--fault', 'gremlins=1'],
	['proxy', TCP, CLOSED, '--fault', 'reorder=1'],
	['proxy', TCP, CLOSED, '--rewrite', 's/a(/b/'],
	['generate', 'x://y'],
	['generate', CLOSED, '--size', '1'],
	['sequence', CLOSED],
	['sequence', 'nonsense', '--send', 'x'],
	['probe', 'unix:/x'],
	['probe', 'tcp://127.0.0.1:0'],
	['owner', 'nonsense'],
	['listen', TCP, '--preset', 'nope'],
	['listen', TCP, '--preset', 'class-udp'],
	['listen', 'udp://127.0.0.1:0', '--ttl', '0'],
	['listen', TCP, '--ttl', '5'],
	['listen', TCP, '--name', ''],
	['listen', TCP, '--name', 'x'.repeat(100_000)],
	['listen', 'unixgram:'],
	['listen', TCP, '--capture', ''],
	['listen', TCP, '--filter', 'dri:in'],
	['listen', TCP, '--rules', '/nowhere/rules.json'],
	['listen', TCP, '--folder', '/nowhere'],
	['listen', TCP, '--script', '/nowhere/script.js'],
	['listen', 'tls://127.0.0.1:0', '--tls-cert', '/nowhere/cert.pem'],
	['export', folder, '--format', 'xml'],
	['show'],
	['serve', '--port', '65536'],
	['workspace'],
	['workspace', 'check'],
	['workspace', 'check', '/nowhere/x.json'],
	['workspace', 'new', '--preset', 'nope'],
	['run'],
	['run', '/nowhere/x.json'],
	['test'],
	['test', '/nowhere/x.json'],
	['test', '/nowhere/x.json', '--tap', '--json'],
	['help', 'nope'],
	['completions', 'tcsh'],
];

/** Invalid contents of instruction files. */
const BAD: readonly unknown[] = [
	'',
	'{',
	'\0\u009b',
	5,
	null,
	'"text"',
	[],
	{},
	{ rules: [] },
	[null],
	[5],
	[{}],
	{ rules: 'x' },
	{ rules: {} },
	{ onOpen: [] },
	[{ match: 'any' }],
	[{ match: {} }],
	[{ match: { type: 5 } }],
	[{ match: { type: 'regex' } }],
	[{ match: { type: 'regex', pattern: '' } }],
	[{ match: { type: 'regex', pattern: 'a'.repeat(2_000_000) } }],
	[{ match: { type: 'equals', pattern: { format: 'octal', text: '' } } }],
	[{ match: { type: 'any' }, delayMs: 1.5 }],
	[{ match: { type: 'any' }, delayMs: 1e300 }],
	[{ match: { type: 'any' }, reply: { format: 'hex', text: 'zz' } }],
	[{ match: { type: 'any' }, file: { path: '' } }],
	{ script: {} },
	{ script: { source: '' } },
	{ name: '', steps: [] },
	{ name: 'x', client: {}, steps: [{}] },
	{ name: 'x', client: { kind: 'tcp-client', name: 'c', host: '127.0.0.1', port: 1 }, steps: [{ type: 'send' }] },
];

/** No library messages, no JSON, no stack. */
function expectSentences(text: string): void {
	expect(text).toMatch(/\w+ \w+/);
	expect(text).not.toMatch(
		/^\s*[[{]$|"code":|Too (small|big)|Invalid (input|option|string|number)|expected (string|object|array|number)|Zod|^ +at /m,
	);
	expect(text).not.toContain('undefined');
	expect(text).not.toMatch(/[\0\u0080-\u009f]/);
}

describe('invalid input exits with 2 and a sentence', () => {
	it.each(NOT_UNDERSTOOD.map((args) => [args.join(' ').slice(0, 60), args] as const))('%s', async (_name, args) => {
		const { code, said: text } = await run(args);
		expect(code, text).toBe(EXIT.usage);
		expectSentences(text);
	});

	it.each(BAD.map((content) => [(JSON.stringify(content) ?? '').slice(0, 60), content] as const))(
		'a file with %s',
		async (_name, content) => {
			const path = file('instructions', content);
			for (const args of [
				['listen', TCP, '--rules', path],
				['sequence', CLOSED, '--file', path],
				['run', path],
			]) {
				const { code, said: text } = await run(args);
				expect(code, `${args[0]}: ${text}`).toBe(EXIT.usage);
				expectSentences(text);
				expect(text).toContain(path);
			}
		},
	);

	it.each([
		['nothing', ''],
		['white space', ' \n'],
		['what is no script', 'let = ;;'],
	])('a script of %s', async (_name, source) => {
		const { code, said: text } = await run(['listen', TCP, '--script', file('script.js', source)]);
		expect(code, text).toBe(EXIT.usage);
		expectSentences(text);
	});
});

describe('a failed operation exits with 1', () => {
	it.each<[string, () => string[]]>([
		['nobody listens', () => ['connect', CLOSED]],
		['nobody takes it', () => ['send', CLOSED, 'x']],
		['nothing can be generated there', () => ['generate', CLOSED, '--count', '1']],
		['an address that is not ours', () => ['listen', 'tcp://192.0.2.1:0']],
		['a port that is closed', () => ['probe', CLOSED]],
		['a port that nobody holds', () => ['owner', CLOSED]],
		['a capture that is not there', () => ['show', join(folder, 'none')]],
		['a capture that is none', () => ['show', file('none.pcap', 'this is no capture')]],
		['the same to export', () => ['export', file('none.pcap', 'this is no capture'), '--format', 'csv']],
		['a file to send that is not there', () => ['send', CLOSED, '--file', join(folder, 'none')]],
	])('%s', async (_name, args) => {
		const { code, said: text } = await run(args());
		expect(code, text).toBe(EXIT.failed);
		expectSentences(text);
	});
});

describe('output that cannot be written exits with 3', () => {
	it.each(['/nowhere/file', '.'])('a certificate to %s', async (path) => {
		mkdirSync(join(folder, 'data'), { recursive: true });
		const { code, said: text } = await run(['ca', '--export', path, '--data', join(folder, 'data')]);
		expect(code, text).toBe(EXIT.output);
		expectSentences(text);
	});
});

it('success exits with 0', async () => {
	for (const args of [
		['presets'],
		['interfaces', '--json'],
		['script-api'],
		['--help'],
		['listen', '--help'],
		['help', 'workspace', 'check'],
		['help', 'exit-codes'],
		['--version'],
	]) {
		expect(await run(args), args.join(' ')).toMatchObject({ code: EXIT.done });
	}
	expect((await run(['--help'])).said).toContain('Exit codes of every command');
});
