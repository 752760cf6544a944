import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAs } from '../decode/core/decode.ts';
import type { Field } from '../decode/core/field.ts';
import { fromHex } from '../decode/testing/hex.fixture.ts';
import { toHex } from '../payload/hex.ts';
import { byTier } from '../tier.fixture.ts';
import { structureSchema } from './document/schema.ts';
import { structureFields } from './field-names.ts';
import { type Program, readMessage, structureDecoder, writeMessage } from './index.ts';
import { compileStructure } from './program/compile.ts';
import { checkStructure } from './read.ts';
import { programOf, read, written } from './structure.fixture.ts';

/** Every kind of field, and every way that one ends. */
const everything = programOf({
	fields: [
		{ name: 'magic', type: 'u16', const: 0xaa55 },
		{ name: 'size', type: 'u24', order: 'le', compute: 'length()' },
		{ name: 'version', type: 'u4' },
		{ name: 'kind', type: 'u4', enum: 'Kind' },
		{ name: 'flags', type: 'u8', flags: { urgent: 0, last: 7 } },
		{
			name: 'head',
			type: 'struct',
			fields: [
				{ name: 'bytes', type: 'u16' },
				{ name: 'tail', type: 'i11' },
				{ name: 'odd', type: 'u5' },
			],
		},
		{ name: 'temperature', type: 'i16', scale: 0.1, offset: -40, unit: '°C' },
		{ name: 'name', type: 'text', charset: 'gbk', length: 'head.bytes - 1' },
		{ name: 'label', type: 'text', length: 8, pad: 0 },
		{ name: 'line', type: 'text', terminator: '0d 0a' },
		{ name: 'urgency', type: 'u8', if: 'flags.urgent' },
		{
			name: 'body',
			type: 'switch',
			on: 'kind',
			cases: [
				{ when: 'number', field: { type: 'i64', order: 'le' } },
				{ when: [2, 3], field: { type: 'struct', of: 'List' } },
			],
			else: { type: 'bytes', length: 2 },
		},
		{ name: 'fill', type: 'padding', align: 4 },
		{
			name: 'reals',
			type: 'array',
			length: 14,
			item: {
				type: 'struct',
				fields: [
					{ name: 'h', type: 'f16' },
					{ name: 's', type: 'f32' },
					{ name: 'd', type: 'f64' },
				],
			},
		},
		{ name: 'twice', type: 'value', value: 'version * 2 + (kind == Kind::number ? 1 : 0)' },
		{ name: 'check', type: 'checksum', algorithm: 'crc16-modbus', from: 'version' },
		{ name: 'rest', type: 'array', item: { type: 'u8' } },
	],
	types: {
		List: { fields: [{ name: 'items', type: 'array', until: 'item.more == 0', item: { type: 'struct', of: 'Item' } }] },
		Item: {
			fields: [
				{ name: 'more', type: 'u1' },
				{ name: 'count', type: 'u7' },
				{ name: 'values', type: 'array', count: 'count', item: { type: 'u12' } },
			],
		},
	},
	enums: { Kind: { 1: 'number', 2: 'list', 3: 'other list' } },
});

const float = fc.oneof(fc.float({ noNaN: true }), fc.constant(1.5));
const text = (most: number) => fc.string({ unit: fc.constantFrom('a', 'Z', '温', '度', ' '), maxLength: most });
const items = fc
	.array(fc.array(fc.nat(4095), { maxLength: 20 }), { minLength: 1, maxLength: 5 })
	.map((lists) => lists.map((values, i) => ({ more: i < lists.length - 1 ? 1 : 0, values })));
const messages = fc
	.record({
		version: fc.nat(15),
		flags: fc.subarray(['urgent', 'last']),
		head: fc.record({ tail: fc.integer({ min: -1024, max: 1023 }), odd: fc.nat(31) }),
		temperature: fc.integer({ min: -32768, max: 32767 }).map((raw) => Number((raw * 0.1 - 40).toPrecision(15))),
		name: text(20),
		label: fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 4 }),
		line: text(20),
		reals: fc.tuple(
			fc.record({
				h: fc.constantFrom(0, 1.5, -2, 65504, 2 ** -24),
				s: float,
				d: fc.double({ noNaN: true }),
			}),
		),
		rest: fc.array(fc.nat(255), { maxLength: 10 }),
	})
	.chain((base) =>
		fc
			.oneof(
				fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((body) => ({ kind: 'number', body })),
				items.map((list) => ({ kind: 'list', body: { items: list } })),
				fc.uint8Array({ minLength: 2, maxLength: 2 }).map((body) => ({ kind: 9, body })),
			)
			.map((more) => ({ ...base, ...more, ...(base.flags.includes('urgent') ? { urgency: 3 } : {}) })),
	);

/** Fields whose range is not in the message. */
const strays = (fields: readonly Field[], length: number): Field[] =>
	fields.flatMap((field) => [
		...(field.start < 0 || field.end > length || field.start > field.end ? [field] : []),
		...strays(field.children ?? [], length),
	]);

function holds(program: Program, bytes: Uint8Array): void {
	const decoder = structureDecoder(program);
	for (const transport of ['stream', 'datagram'] as const) {
		expect(strays(decodeAs(decoder, bytes, { transport }), bytes.length)).toEqual([]);
		expect(decoder.recognise(bytes, { transport })).toBeGreaterThanOrEqual(0);
	}
	const { note, values, length } = readMessage(program, bytes);
	// Of a message in which nothing is wrong, the values make the same bytes. Other bits of NaN are the same value.
	if (note === undefined && !toHex(bytes).includes('7f')) {
		const again = writeMessage(program, values);
		expect(again.ok && toHex(again.bytes)).toBe(toHex(bytes.subarray(0, length)));
	}
}

test('values are written and read again, and bytes that are right are written as they were', () => {
	fc.assert(
		fc.property(messages, (values) => {
			const bytes = written(everything, values);
			const back = read(everything, bytes);
			expect(toHex(written(everything, back))).toBe(toHex(bytes));
			expect(back).toMatchObject({
				version: values.version,
				name: values.name,
				line: values.line,
				temperature: values.temperature,
				size: bytes.length,
				rest: values.rest,
			});
			expect(structureDecoder(everything).recognise(bytes, { transport: 'stream' })).toBeGreaterThan(0.9);
		}),
		{ numRuns: byTier(200, 5000) },
	);
});

test('of every prefix, and of changed bytes, nothing is thrown and all ranges are inside', () => {
	fc.assert(
		fc.property(messages, (values) => {
			const bytes = written(everything, values);
			for (let length = 0; length < bytes.length; length++) holds(everything, bytes.subarray(0, length));
		}),
		{ numRuns: byTier(5, 200) },
	);
	const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
	// To make a message costs more than to read it: each is changed twenty times.
	fc.assert(
		fc.property(messages, fc.array(changes, { minLength: 20, maxLength: 20 }), (values, each) => {
			const whole = written(everything, values);
			for (const some of each) {
				const bytes = whole.slice();
				for (const [at, byte] of some) bytes[at % bytes.length] = byte;
				holds(everything, bytes);
			}
		}),
		{ numRuns: byTier(15, 50_000) },
	);
});

describe('fields', () => {
	test('have the ranges of their bytes, with their names and their meanings', () => {
		const program = programOf({
			bits: 'high',
			fields: [
				{ name: 'version', type: 'u3' },
				{ name: 'length', type: 'u13' },
				{ name: 'flags', type: 'u8', flags: { ack: 4, fin: 0 } },
				{ name: 'at', type: 'u32', show: 'seconds' },
			],
		});
		const [unit] = decodeAs(structureDecoder(program), fromHex('a003 11 00000000'), { transport: 'stream' });
		expect(unit).toEqual({
			name: 'test',
			protocol: 'test',
			start: 0,
			end: 7,
			children: [
				{ name: 'version', value: 5, start: 0, end: 1 },
				{ name: 'length', value: 3, start: 0, end: 2 },
				{
					name: 'flags',
					value: 17,
					meaning: 'ack, fin',
					start: 2,
					end: 3,
					children: [
						{ name: 'ack', value: true, start: 2, end: 3 },
						{ name: 'fin', value: true, start: 2, end: 3 },
					],
				},
				{ name: 'at', value: 0, meaning: '1970-01-01T00:00:00Z', start: 3, end: 7 },
			],
		});
	});

	test('say what is wrong with them', () => {
		const program = programOf({
			fields: [
				{ name: 'magic', type: 'u8', const: 1 },
				{ name: 'size', type: 'u8', compute: 'length(body)' },
				{ name: 'body', type: 'bytes', length: 2 },
				{ name: 'sum', type: 'checksum', algorithm: 'sum' },
			],
		});
		const [unit] = decodeAs(structureDecoder(program), fromHex('02 03 0000 06'), { transport: 'stream' });
		expect(unit?.children?.map(({ note }) => note)).toEqual([
			{ code: 'unexpected', expected: '1' },
			{ code: 'unexpected', expected: '2' },
			undefined,
			{ code: 'checksum', expected: '0x05' },
		]);
	});

	test('are where an offset says, and the message ends behind the last of them', () => {
		const program = programOf({
			fields: [
				{ name: 'where', type: 'u8', compute: 'start(text)' },
				{ name: 'more', type: 'u8' },
				{ name: 'text', type: 'text', at: 'where', terminator: '00' },
			],
		});
		expect(read(program, fromHex('03 07 00 61 62 00'))).toEqual({ where: 3, more: 7, text: 'ab' });
		expect(toHex(written(program, { more: 7, text: 'ab' }))).toBe('0207616200');
	});

	test('of a checksum in its own range count as 0, and the message stays as it was', () => {
		const program = programOf({
			fields: [
				{ name: 'sum', type: 'checksum', algorithm: 'sum', to: 'body' },
				{ name: 'body', type: 'bytes', length: 2 },
			],
		});
		const bytes = written(program, { body: '0102' });
		expect(toHex(bytes)).toBe('030102');
		const message = Buffer.from(bytes);
		expect(readMessage(program, message).note).toBeUndefined();
		expect(toHex(message)).toBe('030102');
	});

	test('of low bits first are those of an integer with the lowest byte first', () => {
		const program = programOf({
			bits: 'low',
			fields: [
				{ name: 'a', type: 'u4' },
				{ name: 'b', type: 'u12' },
			],
		});
		expect(read(program, fromHex('34 12'))).toEqual({ a: 4, b: 0x123 });
		expect(toHex(written(program, { a: 4, b: 0x123 }))).toBe('3412');
	});
});

test('a structure without an end, or that reads the same again and again, ends', () => {
	const endless = programOf({
		fields: [{ name: 'a', type: 'array', count: '1 << 40', item: { type: 'value', value: 1 } }],
	});
	expect(readMessage(endless, new Uint8Array(1)).note).toEqual({ code: 'limit' });
	const recursive = programOf({
		fields: [{ name: 'a', type: 'struct', of: 'A' }],
		types: { A: { fields: [{ name: 'a', type: 'struct', of: 'A' }] } },
	});
	expect(readMessage(recursive, new Uint8Array(1)).note).toEqual({ code: 'limit' });
	expect(writeMessage(recursive, {}).ok).toBe(false);
	const again = programOf({
		fields: [{ name: 'a', type: 'array', count: 20_000, item: { type: 'bytes', at: 0, terminator: 'ff' } }],
	});
	expect(readMessage(again, new Uint8Array(1 << 20)).note).toBeDefined();
});

test('each wrong value is a sentence with its path', () => {
	const program = programOf({
		fields: [
			{ name: 'n', type: 'u8' },
			{
				name: 'list',
				type: 'array',
				count: 'n',
				item: { type: 'struct', fields: [{ name: 'k', type: 'u8', enum: 'K' }] },
			},
			{ name: 'only', type: 'u8', const: 7 },
			{ name: 'fixed', type: 'bytes', length: 2 },
			{ name: 'line', type: 'text', terminator: '0a', charset: 'latin1' },
		],
		enums: { K: { 1: 'one', 2: 'two' } },
	});
	const faults = (values: Parameters<typeof writeMessage>[1]) => {
		const result = writeMessage(program, values);
		return result.ok ? [] : result.faults.map(({ message }) => message);
	};
	const right = { list: [{ k: 'one' }], fixed: '0102', line: 'x' };
	expect(faults(right)).toEqual([]);
	expect(faults({ ...right, list: [{ k: 'on' }] })).toEqual(['list[0].k cannot be “on”: it can be one.']);
	expect(faults({ ...right, list: [{ k: 256 }], only: 8, fixed: '01', line: '温', other: 1 })).toEqual([
		'The structure has no field other here.',
		'list[0].k has to be from 0 to 255.',
		'only can only be 7.',
		'fixed has 1 bytes, and the structure wants 2.',
		'line: “温” is not in latin1.',
	]);
	expect(faults({})).toEqual(['Give a value for list.', 'Give a value for fixed.', 'Give a value for line.']);
	// A terminator within the text.
	expect(faults({ ...right, line: 'a\nb' })).toEqual([
		'The message would not be read as it was written: line would be something else. A length, a terminator or a condition contradicts the values.',
	]);
});

test('faults of a structure have their places', () => {
	const { problems, unknown } = checkStructure({
		structure: 1,
		id: 'x',
		fields: [
			{ name: 'len', type: 'u8', lenght: 1 },
			{ name: 'body', type: 'bytes', length: 'lem - 1' },
			{ name: 'other', type: 'text', length: 'len +' },
			{ type: 'u8' },
			{ name: 'len', type: 'struct', of: 'Nothing' },
			{ name: 'k', type: 'u8', const: 256 },
			{ name: 'c', type: 'u8', if: 'len = 3' },
			{ name: 'd', type: 'u8', if: "k == 'a'" },
		],
	});
	expect(problems.map(({ path, position, message }) => ({ path, position, message }))).toEqual([
		{ path: 'fields[1].length', position: 0, message: 'The structure has no field “lem”. Did you mean len?' },
		{ path: 'fields[2].length', position: 5, message: 'Expected a number, a text in quotes, or the name of a field.' },
		{ path: 'fields[3]', position: undefined, message: 'Give the field a name.' },
		{
			path: 'fields[4].name',
			position: undefined,
			message: 'There are two fields “len” here: only fields with a condition can share a name.',
		},
		{ path: 'fields[4].of', position: undefined, message: 'There is no type “Nothing”.' },
		{ path: 'fields[5].const', position: undefined, message: 'It does not fit: the field has values from 0 to 255.' },
		{ path: 'fields[6].if', position: 4, message: 'Write == to compare.' },
		{
			path: 'fields[7].if',
			position: 2,
			message: 'These are never equal: one is a number, a text or bytes, the other is not.',
		},
	]);
	expect(unknown.map(({ path }) => path)).toEqual(['fields[0].lenght']);
});

test('the fields are named as filters find them, and a constant at the begin bounds how sure a message is', () => {
	const program = programOf({
		fields: [
			{ name: 'start', type: 'u16', const: 7 },
			{ name: 'flags', type: 'u8', flags: { on: 0 } },
			{ name: 'list', type: 'array', item: { type: 'struct', fields: [{ name: 'text', type: 'text', length: 1 }] } },
			{ name: 'self', type: 'struct', of: 'Tree', if: '0' },
		],
		types: { Tree: { fields: [{ name: 'inner', type: 'struct', of: 'Tree', if: '0' }] } },
	});
	const named = structureFields(program).map(({ name, type }) => `${name} ${type}`);
	expect(named.slice(0, 6)).toEqual([
		'test.start number',
		'test.flags number',
		'test.flags.on truth',
		'test.list none',
		'test.list.0 none',
		'test.list.0.text textual',
	]);
	expect(named).toContain('test.self.inner.inner none');
	const { most } = structureDecoder(program);
	if (typeof most !== 'function') throw new Error('no bound');
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 8 }), fc.boolean(), (bytes, isOwn) => {
			const message = isOwn ? Uint8Array.of(0, 7, ...bytes) : bytes;
			const context = { transport: 'stream' } as const;
			expect(structureDecoder(program).recognise(message, context)).toBeLessThanOrEqual(most(message, context));
		}),
	);
});

test('the id of a protocol that is built in is refused', () => {
	const compiled = compileStructure(
		structureSchema.parse({ structure: 1, id: 'mODBUS', fields: [{ name: 'a', type: 'u8' }] }),
	);
	expect(compiled).toMatchObject({ ok: false, faults: [{ path: ['id'], message: expect.stringContaining('mODBUS') }] });
});
