import { join } from 'node:path';
import { expect, it } from 'vitest';
import { event, listeningPort, python, testFolder, wirebench } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

/** Sends messages with a length of two bytes before them, in odd pieces. */
const SEND = [
	'import socket, sys, struct, random',
	'random.seed(7)',
	'stream = b"".join(struct.pack(">H", i * 37 % 3000) + bytes([i]) * (i * 37 % 3000) for i in range(60))',
	's = socket.create_connection(("127.0.0.1", int(sys.argv[1])))',
	's.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)',
	'at = 0',
	'while at < len(stream):',
	'    size = random.choice([1, 2, 3, 700, 1460, 5000])',
	'    s.sendall(stream[at:at + size])',
	'    at += size',
	's.sendall(b"\\x00\\x09rest")',
	's.close()',
];

const EXPECTED = Array.from({ length: 60 }, (_, i) => {
	const length = (i * 37) % 3000;
	return Buffer.concat([Buffer.from([length >>> 8, length & 255]), Buffer.alloc(length, i)]).toString('hex');
});

it('prints messages in place of reads, with their numbers and reads, and with another framing on request', async () => {
	const folder = join(testFolder(), 'capture');
	const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--framing', 'length:2', '--json', '--capture', folder]);
	const peer = python(SEND, [String(await listeningPort(listen))]);
	expect(await peer.exit()).toBe(0);
	await event(listen, 'close', { connection: 1 });
	listen.child.kill('SIGINT');
	expect(await listen.exit()).toBe(0);

	const shown = await run(['show', folder, '--messages', '--json']);
	expect(shown.code).toBe(0);
	const lines = shown.stdout
		.trim()
		.split('\n')
		.map((line): Record<string, unknown> => JSON.parse(line));
	const messages = lines.filter((line) => line.event === 'data');
	expect(messages.map(({ hex }) => hex)).toEqual([...EXPECTED, Buffer.from('\0\trest').toString('hex')]);
	expect(messages.map(({ number }) => number)).toEqual(messages.map((_, i) => i + 1));
	expect(messages.at(-1)).toMatchObject({ complete: false, fault: true, length: 6 });
	expect(lines.map(({ event: kind }) => kind)).toEqual(expect.arrayContaining(['listening', 'open', 'end', 'close']));

	// 50 bytes of one value are in no single read.
	const long = await run(['show', folder, '--messages', '--filter', 'len>2500 hex:0b0b']);
	expect(long.stdout).toBe('');
	const some = await run(['show', folder, '--messages', '--json', '--filter', 'len=39']);
	expect(JSON.parse(some.stdout)).toMatchObject({ number: 2, length: 39, hex: EXPECTED[1] });

	// An export has the same messages.
	const exported = await run(['export', folder, '--messages', '--format', 'jsonl']);
	const rows = exported.stdout
		.trim()
		.split('\n')
		.map((line): Record<string, unknown> => JSON.parse(line));
	const facts = ({ event: kind, hex, number, reads, first, complete, fault }: Record<string, unknown>) => ({
		kind,
		hex,
		number,
		reads,
		first,
		complete,
		fault,
	});
	expect(rows.map(facts)).toEqual(lines.map(facts));
	const refused = await run(['export', folder, '--messages', '--format', 'raw']);
	expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('raw has the reads as they came')]);

	const tried = await run(['show', folder, '--messages', '--framing', 'fixed:1000', '--filter', 'kind:data']);
	expect(tried.stdout.split('\n')[0]).toMatch(/ #1 ← \[1( in \d+ reads)?\] 1000 /);
	const alone = await run(['show', folder, '--framing', 'line']);
	expect([alone.code, alone.stderr]).toEqual([2, expect.stringContaining('add --messages')]);
});
