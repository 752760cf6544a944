import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guesses } from '../core/guess.ts';
import { DECODERS, decoderOf } from '../index.ts';
import { notesOf, pathsOf, saidIn } from '../testing/fields.fixture.ts';
import { fromHex } from '../testing/hex.fixture.ts';
import type { Sample } from '../testing/samples.fixture.ts';
import { SAMPLES } from './samples.fixture.ts';

const decoder = decoderOf('length-prefix');
if (decoder === undefined) throw new Error('It is among the decoders.');
const said = saidIn(decoder, SAMPLES);
const stream = (bytes: Uint8Array): Sample => ({ name: '', bytes, context: { transport: 'stream' } });

test('the message behind a length is decoded as what it is, and says so', () => {
	expect(said('JSON behind u32be', 'json.cmd')).toEqual([3]);
	expect(said('JSON behind u32be', 'length-prefix.message.length')).toEqual(['u32be']);
	expect(said('twice', 'json.n')).toEqual([1, 1]);
	expect(said('twice', 'length-prefix.message.length')).toEqual(['u16le', 'u16le']);
	expect(said('XML', 'length-prefix.message.length')).toEqual(['u32le, counts itself']);
	expect(said('HTTP', 'http.method')).toEqual(['GET']);
	expect(said('HTTP', 'length-prefix')).toEqual(['http: GET /']);
});

test('every sample of another protocol that is recognised is so behind each kind of length, too', () => {
	const kinds = [
		(bytes: Uint8Array) => [bytes.length >>> 24, bytes.length >>> 16, bytes.length >>> 8, bytes.length],
		(bytes: Uint8Array) => [(bytes.length + 2) & 0xff, (bytes.length + 2) >>> 8],
	];
	const text = '{"id":7,"method":"add"}';
	for (const kind of kinds) {
		const bytes = new TextEncoder().encode(text);
		const whole = Uint8Array.from([...kind(bytes), ...bytes]);
		expect(guesses(DECODERS, whole, { transport: 'stream' })[0]?.decoder.id).toBe('length-prefix');
		expect(pathsOf(decoder, stream(whole)).find(({ path }) => path === 'json.method')?.value).toBe('add');
	}
});

test('a payload that is of no protocol is bytes with their text', () => {
	const fields = pathsOf(decoder, stream(fromHex('0000000568656c6c6f')));
	expect(fields.find(({ path }) => path === 'length-prefix.message.payload')).toMatchObject({
		meaning: 'hello',
		start: 4,
		end: 9,
	});
	expect(decoder.recognise(fromHex('0000000568656c6c6f'), { transport: 'stream' })).toBe(0);
});

test('what is missing of the last message is reported, and a length below its own size is wrong', () => {
	expect(notesOf(decoder, stream(fromHex('0000000a7b7d'))).map(({ note }) => note)).toContainEqual({
		code: 'short',
		missing: 8,
	});
	expect(decoder.recognise(fromHex('0000000a7b7d'), { transport: 'stream' })).toBe(0);
	// Behind a message whose length counts itself.
	const wrong = fromHex('0600 7b7d2020 0100');
	expect(notesOf(decoder, stream(wrong)).map(({ note }) => note.code)).toContain('unexpected');
});

test('any messages behind lengths of one form are found again, each with its range', () => {
	fc.assert(
		fc.property(
			fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { minLength: 1, maxLength: 5 }),
			(messages) => {
				const whole = Uint8Array.from(
					messages.flatMap((message) => [0, 0, message.length >>> 8, message.length & 0xff, ...message]),
				);
				const found = pathsOf(decoder, stream(whole)).filter(({ path }) => path === 'length-prefix.message');
				expect(found.map(({ start, end }) => end - start - 4)).toEqual(messages.map(({ length }) => length));
			},
		),
	);
});
