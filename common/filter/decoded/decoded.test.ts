import { describe, expect, test } from 'vitest';
import { DIRECTIONS, EVENT_KINDS } from '../../capture/event.ts';
import { SAMPLES as DNS } from '../../decode/dns/samples.fixture.ts';
import type { NamedField } from '../../decode/field-names.ts';
import { SAMPLES as HTTP } from '../../decode/http/samples.fixture.ts';
import { SAMPLES as MODBUS } from '../../decode/modbus/samples.fixture.ts';
import { type Sample, sampleNamed, textSample } from '../../decode/testing/samples.fixture.ts';
import { compileFilter, type EventFacts, NO, UNKNOWN, YES } from '../compile.ts';
import { completeFilter } from '../complete.ts';
import { FilterError } from '../error.ts';
import { excluded } from '../of-row.ts';
import { parseFilter } from '../parse.ts';
import { printFilter } from '../print.ts';
import { valuesTest } from './compare.ts';
import { knownProtocols } from './known.ts';

const factsOf = ({ bytes, context }: Sample): EventFacts => ({
	direction: DIRECTIONS.indexOf('in'),
	kind: EVENT_KINDS.indexOf('data'),
	connection: 1,
	length: bytes.length,
	time: 0,
	endpoint: 'a',
	marked: false,
	note: '',
	ports: context.ports ?? [],
	datagram: context.transport === 'datagram',
	protocol: undefined,
	content: bytes,
	contentCharset: 'utf-8',
});

const finds = (filter: string, sample: Sample, changed: Partial<EventFacts> = {}) =>
	compileFilter(parseFilter(filter))({ ...factsOf(sample), ...changed });

const READ = sampleNamed(MODBUS, 'read holding registers');

describe('a Modbus request', () => {
	test.each([
		['modbus.function == 3 and modbus.unit > 1', YES],
		['modbus.function=0x03', YES],
		['modbus.function:"Read Holding Registers"', YES],
		['modbus.function = "read holding registers"', NO],
		['modbus.function contains holding', YES],
		['modbus.unit<17', NO],
		['modbus.unit<=17 MODBUS.unit>=17', YES],
		['modbus.unit!=17', NO],
		['modbus.unit!=18', YES],
		['modbus.exception!=1', NO],
		['modbus.exception:*', NO],
		['modbus.function:*', YES],
		['not modbus.exception:*', YES],
		['protocol = modbus', YES],
		['protocol:dns', NO],
		['protocol!=dns', YES],
		['dns.id:* or modbus.quantity=3', YES],
	])('%s', (filter, verdict) => {
		expect(finds(filter, READ)).toBe(verdict);
		expect([UNKNOWN, verdict]).toContain(finds(filter, READ, { content: undefined }));
		expect(finds(printFilter(parseFilter(filter)), READ)).toBe(verdict);
	});

	test('needs no content where there is none', () => {
		const open = { kind: EVENT_KINDS.indexOf('open'), length: 0, content: undefined };
		expect(finds('modbus.unit:*', READ, open)).toBe(NO);
		expect(finds('protocol:modbus', READ, open)).toBe(NO);
	});

	test('is decoded as a person has chosen', () => {
		expect(finds('protocol:modbus', READ, { protocol: 'msgpack' })).toBe(NO);
		expect(finds('protocol:msgpack', READ, { protocol: 'msgpack' })).toBe(YES);
	});

	test('a test of many events reads each of them', () => {
		const run = compileFilter(parseFilter('modbus.function=3 modbus.quantity=3'));
		const other = sampleNamed(MODBUS, 'write single coil');
		expect([READ, other, READ].map((one) => run(factsOf(one)))).toEqual([YES, NO, YES]);
	});
});

test('any of several values, text and addresses', () => {
	const answer = DNS.find((one) => finds('dns.answer.address:*', one) === YES);
	if (answer === undefined) throw new Error('no answer with an address');
	expect(finds('dns.question.name contains "."', answer)).toBe(YES);
	expect(finds('dns.answer.address contains "."', answer)).toBe(YES);
	expect(finds('protocol:dns', answer)).toBe(YES);
});

test('units in those of another protocol have names of their own', () => {
	const whole = textSample(
		'json',
		'POST / HTTP/1.1\nContent-Type: application/json\nContent-Length: 23\n\n{"a b":1,"c":{"d":"x"}}',
		{
			transport: 'stream',
		},
	);
	expect(finds('json.c.d:x json."a b"<2', whole)).toBe(YES);
	expect(finds('protocol:http protocol:json http.headers.content-length=23', whole)).toBe(YES);
	expect(HTTP.some((one) => finds('http.headers.content-length>0', one) === YES)).toBe(true);
});

test('words with dots that compare nothing are words', () => {
	for (const text of ['dns.google', 'example.com:80', 'http://x', 'http.status', 'modbus'])
		expect(parseFilter(text)).toEqual({ type: 'word', text });
});

test('what excludes a value also keeps what has none', () => {
	expect(printFilter(excluded(parseFilter('modbus.unit=1')))).toBe('not modbus.unit:1');
	expect(printFilter(excluded(parseFilter('protocol:dns')))).toBe('not protocol:dns');
});

test.each([
	['modbus.unit=', 12],
	['modbus.unit > ', 14],
	['protocol:modbsu', 9],
])('%s is refused with its place', (text, position) => {
	expect(() => parseFilter(text)).toThrow(FilterError);
	try {
		parseFilter(text);
	} catch (error) {
		expect(error).toMatchObject({ position });
	}
});

describe('values', () => {
	const holds = (
		value: number | bigint | string | boolean | Uint8Array,
		is: Parameters<typeof valuesTest>[0],
		sought: string,
	) => valuesTest(is, sought, false)([{ value, meaning: undefined }]);
	test.each([
		[2n ** 60n, '=', '1152921504606846976', true],
		[2n ** 60n, '>', '1152921504606846975', true],
		[5n, '=', '5', true],
		[1.5, '<', '1.6', true],
		[true, '=', 'yes', true],
		[true, '=', 'false', false],
		[false, '=', '0', true],
		['Close', '=', 'close', true],
		['12', '>', '3', true],
		['abc', '>', '3', false],
		[Uint8Array.of(0x0d, 0x0a), '=', '0D:0A', true],
		[Uint8Array.of(0x10, 0xd0, 0xa0), 'contains', '0d0a', false],
		[Uint8Array.of(1, 0x0d, 0x0a), 'contains', '0d0a', true],
		[1234, 'contains', '23', true],
		[3, '=', 'three', false],
	] as const)('%s %s %s: %s', (value, is, sought, verdict) => {
		expect(holds(value, is, sought)).toBe(verdict);
	});
});

describe('structures', () => {
	const known = knownProtocols(['meter', 'myDevice']);

	test.each(['meter.cmd == 3', 'METER.cmd:3', 'myDevice.body.0.x != "a b"', 'protocol:mydevice', 'meter.text=""'])(
		'%s is a condition where there is the structure, and is printed so that it is read again',
		(text) => {
			const filter = parseFilter(text, known);
			expect(['decoded', 'protocol']).toContain(filter.type);
			expect(parseFilter(printFilter(filter), known)).toEqual(filter);
		},
	);

	test('without them the same text is words, and no value of protocol', () => {
		expect(parseFilter('meter.cmd == 3').type).toBe('and');
		expect(() => parseFilter('protocol:meter')).toThrow(FilterError);
	});

	test('are completed', () => {
		const fields: NamedField[] = [{ name: 'meter.cmd', type: 'number' }];
		const complete = (text: string) =>
			completeFilter(text, text.length, { endpoints: [], fields, protocols: known }).suggestions.map(
				({ insert }) => insert,
			);
		expect(complete('meter.c')).toEqual(['meter.cmd:']);
		expect(complete('protocol:my')).toEqual(['protocol:myDevice']);
	});
});
