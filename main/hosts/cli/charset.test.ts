import { expect, it } from 'vitest';
import { python, testFolder, wirebench } from './testing/cli.fixture.ts';

/** Sends each text cut in its last character, the rest when the first part was answered; then half a character. */
const CUTTING = [
	'import socket, sys',
	'c = socket.create_connection(("127.0.0.1", int(sys.argv[1])))',
	'answers = c.makefile("rb")',
	'for text in sys.argv[3:]:',
	'    data = text.encode(sys.argv[2])',
	'    for part in data[:-1], data[-1:]:',
	'        c.sendall(part)',
	'        print(answers.readline().decode(sys.argv[2]), end="")',
	'c.sendall(data[:1])',
	'answers.readline()',
	'c.shutdown(socket.SHUT_WR)',
	'print(answers.read())',
];

/** Accepts one client and prints its bytes up to its end, in a charset and in hexadecimal. */
const READER = [
	'import socket, sys',
	's = socket.create_server(("127.0.0.1", 0))',
	'print(s.getsockname()[1])',
	'c, _ = s.accept()',
	'all = b""',
	'while data := c.recv(65536): all += data',
	'print(all.hex())',
	'print(all.decode(sys.argv[1], "replace"))',
	'c.close()',
];

it.each([
	['gbk', 'gb2312'],
	['big5', 'Big5-HKSCS'],
])(
	'listen answers a Python client in %s, and shows its cut characters whole, as show does later',
	async (encoding, label) => {
		const folder = testFolder();
		const server = wirebench([
			'listen',
			'tcp://127.0.0.1:0',
			'--charset',
			label,
			'--reply',
			'好：{{n}}\\n',
			'--capture',
			folder,
		]);
		const [, port = ''] = /:(\d+)$/.exec(await server.line((line) => line.includes('listens on'))) ?? [];
		const client = python(CUTTING, [port, encoding, '你好', '再說']);
		expect(await client.exit()).toBe(0);
		await server.line((line) => line.includes('closed after'));
		expect(client.stdout()).toBe("好：1\n好：2\n好：3\n好：4\nb''\n");
		const received = (output: string) => output.split('\n').flatMap((line) => / ← (.*)$/.exec(line)?.[1] ?? []);
		const half = encoding === 'gbk' ? '\\xd4' : '\\xa6';
		const shown = ['3 你', '1 好', '3 再', '1 說', '1 ', `ended within a character: ${half}`];
		expect(received(server.stdout())).toEqual(shown);
		server.child.kill('SIGINT');
		await server.exit();
		const stored = wirebench(['show', folder]);
		expect(await stored.exit()).toBe(0);
		expect(received(stored.stdout())).toEqual(shown);
		const other = wirebench(['show', folder, '--charset', 'latin1']);
		await other.exit();
		expect(received(other.stdout())[1]).toMatch(/^1 .$/);
	},
);

it('connect --interactive writes typed text in its charset, refuses what it lacks, and passes other bytes on', async () => {
	const server = python(READER, ['gbk']);
	const port = await server.line((line) => /^\d+$/.test(line));
	const raw = Buffer.from('c4e3ff0a', 'hex');
	const input = Buffer.concat([Buffer.from('你好\n好😀\n€\n'), raw]);
	const client = wirebench(
		['connect', `tcp://127.0.0.1:${port}`, '--interactive', '--charset', 'gbk', '--line-ending', 'lf', '--quiet'],
		{ input },
	);
	expect(await client.exit()).toBe(0);
	expect(client.stderr()).toBe('Not sent, at character 2: “😀” is not in gbk.\n');
	expect(await server.line((line) => line.length > 10)).toBe('c4e3bac30a800ac4e3ff0a');
	await server.line((line) => line === '你好');
});

it('rules of a preset have the charset that the command says, as has a typed line to it', async () => {
	const server = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', 'upper-echo', '--charset', 'gbk']);
	const [, port = ''] = /:(\d+)$/.exec(await server.line((line) => line.includes('listens on'))) ?? [];
	const client = wirebench(
		[
			'connect',
			`tcp://127.0.0.1:${port}`,
			'--preset',
			'interactive-client',
			'--charset',
			'gb18030',
			'--line-ending',
			'lf',
		],
		{ input: Buffer.from('a 你好 €\n') },
	);
	await client.line((line) => line.includes(' ← 10 A 你好 €'));
	client.child.kill('SIGINT');
	await client.exit();
	server.child.kill('SIGINT');
	await server.exit();
});

it('a charset that does not exist is refused with near ones', async () => {
	const refused = wirebench(['connect', 'tcp://127.0.0.1:1', '--charset', 'gkb']);
	expect(await refused.exit()).toBe(2);
	expect(refused.stderr()).toContain('There is no charset “gkb”. Did you mean gbk?');
});
