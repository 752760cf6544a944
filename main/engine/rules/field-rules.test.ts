import { expect, test } from 'vitest';
import { structureSchema } from '../../../common/structure/document/schema.ts';
import { type Programs, programsOf } from '../../../common/structure/index.ts';
import { STRUCTURE_SAMPLES } from '../../../common/structure/samples/index.ts';
import { runPeer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

const structures = programsOf(STRUCTURE_SAMPLES.map((one) => structureSchema.parse(one)));
/** A length of two bytes behind the start bytes, and the checksum behind what it counts. */
const framing = { type: 'length', offset: 2, size: 2, adjustment: 2 } as const;
const server = { kind: 'tcp-server', name: 'device', host: '127.0.0.1', port: 0 } as const;
const echoed = { address: { '=': 'frame.address' }, sequence: { '=': 'frame.sequence' } };

const rules = [
	{
		match: {
			type: 'fields',
			structure: 'device',
			condition: 'frame.command == Command::read and frame.body.count <= 2',
		},
		compose: {
			structure: 'device',
			values: {
				frame: {
					...echoed,
					command: 'values',
					body: { first: { '=': 'frame.body.first' }, values: [21.5, { '=': 'frame.body.count * 10' }] },
				},
			},
		},
	},
	{
		match: { type: 'fields', structure: 'device' },
		compose: { structure: 'device', values: { frame: { ...echoed, command: 'error', body: 'no such value' } } },
	},
] as const;

test('a server answers a device protocol by its fields: values of the request are echoed, lengths and checksums computed', async () => {
	const bench = new TestBench({ structures });
	const { args } = await bench.start({ ...server, framing, responder: { rules: [...rules] } });
	expect(await runPeer('field_client', [...args, '3:7:100:2', '4:8:0:9', '5:65535:1:1'])).toEqual([
		'3 7 100 21.5 20.0',
		'4 8 error 2',
		'5 65535 1 21.5 10.0',
	]);
	expect(bench.engine.endpoints()[0]?.answers).toEqual({ hits: [2, 1], unanswered: 0 });
});

test('bytes that the structure does not read match no rule; a note says where', async () => {
	const bench = new TestBench({ structures });
	const { id, args } = await bench.start({ ...server, framing, responder: { rules: [...rules] } });
	expect(await runPeer('field_client', [...args, '3:-7:100:2'])).toEqual(['3 7 100 21.5 20.0']);
	expect(bench.engine.endpoint(id)?.answers).toEqual({ hits: [1, 0], unanswered: 1 });
	const notes = bench.sink.events.filter(({ kind }) => kind === 'note').map(({ text }) => text);
	expect(notes).toContainEqual(
		expect.stringMatching(
			/^Rule 1 does not match: Not a message of Device protocol .*: the checksum crc at offset 11 should be 0x/,
		),
	);
});

test('without a framing, messages end where the structure does', async () => {
	const bench = new TestBench({ structures });
	const { args } = await bench.start({
		...server,
		framing: { type: 'none' },
		responder: { rules: [...rules], join: true },
	});
	expect(await runPeer('field_client', [...args, '3:7:100:2', '4:8:0:9'])).toEqual([
		'3 7 100 21.5 20.0',
		'4 8 error 2',
	]);
});

test('a message whose structure may take long is read on the thread of the rules', async () => {
	const list = structureSchema.parse({
		structure: 1,
		id: 'list',
		fields: [
			{ name: 'n', type: 'u16' },
			{ name: 'items', type: 'array', count: 'n', item: { type: 'u8' } },
			{ name: 'nothing', type: 'array', count: 'n * 1000', item: { type: 'padding', align: 1 } },
		],
	});
	const bench = new TestBench({ structures: programsOf([list]) });
	const { args } = await bench.start({
		...server,
		framing: { type: 'length', offset: 0, size: 2 },
		responder: {
			rules: [
				{ match: { type: 'fields', structure: 'list', condition: 'n < 2' }, reply: { format: 'text', text: 'small' } },
				{ match: { type: 'any' }, reply: { format: 'text', text: 'other' } },
			],
		},
	});
	const hex = (count: number) =>
		Buffer.concat([Buffer.from([count >> 8, count & 255]), Buffer.alloc(count)]).toString('hex');
	const answers = await runPeer('tcp_client', [...args, hex(0), hex(30_000), hex(1)]);
	expect(answers.map((answer) => Buffer.from(answer, 'hex').toString())).toEqual(['small', 'other', 'small']);
});

test('a structure that is changed answers from the next message on; one that there is not is refused with its place', async () => {
	const bench = new TestBench({ structures });
	expect(() =>
		bench.create({ ...server, responder: { rules: [{ match: { type: 'fields', structure: 'devise' } }] } }),
	).toThrow('There is no structure “devise” that can be used');
	expect(() =>
		bench.create({
			...server,
			responder: { rules: [{ match: { type: 'fields', structure: 'device', condition: 'frame.command = 1' } }] },
		}),
	).toThrow('Write == to compare.');
	const { id, args } = await bench.start({ ...server, framing, responder: { rules: [...rules] } });
	const renamed: Programs = new Map(
		[...structures].map(([name, program]) => [name === 'device' ? 'meter' : name, program]),
	);
	bench.engine.setStructures(renamed);
	bench.engine.structuresChanged((name) => (name === 'device' ? 'meter' : name));
	const { config } = bench.engine.endpoint(id) ?? {};
	expect(config !== undefined && 'responder' in config && config.responder.rules[1]?.match).toMatchObject({
		structure: 'meter',
	});
	expect(await runPeer('field_client', [...args, '3:7:100:2'])).toEqual(['3 7 100 21.5 20.0']);
});
