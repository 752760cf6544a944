import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPreset } from '../../../common/presets/index.ts';
import { event, events, listeningPort, python, testFolder, wirebench } from './testing/cli.fixture.ts';
import { commandLines } from './testing/command-lines.fixture.ts';

const run = commandLines();

const text = (written: string) => ({ format: 'text', text: written });
const any = { type: 'any' };

/** Sends its input and prints, as hex, everything received until the end. */
const CLIENT = [
	'import socket, sys',
	's = socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=60)',
	's.sendall(bytes.fromhex(sys.argv[2]))',
	'print(b"".join(iter(lambda: s.recv(4096), b"")).hex())',
];

function fileWith(value: unknown): string {
	const file = join(testFolder(), 'rules.json');
	writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
	return file;
}

async function answersTo(port: number, sent: string): Promise<string> {
	const client = python(CLIENT, [String(port), Buffer.from(sent).toString('hex')]);
	return Buffer.from(await client.line(() => true), 'hex').toString();
}

describe('--rules', () => {
	const responder = {
		onOpen: { reply: text('hi\n') },
		rules: [
			{
				match: { type: 'equals', pattern: text('bye') },
				reply: { format: 'escaped', text: 'see you\\n' },
				after: 'end',
			},
			{ match: { type: 'regex', pattern: '^add (\\d+)$' }, reply: text('got {{1}}{{eol}}') },
			{ match: any, delayMs: 10, reply: text('? {{data|upper}}{{eol}}') },
		],
	};

	it('answers a plain client by the rules of a file, on open too', async () => {
		const server = wirebench([
			'listen',
			'tcp://127.0.0.1:0',
			'--rules',
			fileWith(responder),
			'--framing',
			'line',
			'--json',
		]);
		const port = await listeningPort(server);
		expect(await answersTo(port, 'add 12\nfoo\r\nbye\n')).toBe('hi\ngot 12\n? FOO\r\nsee you\n');
	});

	it('accepts a bare list of rules, and the responder from "presets --json"', async () => {
		const listed = wirebench([
			'listen',
			'tcp://127.0.0.1:0',
			'--rules',
			fileWith(responder.rules.slice(0, 1)),
			'--json',
		]);
		expect(await answersTo(await listeningPort(listed), 'bye')).toBe('see you\n');
		const config = findPreset('one-shot')?.config;
		const file = fileWith(config !== undefined && 'responder' in config ? config.responder : undefined);
		const preset = wirebench(['listen', 'tcp://127.0.0.1:0', '--rules', file, '--json']);
		expect(await answersTo(await listeningPort(preset), 'can you hear me?')).toBe('Yes');
	});

	it.each([
		['{', /is not JSON: /],
		[[], /rules\.json: It has no rule, so nothing would be answered/],
		[5, /rules\.json: It has to be an object\.\n$/],
		[{ rule: [] }, /rules\.json: rule: There is nothing of this name here\.\n$/],
		[[{ match: any, dealyMs: 5 }], /: rules\[0\]\.dealyMs: There is nothing of this name here\.\n$/],
		[[{ reply: text('a') }], /: rules\[0\]\.match: It is missing: an object\.\n$/],
		[
			[{ match: { type: 'foo' } }],
			/: rules\[0\]\.match\.type: It is one of any, equals, starts, ends, contains, regex, fields\.\n$/,
		],
		[[{ match: any, after: 'x' }], /: rules\[0\]\.after: It is one of keep, end, reset\.\n$/],
		[[{ match: any, delayMs: -1 }], /: rules\[0\]\.delayMs: It is at least 0\.\n$/],
		[
			[{ match: any }, { match: { type: 'regex', pattern: 'a(' } }],
			/: rules\[1\]\.match\.pattern, character 1: .*compile/,
		],
		[[{ match: any, reply: text('ab {{foo}}') }], /: rules\[0\]\.reply, character 6: There is no \{\{foo\}\}/],
	])('reports where a file is wrong: %j', async (value, sentence) => {
		const { code, stderr } = await run(['listen', 'tcp://127.0.0.1:0', '--rules', fileWith(value)]);
		expect(code).toBe(2);
		expect(stderr).toMatch(sentence);
	});
});

describe('changed answers of a preset', () => {
	it('--folder: http-server serves another folder', async () => {
		const folder = join(testFolder(), 'site');
		mkdirSync(folder);
		writeFileSync(join(folder, 'a b.txt'), 'hello');
		const server = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', 'http-server', '--folder', folder, '--json']);
		const page = await answersTo(await listeningPort(server), 'GET /a%20b.txt HTTP/1.1\r\nHost: x\r\n\r\n');
		expect(page).toMatch(/^HTTP\/1\.1 200 OK\r\n.*Content-Length: 5\r\n.*\r\n\r\nhello$/s);
	});

	it('--answer-after: the interval of timestamp-echo-client', async () => {
		const timed = ['--preset', 'timestamp-echo-client', '--answer-after', '20', '--json'];
		const echo = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', 'timestamp-echo', '--json']);
		const client = wirebench(['connect', `tcp://127.0.0.1:${await listeningPort(echo)}`, ...timed]);
		// Within the ten seconds of the preset it could send only one request.
		await event(client, 'data', { direction: 'out' });
		await client.line(() => events(client).filter(({ direction }) => direction === 'out').length >= 4);
	});

	it.each([
		[['--answer-after', '5'], 'No rule answers'],
		[['--folder', '.'], 'No rule answers with the files of a folder'],
		[['--preset', 'http-server', '--folder', '/does/not/exist'], 'There is no folder /does/not/exist.'],
		[['--reply', 'x', '--rules', 'y'], 'One of them answers: --script, --reply or --rules.'],
	])('reports conflicting options: %j', async (options, sentence) => {
		const { code, stderr } = await run(['listen', 'tcp://127.0.0.1:0', ...options]);
		expect(code).toBe(2);
		expect(stderr).toMatch(sentence);
	});
});
