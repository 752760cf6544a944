import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../testing/cli.fixture.ts';
import { commandLines } from '../testing/command-lines.fixture.ts';

const run = commandLines();

const STRUCTURE = {
	structure: 1,
	id: 'meter',
	fields: [
		{ name: 'start', type: 'u8', const: '0x68' },
		{ name: 'len', type: 'u8' },
		{ name: 'cmd', type: 'u8', enum: 'Command' },
		{ name: 'body', type: 'text', length: 'len', charset: 'gbk' },
		{ name: 'crc', type: 'checksum', algorithm: 'crc16-modbus' },
	],
	enums: { Command: { 1: 'read', 2: 'write' } },
};

function files(structure: unknown = STRUCTURE) {
	const folder = testFolder();
	const file = (name: string, value: unknown): string => {
		writeFileSync(join(folder, name), JSON.stringify(value));
		return join(folder, name);
	};
	return { structure: file('meter.json', structure), file };
}

test('encodes values, and decodes them to the same', async () => {
	const { structure, file } = files();
	const encoded = await run(['encode', '--structure', structure, file('values.json', { cmd: 'write', body: '温度' })]);
	expect(encoded).toMatchObject({ code: 0, stdout: '680402cec2b6c86260\n' });
	const hex = encoded.stdout.trim();
	const decoded = await run(['decode', '--structure', structure, '--hex', hex]);
	expect(JSON.parse(decoded.stdout)).toMatchObject({
		protocol: 'meter',
		start: 0,
		end: 9,
		fields: expect.arrayContaining([{ name: 'cmd', value: 2, meaning: 'write', start: 2, end: 3 }]),
	});
	const values = await run(['decode', '--structure', structure, '--values', '--hex', hex + hex]);
	const [first, second] = values.stdout.trim().split('\n');
	expect(second).toBe(first);
	expect((await run(['encode', '--structure', structure, file('again.json', JSON.parse(first ?? ''))])).stdout).toBe(
		encoded.stdout,
	);
	const wrong = await run(['decode', '--structure', structure, '--hex', '680402cec2b6c80000']);
	expect(JSON.parse(wrong.stdout)).toMatchObject({ error: 'wrong checksum: 0x6062 expected' });
});

test('names wrong values with their paths, and what is wrong in a structure with its places', async () => {
	const { structure, file } = files();
	const wrong = await run(['encode', '--structure', structure, file('values.json', { cmd: 'rite', body: 1 })]);
	expect(wrong).toMatchObject({ code: 2, stdout: '' });
	expect(wrong.stderr).toContain('cmd cannot be “rite”: it can be write.\n');
	expect(wrong.stderr).toContain('body has to be a text.\n');
	const fine = await run(['structure', 'check', structure]);
	expect(fine).toMatchObject({ code: 0, stdout: `${structure} is fine: meter.\n` });
	const broken = files({ ...STRUCTURE, fields: [{ name: 'a', type: 'bytes', length: 'b + ' }] }).structure;
	const checked = await run(['structure', 'check', broken, '--language', 'zh-Hans']);
	expect(checked.code).toBe(2);
	expect(checked.stdout).toContain('fields[0].length：第 5 个字符：此处应为数字、带引号的文本或字段名。');
	expect((await run(['structure', 'check', '--json', broken])).stdout).toContain('"path":"fields[0].length"');
	for (const [args, says] of [
		[['decode', '--structure', broken, '--hex', '00'], 'fields[0].length: character 5: Expected a number'],
		[['decode', '--values', '--hex', '00'], '--values needs --structure.'],
		[
			['decode', '--structure', structure, '--values', '--hex', '68'],
			'The message at byte 0 cannot be read: 1 byte missing.',
		],
	] as const)
		expect(await run(args)).toMatchObject({ code: 2, stderr: expect.stringContaining(says) });
});

test('proposes a structure for messages, which decodes them', async () => {
	const folder = testFolder();
	const messages = ['68 03 01 61 62 63', '68 05 02 61 62 63 64 65', '68 04 03 7a 62 63 64'];
	const file = join(folder, 'messages.txt');
	writeFileSync(file, messages.join('\n'));
	const guessed = await run(['structure', 'guess', '--id', 'mine', file]);
	expect(guessed.code).toBe(0);
	expect(JSON.parse(guessed.stdout)).toMatchObject({ structure: 1, id: 'mine' });
	writeFileSync(join(folder, 'mine.json'), guessed.stdout);
	const decoded = await run([
		'decode',
		'--structure',
		join(folder, 'mine.json'),
		'--values',
		'--hex',
		messages[1] ?? '',
	]);
	expect(JSON.parse(decoded.stdout)).toEqual({ constant: '68', length: 5, counter: 2, text: 'abcde' });
	const found = await run(['structure', 'guess', '--findings', file]);
	expect(JSON.parse(found.stdout)).toMatchObject({ framing: { type: 'length', at: 1, bytes: 1, bias: 3 } });
	writeFileSync(file, '0102');
	expect(await run(['structure', 'guess', file])).toMatchObject({ code: 2 });
	const sample = await run(['structure', 'sample', '--name', 'imu']);
	expect(JSON.parse(sample.stdout)).toMatchObject({ structure: 1, id: 'imu' });
});

test('imports a .ksy file, and names what is outside', async () => {
	const file = join(testFolder(), 'x.ksy');
	writeFileSync(
		file,
		'meta: {id: my_x, endian: be}\nseq:\n  - {id: len, type: u2}\n  - {id: b, size: len, process: zlib}\n',
	);
	const imported = await run(['structure', 'import', file]);
	expect(imported.code).toBe(0);
	expect(JSON.parse(imported.stdout)).toMatchObject({
		id: 'myX',
		fields: [{ name: 'len', type: 'u16' }, { name: 'b' }],
	});
	expect(imported.stderr).toContain('seq[1].process: It is not imported: structures have no zlib.');
	writeFileSync(file, 'seq: [');
	expect(await run(['structure', 'import', file])).toMatchObject({ code: 2, stdout: '' });
});
