import { expect, test } from 'vitest';
import { DECODERS, guessOf } from '../../decode/index.ts';
import { fromHex } from '../../decode/testing/hex.fixture.ts';
import { toHex } from '../../payload/hex.ts';
import { structureDecoder } from '../decoder.ts';
import { checkStructure } from '../read.ts';
import { readMessage, writeMessage } from '../run/message.ts';
import type { FieldData } from '../run/values.ts';
import { STRUCTURE_SAMPLES } from './index.ts';

/** Messages that were made with the module struct of Python, from what each structure is to describe, and what they say. */
const KNOWN: Readonly<Record<string, readonly [hex: string, values: FieldData, computed: FieldData]>> = {
	// pack('>HH', 0xaa55, 13) + pack('>BBHHB3h', 5, 2, 0x1234, 0x100, 3, 235, -41, 0) + pack('<H', crc)
	device: [
		'aa55000d0502123401000300ebffd70000ac69',
		{ frame: { address: 5, command: 'values', sequence: 0x1234, body: { first: 256, values: [23.5, -4.1, 0] } } },
		{ start: 0xaa55, length: 13, crc: 0x69ac },
	],
	// item(1, '泵 1') + item(16, item(2, pack('>I', 77)) + item(3, pack('>I', 1700000000))) + item(200, b'\xde\xad') + item(0)
	tlv: [
		'010005e6b3b5203110000e0200040000004d0300046553f100c80002dead000000',
		{
			items: [
				{ type: 'name', value: '泵 1' },
				{
					type: 'group',
					value: [
						{ type: 'number', value: { number: 77 } },
						{ type: 'time', value: { at: 1_700_000_000 } },
					],
				},
				{ type: 200, value: 'dead' },
				{ type: 'end', value: '' },
			],
		},
		{},
	],
	// pack('<HBBI6hff', 0x55fa, 7, 0x81, 123456, 2048, -1024, 1, 16, -160, 32767, 36.5, 101325) + sum
	imu: [
		'fa55078140e20100000800fc0100100060ffff7f0000124280e6c547b2',
		{
			counter: 7,
			status: ['calibrated', 'fault'],
			time: 123_456,
			acceleration: { x: 1, y: -0.5, z: 0.00048828125 },
			turning: { x: 1, y: -10, z: 2047.9375 },
			temperature: 36.5,
			pressure: 1013.25,
		},
		{ start: 0x55fa, status: 0x81, sum: 0xb2 },
	],
	// pack('>BBHIIIIHH4s', 0x92, 0x88, 65535, 160, 0xdeadbeef, 1, 2, 0xbede, 1, b'\x10\xff\0\0') + b'\xd5\xd5'
	rtp: [
		'9288ffff000000a0deadbeef0000000100000002bede000110ff0000d5d5',
		{
			padding: 0,
			extension: 1,
			marker: 1,
			payloadType: 'PCMA',
			sequence: 65_535,
			timestamp: 160,
			source: 0xdeadbeef,
			sources: [1, 2],
			header: { profile: 0xbede, data: '10ff0000' },
			payload: 'd5d5',
		},
		{ version: 2, sourceCount: 2, payloadType: 8 },
	],
	// '报文' + pack('>I', length) + 'Q1  ' + b'\x02' + names filled to 8, pack('>H', size), values + '完\r\n', all in GBK
	records: [
		'b1a8cec4000000255131202002cec2b6c820202020000632332e35a1e66e616d65202020200002b1c3cdea0d0a',
		{
			code: 'Q1',
			records: [
				{ name: '温度', value: '23.5℃' },
				{ name: 'name', value: '泵' },
			],
			end: '完',
		},
		{ mark: '报文', length: 37, count: 2 },
	],
};

test.each(STRUCTURE_SAMPLES.map((structure) => [structure.id, structure] as const))(
	'%s reads and writes a known message, and is recognised by it',
	(id, structure) => {
		const { problems, unknown, usable } = checkStructure(structure);
		expect([problems, unknown]).toEqual([[], []]);
		const known = KNOWN[id];
		if (usable === undefined || known === undefined) throw new Error(`no ${id}`);
		const { program } = usable;
		const [hex, values, computed] = known;
		const written = writeMessage(program, values);
		expect(written.ok ? toHex(written.bytes) : written.faults).toBe(hex);
		const bytes = fromHex(hex);
		const { values: read, note, length } = readMessage(program, bytes);
		expect([note, length]).toEqual([undefined, bytes.length]);
		for (const [name, value] of Object.entries(computed)) expect(read).toHaveProperty(name, value);
		const again = writeMessage(program, read);
		expect(again.ok && toHex(again.bytes)).toBe(hex);
		expect(structureDecoder(program).recognise(bytes, { transport: 'datagram' })).toBeGreaterThan(0);
	},
);

test('no sample has the id of a protocol', () => {
	const protocols = DECODERS.map(({ id }) => id);
	expect(STRUCTURE_SAMPLES.filter(({ id }) => protocols.includes(id))).toEqual([]);
});

test('a message with constants and a checksum is recognised among all protocols', () => {
	const { usable } = checkStructure(STRUCTURE_SAMPLES.find(({ id }) => id === 'device'));
	const [hex = ''] = KNOWN.device ?? [];
	if (usable === undefined) throw new Error('no program');
	const decoder = structureDecoder(usable.program);
	const guess = guessOf(fromHex(hex), [{ transport: 'stream' }], [decoder]);
	expect(guess).toMatchObject({ decoder: { id: 'device' } });
	expect(guess?.sure).toBeGreaterThan(0.9);
});
