import { expect, test } from 'vitest';
import { toHex } from '../../payload/hex.ts';
import { decodeAs } from '../core/decode.ts';
import type { Context } from '../core/decoder.ts';
import { notesOf, pathsOf } from '../testing/fields.fixture.ts';
import { sampleNamed, textSample } from '../testing/samples.fixture.ts';
import { tsharkMissing, wiresharkFields } from '../testing/tshark.fixture.ts';
import { resp } from './index.ts';
import { SAMPLES_2, SAMPLES_3 } from './samples.fixture.ts';

/** Fields of Wireshark, which has RESP 2 only, by the type in the first byte of a value: their ranges begin there. */
const TYPES = { '+': 'resp.string', '-': 'resp.error', ':': 'resp.integer', '*': 'resp.array' };

test.skipIf(tsharkMissing !== undefined)('values and their places are those of Wireshark', () => {
	const theirs = wiresharkFields(SAMPLES_2);
	for (const [i, sample] of SAMPLES_2.entries()) {
		const fields = pathsOf(resp, sample);
		const wireshark = (name: string) => (theirs[i] ?? []).filter((field) => field.name === name);
		for (const [type, name] of Object.entries(TYPES)) {
			const found = fields.filter(({ path, value }) => path.endsWith('.type') && value === type);
			expect(
				found.map(({ start }) => start),
				`${sample.name}: ${name}`,
			).toEqual(wireshark(name).map(({ start }) => start));
		}
		const numbers = fields.filter(({ path, value }) => path.endsWith('.value') && typeof value === 'number');
		expect(numbers.map(({ value }) => String(value))).toEqual(wireshark('resp.integer').map(({ show }) => show));
		// Wireshark has no field for the value of an empty string.
		const strings = fields.filter(({ path, start, end }) => path.endsWith('.data') && end > start);
		expect(
			strings.map(({ start, end }) => [start, end, toHex(sample.bytes.subarray(start, end))]),
			sample.name,
		).toEqual(wireshark('resp.bulk_string.value').map(({ start, end, value }) => [start, end, value]));
	}
});

const SERVER: Context = { transport: 'stream', from: 'server' };

const unitsOf = (text: string, context: Context) =>
	decodeAs(resp, textSample('', text, context).bytes, context).map(({ value, meaning }) => [value, meaning]);

test('reads the types of RESP 3', () => {
	const values = (name: string) => {
		const { bytes, context } = sampleNamed(SAMPLES_3, name);
		return decodeAs(resp, bytes, context).map(({ value }) => value);
	};
	expect(values('null of RESP 3')).toEqual([undefined]);
	expect(values('booleans')).toEqual([true, false]);
	expect(values('infinity, none, an exponent, by hand')).toEqual([
		Number.POSITIVE_INFINITY,
		Number.NEGATIVE_INFINITY,
		Number.NaN,
		0.0015,
		10,
	]);
	expect(values('a big number')).toEqual([1234567999999999999999999999999999999n]);
	expect(values('a verbatim string, by hand')).toEqual(['This is a verbatim\tstring']);
	expect(values('the reply to HELLO')).toEqual(['{7}']);
	expect(values('an attribute and what it is of')).toEqual(['Some real reply following the attribute']);
	expect(values('pushed, by hand')).toEqual(['[3]', 'OK']);
	expect(values('a string in chunks, by hand')).toEqual(['Hello world']);
	expect(values('an array without a count, by hand')).toEqual(['[2]']);
});

test('names commands', () => {
	const set = '*3\n$3\nSET\n$1\nk\n$2\nvw\n';
	expect(unitsOf(set, { transport: 'stream' })).toEqual([['SET k vw', 'command']]);
	expect(unitsOf(set, SERVER)).toEqual([['[3]', 'array']]);
	expect(unitsOf('PING\nSET "a\\x62\\n" \'c d\'\n', { transport: 'stream', from: 'client' })).toEqual([
		['PING', 'inline command'],
		['SET "a\\x62\\n" \'c d\'', 'inline command'],
	]);
	const typed = pathsOf(resp, textSample('', 'SET "a\\x62\\n" \'c d\'\n', { transport: 'stream' }));
	expect(typed.filter(({ path }) => path === 'resp.argument').map(({ value }) => value)).toEqual(['ab\n', 'c d']);
});

test('notes what is no value, and how much is missing', () => {
	const notes = (text: string) => notesOf(resp, textSample('', text, SERVER)).map(({ path, note }) => [path, note]);
	expect(notes(':1x\n')).toEqual([['resp.value', { code: 'unexpected', expected: 'an integer' }]]);
	expect(notes('$5\nab')).toEqual([['resp', { code: 'short', missing: 3 }]]);
	expect(notes('*2\n:1\n')).toEqual([['resp.item', { code: 'short', missing: 1 }]]);
	expect(notes(`${'*1\n'.repeat(100)}:1\n`).map(([, note]) => note)).toEqual([{ code: 'limit' }]);
});

test('a status is one of RESP where it looks like none of POP3, or like a list of files', () => {
	const looks = (text: string) => resp.recognise(textSample('', text, SERVER).bytes, SERVER);
	expect(
		['+OK\n', '+PONG\n', '+Background saving started\n', '-ERR unknown command\n', '-NOAUTH\n'].map(looks),
	).toEqual(Array(5).fill(0.6));
	expect(['+OK POP3 ready\n', '----------  1 noone   nogroup\n', '-rw-r--r-- 1 a\n'].map(looks)).toEqual(
		Array(3).fill(0.3),
	);
});
