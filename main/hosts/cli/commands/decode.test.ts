import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SAMPLES } from '../../../../common/decode/dns/samples.fixture.ts';
import { toHex } from '../../../../common/payload/hex.ts';
import { testFolder } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

test('decodes hex as what it looks like, a file as what is asked for, and says what is missing', async () => {
	const [question] = SAMPLES;
	if (question === undefined) throw new Error('no sample');
	const guessed = await run(['decode', '--hex', toHex(question.bytes, ':')]);
	expect(guessed.code).toBe(0);
	expect(JSON.parse(guessed.stdout)).toMatchObject({
		protocol: 'dns',
		start: 0,
		end: question.bytes.length,
		fields: expect.arrayContaining([{ name: 'id', value: 0x1a2b, start: 0, end: 2 }]),
	});

	const file = join(testFolder(), 'message.bin');
	writeFileSync(file, 'GET / HTTP/1.1\r\nHost: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab');
	// What programs read is the same in every language.
	const chosen = await run(['--language', 'zh-Hans', 'decode', '--as', 'http', file]);
	const units = chosen.stdout
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
	expect(units).toMatchObject([
		{ start: 0, end: 27 },
		{ start: 27, error: '3 bytes missing' },
	]);
});

test('names what is wrong with the command line, or that the bytes look like nothing', async () => {
	for (const [args, says] of [
		[['decode'], 'Name a file, or give the bytes with --hex.'],
		[['decode', '--hex', '00', 'file'], 'Give a file or --hex, not both.'],
		[['decode', '--hex', 'zz'], '--hex: '],
		[['decode', '--hex', '00 01 02'], 'look like no protocol'],
	] as const) {
		const { code, stderr } = await run(args);
		expect(code, says).not.toBe(0);
		expect(stderr).toContain(says);
	}
});

test('decodes Protocol Buffers by a .proto file', async () => {
	const file = join(testFolder(), 'meter.proto');
	writeFileSync(
		file,
		'syntax = "proto3"; package acme; message Reading { uint32 id = 1; repeated sint32 values = 2; }',
	);
	const args = ['decode', '--as', 'protobuf', '--proto', file, '--hex', '0807 1202 0104'];
	const decoded = await run([...args, '--message', 'acme.Reading']);
	expect(JSON.parse(decoded.stdout)).toMatchObject({
		protocol: 'protobuf',
		fields: [
			{ name: 'id', value: 7 },
			{ name: 'values', value: '[2]', children: [{ value: -1 }, { value: 2 }] },
		],
	});
	expect((await run(args)).stderr).toContain('--proto and --message need each other.');
	expect((await run([...args, '--message', 'Other'])).stderr).toContain('it can be acme.Reading.');
	expect((await run([...args, '--message', 'Reading', '--as', 'dns'])).stderr).toContain(
		'--proto is for Protocol Buffers',
	);
});
