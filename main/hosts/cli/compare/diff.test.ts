import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { endpointConfigSchema } from '../../../../common/endpoints/index.ts';
import { findPreset } from '../../../../common/presets/index.ts';
import { createHeadless } from '../../../app/headless.ts';
import { pcapFile } from '../../../capture/import/files.fixture.ts';
import { framed, ip, udpDatagram } from '../../../capture/import/frames.fixture.ts';
import { eventsIn, python, testFolder } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

/** Says each text of each conversation, a connection after the other, and waits for the answer, which is as long, and for the end. */
const SAY = [
	'import json, socket, sys',
	'for texts in json.loads(sys.argv[2]):',
	'    s = socket.create_connection(("127.0.0.1", int(sys.argv[1])))',
	'    for text in texts:',
	'        data = text.encode()',
	'        s.sendall(data)',
	'        while data: data = data[len(s.recv(len(data))):]',
	'    s.shutdown(socket.SHUT_WR)',
	'    assert s.recv(1) == b""',
	'    s.close()',
];

/** Records clients that talk to an echo in upper case, one after the other; returns the folder of the capture. */
async function recorded(conversations: readonly (readonly string[])[], framing: object = {}): Promise<string> {
	const folder = join(testFolder(), 'capture');
	const { engine, close } = await createHeadless({ captureFolder: folder });
	const preset = findPreset('upper-echo');
	const config = { ...preset?.config, host: '127.0.0.1', port: 0, ...framing };
	const { id } = engine.create(endpointConfigSchema.parse(config));
	const { local } = await engine.start(id);
	const said = python(SAY, [String(local?.port), JSON.stringify(conversations)]);
	expect(await said.exit()).toBe(0);
	await new Promise<void>((resolve) => {
		const look = (): void => {
			engine.takeChanges();
			if (engine.connections().length === 0) resolve();
			else engine.onChange(look);
		};
		look();
	});
	await close();
	return folder;
}

it('a golden run: the same client twice is equal, with one changed byte it is different, at its place', async () => {
	const [golden, again, changed] = await Promise.all([
		recorded([['hello', 'second'], ['third']], { framing: { type: 'fixed', length: 1 } }),
		recorded([['hello', 'second'], ['third']], { framing: { type: 'fixed', length: 1 } }),
		recorded([['hello', 'sekond'], ['third']]),
	]);
	const equal = await run(['diff', golden, again]);
	expect(equal).toMatchObject({ code: 0, stderr: '' });
	expect(equal.stdout).toBe('Equal: 2 connections, 32 equal messages of 32 bytes.\n');

	const different = await run(['diff', golden, changed, '--framing', 'none']);
	expect(different).toMatchObject({ code: 1, stderr: '' });
	expect(different.stdout).toMatch(
		/^Connection 1 \(.*, 127\.0\.0\.1:\d+ ↔ 127\.0\.0\.1:\d+\): the received stream differs \(event \d+ of the first, event \d+ of the second\)\.\nAt byte 7 \(0x7\): 63 “c” in the first, 6b “k” in the second\.\n/,
	);
	expect(different.stdout).toContain('first  ');
	expect(different.stdout).toMatch(/\nDifferent: 2 connections, .*2 changed\.\n$/);

	const hans = await run(['diff', golden, changed, '--framing', 'none', '--language', 'zh-Hans']);
	expect(hans).toMatchObject({ code: 1, stderr: '' });
	expect(hans.stdout).toMatch(
		/^连接 1（.*）：接收的字节流：两方不同（第一方的事件 \d+，第二方的事件 \d+）。\n在字节 7（0x7）：第一方为 63 “c”，第二方为 6b “k”。\n第一方 0000 {2}/,
	);

	const json = await run(['diff', golden, changed, '--framing', 'fixed:1', '--all', '--json', '--language', 'zh-Hant']);
	expect(json.code).toBe(1);
	expect(eventsIn(json.stdout)).toMatchObject([
		{ event: 'difference', kind: 'changed', side: 'in', messages: { a: 8, b: 8 }, byte: { a: 0, b: 0 } },
		{ event: 'difference', kind: 'changed', side: 'out', messages: { a: 8, b: 8 } },
		{ event: 'summary', equal: false, connections: 2, same: 30, changed: 2, missing: 0, extra: 0 },
	]);

	for (const ignore of [
		['--framing', 'fixed:1', '--ignore', 'message=8:0'],
		['--framing', 'none', '--ignore-regex', '(?i)[ck]on'],
	]) {
		expect({ ignore, ...(await run(['diff', golden, changed, ...ignore])) }).toMatchObject({ ignore, code: 0 });
	}
	const received = await run(['diff', golden, changed, '--framing', 'none', '--ignore', 'in:7']);
	expect(received.code).toBe(1);
	expect(received.stdout).toContain('the sent stream differs');
	const one = await run(['diff', golden, changed, '--connection', '2']);
	expect(one.code).toBe(0);
	const other = await run(['diff', golden, changed, '--connection', '2:1', '--framing', 'none']);
	expect(other.code).toBe(1);
	const late = await run(['diff', golden, again, '--within', '86400000']);
	expect(late.code).toBe(0);
	const early = await run(['diff', golden, again, '--within', '0']);
	expect(early.code).toBe(1);
	expect(early.stdout).toMatch(/received message \d+ came \d+ ms (later|earlier) in the second/);

	// A damaged capture is neither equal nor different. Blocks are multiples of four bytes: it is cut within one.
	truncateSync(join(golden, 'capture-000001.pcapng'), 701);
	const damaged = await run(['diff', golden, golden]);
	expect(damaged.code).toBe(2);
	expect(damaged.stderr).not.toBe('');
});

const ADDRESSES = { source: '10.0.0.1', destination: '10.0.0.2' };

/** A capture of another program with UDP messages, each from a port and `apart` ns after the one before. */
function pcap(messages: readonly (readonly [port: number, text: string])[], apart = 1000): string {
	const path = join(testFolder(), 'other.pcap');
	const frames = messages.map(([from, text], i) => ({
		time: 1_700_000_000_000_000_000n + BigInt(i * apart),
		bytes: framed(1, ip(ADDRESSES, 17, udpDatagram(ADDRESSES, { from, to: 53 }, Buffer.from(text)))),
	}));
	writeFileSync(path, pcapFile(frames));
	return path;
}

it('an inserted message, or a connection in between, does not make what follows differ', async () => {
	const first = [5, 'ask 1'] as const;
	const second = [5, 'ask 2'] as const;
	const golden = pcap([first, second, [5, 'ask 3'], [6, 'the last one']]);
	const others = [first, [5, 'new'], second, [5, 'ask 3'], [7, 'between'], [6, 'the last one']] as const;
	const { code, stdout } = await run(['diff', golden, pcap(others), '--all', '--json']);
	expect(code).toBe(1);
	expect(eventsIn(stdout)).toMatchObject([
		{ kind: 'extra', messages: { b: 2 }, connection: { a: 1, b: 1 } },
		{ kind: 'extra-connection', connection: { b: 2 } },
		{ event: 'summary', connections: 3, alone: 1, same: 4, extra: 1, changed: 0 },
	]);
	// Other ports and times are no difference; a lost message is one.
	expect(
		await run([
			'diff',
			golden,
			pcap(
				[
					[8, 'ask 1'],
					[8, 'ask 2'],
					[8, 'ask 3'],
					[9, 'the last one'],
				],
				9,
			),
		]),
	).toMatchObject({
		code: 0,
		stdout: 'Equal: 2 connections, 4 equal messages of 27 bytes.\n',
	});
	const lost = await run(['diff', golden, pcap([first, [5, 'ask 3'], [6, 'the last one']])]);
	expect(lost.code).toBe(1);
	expect(lost.stdout).toMatch(/message 2 \(5 bytes\) is missing in the second/);
});

it('finds the same byte as cmp in files of bytes', async () => {
	const folder = testFolder();
	const [one, other] = [join(folder, 'one'), join(folder, 'other')];
	writeFileSync(one, Buffer.alloc(5000, 'abcdefg'));
	writeFileSync(other, Buffer.alloc(5000, 'abcdefg').fill('X', 4321, 4322));
	const cmp = execFileSync('sh', ['-c', 'cmp -l "$1" "$2" || true', 'sh', one, other], { encoding: 'utf8' });
	const at = Number(cmp.trim().split(/\s+/)[0]) - 1;
	expect(at).toBe(4321);
	const raw = await run(['diff', '--raw', one, other]);
	expect(raw.code).toBe(1);
	expect(raw.stdout).toContain(`At byte ${at} (0x${at.toString(16)})`);
	expect(await run(['diff', '--raw', one, other, '--ignore', '4320-4325'])).toMatchObject({ code: 0 });
	expect(await run(['diff', '--raw', one, one])).toMatchObject({ code: 0, stdout: 'Equal: 5000 bytes.\n' });
});

it('ends with 2 where it cannot tell: bad options, unreadable files, a damaged capture', async () => {
	const golden = pcap([[5, 'hello']]);
	const folder = testFolder();
	const text = join(folder, 'text');
	writeFileSync(text, 'this is no capture');
	for (const args of [
		['diff', golden],
		['diff', golden, golden, '--ignore', 'x'],
		['diff', golden, golden, '--ignore', '7-4'],
		['diff', golden, golden, '--ignore-regex', '('],
		['diff', golden, golden, '--connection', '0'],
		['diff', golden, golden, '--connection', '7'],
		['diff', golden, golden, '--raw', '--within', '1'],
		['diff', golden, text],
		['diff', golden, '/nowhere'],
		['diff', '--raw', folder, golden],
	]) {
		const { code, stdout, stderr } = await run(args);
		expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
		expect(stderr).not.toBe('');
		expect(stderr).not.toContain('    at ');
	}
	expect(await run(['diff', golden, golden])).toMatchObject({ code: 0 });
});
