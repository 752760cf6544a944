import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpointConfigSchema } from '../../../../common/endpoints/index.ts';
import { TestBench } from '../../../engine/testing/workbench.fixture.ts';
import { eventsIn, listeningPort, python, run, testFolder, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';
import { missing, mosquitto, nginx, type Place, redis } from '../testing/programs.fixture.ts';

const runLine = commandLines();
const noNginx = missing('nginx');
const noRedis = missing('redis-server', 'redis-cli');
const noMosquitto = missing('mosquitto');

const url = ({ host, port }: Place): string => `tcp://${host}:${port}`;

/** The capture of a conversation that steps of a test have had with a server. */
async function recordedWith(place: Place, steps: readonly string[]): Promise<string> {
	const capture = join(testFolder(), 'capture');
	const { code, stdout } = await runLine(['sequence', url(place), ...steps, '--capture', capture]);
	expect(code, stdout).toBe(0);
	return capture;
}

/** A capture as a test, run against the real server; returns what `record` said of varying parts. */
async function passesAgain(capture: string, connection = '1'): Promise<string> {
	const file = join(testFolder(), 'test.json');
	const recorded = await runLine(['record', capture, '--connection', connection, '--as', 'test', '-o', file]);
	expect(recorded.code, recorded.stderr).toBe(0);
	const { code, stdout } = await runLine(['sequence', '--file', file]);
	expect(code, stdout).toBe(0);
	return recorded.stderr;
}

const workspaceSchema = z.object({ endpoints: z.array(z.record(z.string(), z.unknown())) });
const readWorkspace = (file: string) => workspaceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** The recorded server's side again, and what it answers to a replay of the client's side. */
async function mockAnswersReplay(capture: string): Promise<void> {
	const file = join(testFolder(), 'mock.wirebench.json');
	const mock = ['record', capture, '--as', 'mock', '--at', 'tcp://127.0.0.1:0', '-o', file];
	expect((await runLine(mock)).code).toBe(0);
	const [config] = readWorkspace(file).endpoints;
	const { args } = await new TestBench().start(endpointConfigSchema.parse(config));
	const again = await runLine(['replay', capture, `tcp://${args.join(':')}`, '--as', 'client', '--json']);
	expect(eventsIn(again.stdout).at(-1)).toMatchObject({ status: 'done', same: true });
	expect(again.code).toBe(0);
}

describe.skipIf(noNginx !== undefined)(`nginx ${noNginx ?? ''}`, () => {
	it('a recorded conversation passes as a test and as a replay, and its mock answers the same', async () => {
		const place = await nginx({ files: { 'a.txt': 'from nginx\n' } });
		const get = (path: string) => ['--send', `GET ${path} HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n`];
		const capture = await recordedWith(place, [
			...get('/a.txt'),
			'--expect-contains',
			'nginx\\n',
			...get('/none'),
			'--expect-contains',
			'</html>\\r\\n',
			'--end',
			'--expect-end',
		]);
		expect(await passesAgain(capture)).toMatch(/\+ 1 {2}a date of HTTP.*sent as \{\{time http\}\}/);
		const again = await runLine(['replay', capture, '--as', 'client']);
		expect(again.stdout).toMatch(/^same: \d+ of \d+ turns/m);
		expect(again.code).toBe(0);
		await mockAnswersReplay(capture);
	});
});

describe.skipIf(noRedis !== undefined)(`redis ${noRedis ?? ''}`, () => {
	it('what redis-cli said through a proxy passes as a test, and redis-cli gets the same answers from its mock', async () => {
		const place = await redis();
		const capture = join(testFolder(), 'capture');
		const proxy = wirebench(['proxy', 'tcp://127.0.0.1:0', url(place), '--json', '--capture', capture]);
		// It asks for the documentation of the commands first.
		const asked = ['get a', 'set a one', 'get a', 'get a', 'del a'].map((line) => `${line}\n`).join('');
		const answers = async (port: number) => {
			const cli = run('redis-cli', ['-p', String(port)], { input: asked });
			expect(await cli.exit()).toBe(0);
			return cli.stdout();
		};
		const answered = await answers(await listeningPort(proxy));
		expect(answered).toBe('\nOK\none\none\n1\n');
		proxy.child.kill('SIGINT');
		expect(await proxy.exit()).toBe(0);
		await passesAgain(capture, '2');

		const file = join(testFolder(), 'mock.wirebench.json');
		const mock = ['record', capture, '--connection', '1', '--as', 'mock', '--at', 'tcp://127.0.0.1:0', '-o', file];
		expect((await runLine(mock)).code).toBe(0);
		expect(await answers(await listeningPort(wirebench(['run', file, '--json'])))).toBe(answered);
	});
});

describe.skipIf(noMosquitto !== undefined)(`mosquitto ${noMosquitto ?? ''}`, () => {
	it('a recorded conversation passes as a test, and its mock answers the same', async () => {
		const place = await mosquitto();
		const capture = await recordedWith(place, [
			...['--send-hex', '10 0d 00 04 4d 51 54 54 04 02 00 3c 00 01 61', '--expect-hex', '20 02 00 00'],
			...['--send-hex', '82 06 00 07 00 01 74 00', '--expect-hex', '90 03 00 07 00'],
			...['--send-hex', '30 05 00 01 74 68 69', '--expect-hex', '30 05 00 01 74 68 69'],
			...['--send-hex', 'e0 00', '--expect-end'],
		]);
		await passesAgain(capture);
		await mockAnswersReplay(capture);
	});
});

it('a replay as server gives a client of another program what it got before, and says what the client did otherwise', async () => {
	const capture = join(testFolder(), 'capture');
	const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--preset', 'upper-echo', '--json', '--capture', capture]);
	const talk = [
		'import socket, sys',
		's = socket.create_connection(("127.0.0.1", int(sys.argv[1])))',
		'for text in sys.argv[2:]:',
		'    s.sendall(text.encode())',
		'    print(s.recv(100).decode(), flush=True)',
		's.close()',
	];
	expect(await python(talk, [String(await listeningPort(listen)), 'ab', 'cde']).exit()).toBe(0);
	await listen.line((line) => line.includes('"close"'));
	listen.child.kill('SIGINT');
	expect(await listen.exit()).toBe(0);

	const server = wirebench(['replay', capture, 'tcp://127.0.0.1:0', '--as', 'server']);
	const port = (await server.line((line) => line.startsWith('listening on'))).split(':').at(-1) ?? '';
	const client = python(talk, [port, 'ab', 'xyz']);
	expect(await client.exit()).toBe(0);
	expect(client.stdout()).toBe('AB\nCDE\n');
	expect(await server.exit()).toBe(1);
	expect(server.stdout()).toMatch(/^Turn 3 differs from the recording\.\n {2}At byte 0 .*expected 63 .*, got 78 /m);
});

it('a conversation in GBK becomes a mock and a test that are readable in it, and a client in Python gets the same', async () => {
	const capture = join(testFolder(), 'capture');
	const reply = ['--reply', '你好，{{data}}', '--charset', 'gb2312'];
	const listen = wirebench(['listen', 'tcp://127.0.0.1:0', ...reply, '--json', '--capture', capture]);
	const talk = [
		'import socket, sys',
		's = socket.create_connection(("127.0.0.1", int(sys.argv[1])))',
		's.sendall("世界".encode("gbk"))',
		'print(s.recv(100).decode("gbk"))',
		's.close()',
	];
	const answer = async (port: number) => {
		const client = python(talk, [String(port)]);
		expect(await client.exit()).toBe(0);
		return client.stdout();
	};
	const answered = await answer(await listeningPort(listen));
	expect(answered).toBe('你好，世界\n');
	await listen.line((line) => line.includes('"close"'));
	listen.child.kill('SIGINT');
	expect(await listen.exit()).toBe(0);

	const file = join(testFolder(), 'mock.wirebench.json');
	const mock = ['record', capture, '--as', 'mock', '--at', 'tcp://127.0.0.1:0', '-o', file];
	expect((await runLine(mock)).code).toBe(0);
	expect(readWorkspace(file).endpoints).toMatchObject([
		{
			charset: 'gbk',
			responder: { rules: [{ match: { pattern: { text: '世界' } }, reply: { text: '你好，世界' } }] },
		},
	]);
	const again = wirebench(['run', file, '--json']);
	const port = await listeningPort(again);
	expect(await answer(port)).toBe(answered);
	const test = await runLine(['record', capture, '--as', 'test', '--at', `tcp://127.0.0.1:${port}`]);
	expect(JSON.parse(test.stdout)).toMatchObject({
		client: { charset: 'gbk' },
		steps: [{ payload: { text: '世界' } }, { expectation: { pattern: { text: '你好，世界' } } }, {}, {}],
	});
	const replay = await runLine(['replay', capture, `tcp://127.0.0.1:${port}`, '--as', 'client']);
	expect(replay.code, replay.stdout).toBe(0);
});

/** Writes a pcap file of raw IPv4 packets: two questions over UDP and their answers, from two ports. */
const WRITER = [
	'import struct, sys',
	'def udp(src, dst, sport, dport, data):',
	'    body = struct.pack(">HHHH", sport, dport, 8 + len(data), 0) + data',
	'    ip = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(body), 0, 0, 64, 17, 0, bytes(src), bytes(dst))',
	'    total = sum(struct.unpack(">10H", ip)); total = (total & 0xffff) + (total >> 16)',
	'    return ip[:10] + struct.pack(">H", ~total & 0xffff) + ip[12:] + body',
	'c, s = (10, 0, 0, 1), (10, 0, 0, 2)',
	'packets = []',
	'for port in map(int, sys.argv[2:]):',
	'    for n, text in enumerate([b"who", b"what"]):',
	'        packets.append(udp(c, s, port, 7, text)); packets.append(udp(s, c, 7, port, b"%d " % n + text.upper()))',
	'with open(sys.argv[1], "wb") as file:',
	'    file.write(struct.pack("<IHHiIII", 0xa1b2c3d4, 2, 4, 0, 0, 65535, 101))',
	'    for n, packet in enumerate(packets): file.write(struct.pack("<IIII", 1700000000 + n, 0, len(packet), len(packet)) + packet)',
];

it('datagrams of another program’s pcap become a mock and a test of either side, which pass with each other', async () => {
	const folder = testFolder();
	const file = join(folder, 'one.pcap');
	expect(await python(WRITER, [file, '5000']).exit()).toBe(0);
	const mock = join(folder, 'mock.json');
	const made = await runLine(['record', file, '--as', 'mock', '--at', 'udp://127.0.0.1:0', '-o', mock]);
	expect(made.code, made.stderr).toBe(0);
	const server = wirebench(['run', mock, '--json']);
	const at = `udp://127.0.0.1:${await listeningPort(server)}`;
	const client = join(folder, 'client.json');
	expect((await runLine(['record', file, '--as', 'test', '--at', at, '-o', client])).code).toBe(0);
	const passed = await runLine(['sequence', '--file', client]);
	expect(passed.code, passed.stdout).toBe(0);
	const again = await runLine(['replay', file, at, '--as', 'client']);
	expect(again.code, again.stdout).toBe(0);
	const other = await runLine(['record', file, '--as', 'test', '--side', 'server', '--at', 'udp://127.0.0.1:0']);
	expect(JSON.parse(other.stdout)).toMatchObject({
		connections: { server: { server: { kind: 'udp' } } },
		steps: [{ type: 'accept' }, { type: 'expect' }, { type: 'send' }, {}, {}],
	});
});

it('refuses what it cannot choose or find, in words', async () => {
	const folder = testFolder();
	const file = join(folder, 'two.pcap');
	expect(await python(WRITER, [file, '5000', '5001']).exit()).toBe(0);
	const refused = async (...args: string[]) => {
		const { code, stderr } = await runLine(['record', file, ...args]);
		return [code, stderr.trim()] as const;
	};
	expect(await refused('--as', 'test')).toEqual([
		2,
		expect.stringMatching(/^1 .*10\.0\.0\.1:5000.*\n {2}2 .*\n.*has 2 connections: choose one with --connection\./),
	]);
	expect(await refused('--as', 'test', '--connection', '9')).toEqual([
		1,
		expect.stringContaining('has no connection 9'),
	]);
	expect(await refused('--as', 'mock', '--connection', '1', '--at', 'tcp://127.0.0.1:0')).toEqual([
		2,
		expect.stringContaining('is datagrams: give an address of udp:'),
	]);
	expect(await refused('--as', 'mock', '--connection', '1', '--side', 'client')).toEqual([
		2,
		expect.stringContaining('A mock is the server side'),
	]);
	expect(await refused('--as', 'test', '--connection', '1', '--vary', '7')).toEqual([
		2,
		expect.stringContaining('There is no varying part 7'),
	]);
	const none = await runLine(['record', join(folder, 'none'), '--as', 'test']);
	expect(none.code).toBe(1);
});
