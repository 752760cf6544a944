import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WirebenchError } from '../../../contract/base/errors.ts';
import { installed } from '../../../installed.fixture.ts';
import { byTier } from '../../../tier.fixture.ts';
import { decodeAs } from '../../core/decode.ts';
import type { Field } from '../../core/field.ts';
import { protoDecoder } from './decoder.ts';
import { parseProto } from './parse.ts';

const FOLDER = import.meta.dirname;
const FILE = 'meter.fixture.proto';
const TEXT = readFileSync(join(FOLDER, FILE), 'utf8');
const STREAM = { transport: 'stream' } as const;
const INCLUDED = '/usr/include';
const missing =
	installed('protoc') && existsSync(join(INCLUDED, 'google/protobuf/timestamp.proto'))
		? undefined
		: 'protoc or what it imports is not installed (apt-get install protobuf-compiler libprotobuf-dev)';

/** The bytes of a message in the text format, as protoc makes them. */
function encoded(text: string): Uint8Array {
	const args = ['--encode=acme.meter.Reading', '-I', FOLDER, '-I', INCLUDED, FILE];
	const { status, stdout, stderr } = spawnSync('protoc', args, { cwd: FOLDER, input: text });
	if (status !== 0) throw new Error(stderr.toString());
	return new Uint8Array(stdout);
}

const reading = protoDecoder(parseProto(TEXT), 'acme.meter.Reading');

/** The fields of a message as names and values alone. */
const said = (fields: readonly Field[]): unknown[] =>
	fields.map(({ name, value, children }) => [name, children === undefined ? value : said(children)]);

const valuesOf = (bytes: Uint8Array) => said(decodeAs(reading, bytes, STREAM)[0]?.children ?? []);

test('a text says messages, enums and what is called over gRPC', () => {
	const { messages, enums, methods } = parseProto(TEXT);
	expect([...messages.keys()].filter((name) => name.startsWith('acme'))).toEqual([
		'acme.meter.Reading',
		'acme.meter.Reading.Extra',
		'acme.meter.Reading.Place',
		'acme.meter.Answer',
	]);
	expect(enums.get('acme.meter.Unit')?.get(1)).toBe('VOLT');
	expect(methods.get('/acme.meter.Meter/Watch')).toEqual({
		request: 'acme.meter.Reading',
		response: 'acme.meter.Answer',
	});
});

const int64 = fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n);
const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const exact = (value: bigint) => (Number.isSafeInteger(Number(value)) ? Number(value) : value);

const messages = fc.record({
	id: fc.nat(2 ** 32 - 1),
	name: fc.stringMatching(/^[ -!#-[\]-~é€]{0,20}$/),
	samples: fc.array(int32, { minLength: 1, maxLength: 5 }),
	factors: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 3 }),
	valid: fc.boolean(),
	at: fc.bigInt(0n, 2n ** 64n - 1n),
	offset: int32,
	total: int64,
	low: int32,
	far: int64,
});

test.skipIf(missing !== undefined)('fields are those of messages that protoc has made', () => {
	fc.assert(
		fc.property(messages, ({ id, name, samples, factors, valid, at, offset, total, low, far }) => {
			const bytes = encoded(`id: ${id} name: "${name}" unit: AMPERE ${samples.map((one) => `samples: ${one}`).join(' ')}
				${factors.map((one) => `factors: ${Object.is(one, -0) ? '-0.0' : one}`).join(' ')} Extra { valid: ${valid} }
				places { key: "k" value { at: ${at} offset: ${offset} kind: OUTSIDE } } total: ${total} low: ${low} far: ${far}
				time { seconds: 1700000000 nanos: 5 }`);
			expect(valuesOf(bytes)).toEqual([
				['id', id],
				['name', name],
				['unit', -2],
				['samples', samples.map((one) => ['value', one])],
				...factors.map((one) => ['factors', one]),
				['extra', [['valid', valid]]],
				[
					'places',
					[
						['key', 'k'],
						[
							'value',
							[
								['at', exact(at)],
								['offset', offset],
								['kind', 5],
							],
						],
					],
				],
				['total', exact(total)],
				['low', low],
				['far', exact(far)],
				[
					'time',
					[
						['seconds', 1_700_000_000],
						['nanos', 5],
					],
				],
			]);
		}),
		{ numRuns: byTier(20, 500) },
	);
});

test('fields that a schema does not have, and those of another type, keep their numbers; a required one is missed', () => {
	const [unit] = decodeAs(reading, Uint8Array.of(0x10, 5, 0xa0, 6, 7), STREAM);
	expect(said(unit?.children ?? [])).toEqual([
		['2', 5],
		['100', 7],
	]);
	expect(unit?.note).toEqual({ code: 'unexpected', expected: 'id' });
	expect(reading.recognise(Uint8Array.of(8, 1), STREAM)).toBeGreaterThan(0.5);
	expect(reading.recognise(Uint8Array.of(16, 1), STREAM)).toBe(0);
});

test('a message behind its length is one, and so are those behind it', () => {
	const units = decodeAs(reading, Uint8Array.of(2, 8, 7, 2, 8, 9), STREAM);
	expect(units.map(({ children = [] }) => said(children))).toEqual([
		[
			['length', 2],
			['id', 7],
		],
		[
			['length', 2],
			['id', 9],
		],
	]);
});

test('a message behind the prefix of gRPC is one', () => {
	const [unit] = decodeAs(reading, Uint8Array.of(0, 0, 0, 0, 2, 8, 7), STREAM);
	expect(said(unit?.children ?? [])).toEqual([
		['length', 2],
		['id', 7],
	]);
	expect(unit?.note).toBeUndefined();
});

test('of any bytes, all ranges are inside and nothing is thrown', () => {
	const inside = (fields: readonly Field[], start: number, end: number): boolean =>
		fields.every(
			(field) =>
				field.start >= start &&
				field.end <= end &&
				inside(field.children ?? [], start, end) &&
				field.start <= field.end,
		);
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			expect(inside(decodeAs(reading, bytes, STREAM), 0, bytes.length)).toBe(true);
			reading.recognise(bytes, STREAM);
		}),
		{ numRuns: byTier(2000, 100_000) },
	);
});

test.each([
	['import "other/file.proto";', 'Line 1 imports “other/file.proto”, which is not read.'],
	['message A {\n  Missing b = 1;\n}', 'Line 2: there is no message and no enum Missing in the file.'],
	['message A { int32 = 1; }', 'Line 1: the name of a field is expected in place of =.'],
	['message A { int32 b = 1;', 'The .proto text ends where the type of a field is expected.'],
	['message A { int32 b ? 1; }', 'Line 1: “?” has no meaning in a .proto text.'],
	['message A {'.repeat(70), 'nest at most 64 levels deep.'],
])('%s is refused with a sentence', (text, says) => {
	expect(() => parseProto(text)).toThrow(says);
});

test('a message that the text does not have is refused with those that it has', () => {
	expect(() => protoDecoder(parseProto('message A { message B {} }'), 'C')).toThrow(
		'The .proto text has no message C: it can be A, A.B.',
	);
	expect(protoDecoder(parseProto('package p; message A { message B {} }'), 'B').title).toBe('p.A.B');
});

test('every damaged text is read, or refused with a sentence', () => {
	fc.assert(
		fc.property(
			fc.nat(TEXT.length),
			fc.nat(40),
			fc.stringMatching(/^[{}[\]();<>=".\\/*a-z0-9 ]{0,6}$/),
			(at, gone, put) => {
				try {
					parseProto(TEXT.slice(0, at) + put + TEXT.slice(at + gone));
				} catch (error) {
					expect(error).toBeInstanceOf(WirebenchError);
				}
			},
		),
		{ numRuns: byTier(500, 20_000) },
	);
});
