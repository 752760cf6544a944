import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHex } from '../../payload/hex.ts';
import { byTier } from '../../tier.fixture.ts';
import { parseExpression } from '../expression/parse.ts';
import { expressionText } from '../expression/written.ts';
import {
	compileComposed,
	compileCondition,
	compose,
	messageFormula,
	readCost,
	readExactly,
	readWhole,
	unmet,
	type Variables,
	valueIn,
	writeCost,
} from '../index.ts';
import { fieldPaths } from '../program/paths.ts';
import { readMessage } from '../run/message.ts';
import { STRUCTURE_SAMPLES } from '../samples/index.ts';
import { programOf, written } from '../structure.fixture.ts';

const sample = (id: string) => {
	const found = STRUCTURE_SAMPLES.find((one) => one.id === id);
	if (found === undefined) throw new Error(`no sample ${id}`);
	return programOf(found);
};
const device = sample('device');
const asked = { frame: { address: 3, command: 'read', sequence: 0x1234, body: { first: 7, count: 2 } } };
const request = written(device, asked);

/** Why a message does not meet a condition. */
function why(condition: string, bytes: Uint8Array = request, variables?: Variables): unknown {
	const compiled = compileCondition(device, condition, variables && new Set(variables.keys()));
	if (!compiled.ok) return compiled;
	const reading = readExactly(device, bytes, variables);
	if (reading.type === 'unread') return [reading.said.message, reading.start, reading.end];
	const wrong = unmet(compiled.condition, reading);
	return wrong && [wrong.said.message, wrong.start, wrong.end];
}

test('a condition over the fields of a message holds, or names the comparison that does not with its values and bytes', () => {
	expect(why('frame.command == Command::read and frame.address > 1')).toBeUndefined();
	expect(why('')).toBeUndefined();
	expect(why('frame.address == 3 and frame.command == Command::values and frame.sequence == 1')).toEqual([
		'frame.command == Command::values does not hold: frame.command = 1 (read) (1 byte at offset 5).',
		5,
		6,
	]);
	expect(why('frame.address == 4 or frame.sequence < 10')).toEqual([
		'frame.address == 4 or frame.sequence < 10 does not hold: frame.address = 3, frame.sequence = 4660 (4 bytes at offset 4).',
		4,
		8,
	]);
	expect(why('length() > 100')).toEqual(['length() > 100 does not hold.', 0, request.length]);
});

test('a comparison with a field that is not there does not hold, and the others decide', () => {
	expect(why('frame.body.values[0] == 1')).toEqual([
		'frame.body.values[0] == 1 does not hold: the message has no frame.body.values[0].',
		0,
		request.length,
	]);
	expect(why('frame.body.values[0] == 1 or frame.command == 1')).toBeUndefined();
	expect(why('not (frame.body.values[0] == 1)')).toBeUndefined();
});

test('a field of another place is named with the path that it has', () => {
	expect(why('command == 1')).toMatchObject({
		ok: false,
		position: 0,
		message: 'The structure has no field “command”. Did you mean frame.command?',
	});
	expect(why('frame.command == Command::write')).toMatchObject({ position: 17 });
	expect(why('frame.address == "a"')).toMatchObject({ position: 14 });
	expect(why('frame.adress == 1')).toMatchObject({ position: 6, message: /address/ });
	expect(fieldPaths(device).map(({ path }) => path)).toContain('frame.body.values[0]');
});

test('variables are compared and captured, numbers as numbers', () => {
	const variables: Variables = new Map<string, string | bigint>([
		['seq', 0x1234n],
		['text', '3'],
	]);
	expect(why('frame.sequence == var.seq and frame.address == number(var.text)', request, variables)).toBeUndefined();
	expect(why('frame.sequence == var.seq + 1', request, variables)).toEqual([
		'frame.sequence == var.seq + 1 does not hold: frame.sequence = 4660, var.seq = 4660 (2 bytes at offset 6).',
		6,
		8,
	]);
	expect(why('frame.sequence == var.sec', request, variables)).toMatchObject({
		position: 22,
		message: 'There is no variable “sec”: there is seq.',
	});
	expect(why('frame.sequence == var.seq')).toMatchObject({ ok: false });
	const made = messageFormula('frame.sequence', device);
	const reading = readWhole(device, request);
	expect(made.ok && reading.type === 'whole' && valueIn(made.formula.expression, reading)).toBe(0x1234n);
});

test('bytes that are no message, or more than one, are named with the place', () => {
	const wrongSum = request.with(request.length - 1, 0);
	expect(why('', wrongSum)).toEqual([expect.stringMatching(/the checksum crc at offset 11 should be 0x/), 11, 13]);
	expect(why('', request.with(0, 1))).toEqual([
		'Not a message of Device protocol with CRC-16/MODBUS: start at offset 0 should be 43605.',
		0,
		2,
	]);
	expect(why('', request.subarray(0, 8))).toEqual([expect.stringMatching(/ends at offset 8, inside/), 8, 8]);
	expect(why('', Uint8Array.of(...request, 1))).toEqual([
		expect.stringMatching(/ends at offset 13, and 1 byte more/),
		13,
		14,
	]);
	expect(readWhole(device, request.subarray(0, 8)).type).toBe('cut');
	expect(readWhole(device, Uint8Array.of(...request, 1)).type).toBe('whole');
});

test('a message is composed for another one: fields of it, whole groups, and what is computed', () => {
	const compiled = compileComposed(
		device,
		{
			frame: {
				address: { '=': 'frame.address' },
				command: 'values',
				sequence: { '=': 'frame.sequence + 1' },
				body: { first: { '=': 'frame.body.first' }, values: [21.5, { '=': 'frame.body.count' }] },
			},
		},
		{ request: device },
	);
	if (!compiled.ok) throw new Error(compiled.message);
	const reading = readExactly(device, request);
	if (reading.type !== 'whole') throw new Error('It is a message.');
	const answer = compose(compiled.composed, { message: reading });
	if (!answer.ok) throw new Error(answer.faults[0]?.message);
	expect(readMessage(device, answer.bytes).values).toMatchObject({
		frame: { address: 3, command: 2, sequence: 0x1235, body: { first: 7, count: 2, values: [21.5, 2] } },
	});
	const echo = compileComposed(device, { frame: { '=': 'frame' } }, { request: device });
	const echoed = echo.ok && compose(echo.composed, { message: reading });
	if (echoed === false || !echoed.ok) throw new Error('It is composed.');
	expect(toHex(echoed.bytes)).toBe(toHex(request));
});

test('an expression among values is refused with its path, and one without a value is a fault of its field', () => {
	expect(compileComposed(device, { frame: { sequence: { '=': 'frame.sequenc' } } }, { request: device })).toMatchObject(
		{ ok: false, path: 'frame.sequence', position: 6 },
	);
	expect(compileComposed(device, { frame: { sequence: { '=': 'frame.sequence' } } })).toMatchObject({ ok: false });
	const compiled = compileComposed(
		device,
		{ frame: { ...asked.frame, address: { '=': 'frame.body.values[1]' } } },
		{ request: device },
	);
	const reading = readExactly(device, request);
	if (!compiled.ok || reading.type !== 'whole') throw new Error('It compiles.');
	expect(compose(compiled.composed, { message: reading })).toMatchObject({
		ok: false,
		faults: [{ field: 'frame.address', message: /cannot be computed/ }],
	});
	const counting = compileComposed(
		device,
		{ frame: { ...asked.frame, sequence: { '=': 'var.n' } } },
		{ variables: new Set(['n']) },
	);
	if (!counting.ok) throw new Error(counting.message);
	const answer = compose(counting.composed, { variables: new Map([['n', '17']]) });
	expect(answer.ok && readMessage(device, answer.bytes).values).toMatchObject({ frame: { sequence: 17 } });
});

const leaves = (bytes: Uint8Array) =>
	fieldPaths(device).flatMap(({ path }) => {
		const made = messageFormula(path, device);
		const reading = readExactly(device, bytes);
		if (!made.ok || reading.type !== 'whole') return [];
		const value = valueIn(made.formula.expression, reading);
		return typeof value === 'bigint' || typeof value === 'number' ? [`${path} == ${value}`] : [];
	});

test('a composed message meets the condition of all its values', () => {
	const values = fc.record({
		address: fc.nat(255),
		command: fc.constant('values'),
		sequence: fc.nat(65535),
		body: fc.record({ first: fc.nat(65535), values: fc.array(fc.integer({ min: -300, max: 300 }), { maxLength: 9 }) }),
	});
	fc.assert(
		fc.property(values, (frame) => {
			const bytes = written(device, { frame });
			const all = leaves(bytes);
			expect(all.length).toBeGreaterThan(5);
			expect(why(all.join(' and '), bytes)).toBeUndefined();
			expect(why(`not (${all[0]})`, bytes)).toBeDefined();
		}),
		{ numRuns: byTier(50, 1000) },
	);
});

test('any bytes are read without a throw, and reasons stay inside them', () => {
	const { formula } = { formula: compileCondition(device, 'frame.body.count > 3 or frame.command == 1') };
	if (!formula.ok) throw new Error(formula.message);
	const damaged = fc
		.tuple(fc.nat(request.length - 1), fc.nat(255), fc.nat(request.length))
		.map(([at, byte, end]) => request.with(at, byte).subarray(0, end));
	fc.assert(
		fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), damaged), (bytes) => {
			const reading = readExactly(device, bytes);
			const place = reading.type === 'unread' ? reading : unmet(formula.condition, reading);
			if (place === undefined) return;
			expect(place.start).toBeGreaterThanOrEqual(0);
			expect(place.start).toBeLessThanOrEqual(place.end);
			expect(place.end).toBeLessThanOrEqual(bytes.length);
			expect(place.said.message).not.toMatch(/undefined|NaN/);
		}),
		{ numRuns: byTier(500, 20_000) },
	);
});

test.each([
	'a == 1 and b != "x" or not c < 2',
	'(a + 1) * 2 == b % 3',
	'a ? b : c[1].d',
	'Kind::"read all" == a and flags & 1 == 1',
	'length(a) > min(1, 2) and (b or c)',
	'a - (b - c) == -d',
])('an expression is written so that it is read again as itself: %s', (text) => {
	const plain = (value: unknown): unknown =>
		JSON.parse(
			JSON.stringify(value, (key, one) => (key === 'at' ? undefined : typeof one === 'bigint' ? String(one) : one)),
		);
	const once = parseExpression(text);
	expect(plain(parseExpression(expressionText(once)))).toEqual(plain(once));
});

test('the cost of reading grows with what a structure can repeat', () => {
	const flat = programOf({
		fields: [
			{ name: 'a', type: 'u8' },
			{ name: 'b', type: 'u16' },
		],
	});
	expect(readCost(flat)).toMatchObject({ nsPerByte: 0 });
	expect(readCost(flat).ns).toBeLessThan(20_000);
	const list = programOf({ fields: [{ name: 'list', type: 'array', item: { type: 'u32' } }] });
	expect(readCost(list).nsPerByte).toBeGreaterThan(0);
	const nothing = programOf({
		fields: [
			{ name: 'n', type: 'u32' },
			{ name: 'list', type: 'array', count: 'n', item: { type: 'padding', align: 1 } },
		],
	});
	expect(readCost(nothing).nsPerByte).toBeGreaterThan(100_000);
	expect(Number.isFinite(readCost(nothing).ns)).toBe(true);
	const filled = programOf({
		fields: [
			{ name: 'n', type: 'u32' },
			{ name: 'fill', type: 'padding', length: 'n' },
		],
	});
	expect(writeCost(filled, 1).ns).toBe(Number.POSITIVE_INFINITY);
});
