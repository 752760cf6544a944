import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byTier } from '../tier.fixture.ts';
import { decode as english } from '../words/en/dialogs/decode.ts';
import { decodeAs } from './core/decode.ts';
import type { Context } from './core/decoder.ts';
import { guesses } from './core/guess.ts';
import { MOST_FIELDS } from './core/reader.ts';
import { DECODERS, type Field } from './index.ts';
import type { Sample } from './testing/samples.fixture.ts';

const FILES = import.meta.glob<{ readonly SAMPLES: readonly Sample[] }>('./*/samples.fixture.ts', { eager: true });
const samplesOf = (id: string): readonly Sample[] => FILES[`./${id}/samples.fixture.ts`]?.SAMPLES ?? [];

/** Fields whose range is not within the message or that of the field around them; their names are for people alone. */
function strays(fields: readonly Field[], from: number, to: number): Field[] {
	return fields.flatMap((field) => [
		...(field.start < from || field.end > to || field.start > field.end ? [field] : []),
		...strays(field.children ?? [], field.start, field.end),
	]);
}

const countOf = (fields: readonly Field[]): number =>
	fields.reduce((sum, { children = [] }) => sum + 1 + countOf(children), 0);

const contexts: readonly Context[] = [
	{ transport: 'stream' },
	{ transport: 'datagram' },
	{ transport: 'stream', from: 'server' },
	{ transport: 'datagram', from: 'client' },
];

describe.each(DECODERS.map((decoder) => [decoder.id, decoder] as const))('%s', (id, decoder) => {
	const samples = samplesOf(id);
	const holds = (bytes: Uint8Array, context: Context) => {
		const fields = decodeAs(decoder, bytes, context);
		expect(strays(fields, 0, bytes.length)).toEqual([]);
		expect(countOf(fields)).toBeLessThanOrEqual(MOST_FIELDS + 64);
		const looks = decoder.recognise(bytes, context);
		expect(looks).toBeGreaterThanOrEqual(0);
		const { most = 1 } = decoder;
		expect(looks).toBeLessThanOrEqual(typeof most === 'number' ? most : most(bytes, context));
	};

	test('recognises its samples, and decodes them without a note', () => {
		expect(samples.length).toBeGreaterThan(0);
		const noted = (fields: readonly Field[]): Field[] =>
			fields.flatMap((field) => [...(field.note === undefined ? [] : [field]), ...noted(field.children ?? [])]);
		for (const { name, bytes, context } of samples) {
			expect(decoder.recognise(bytes, context), name).toBeGreaterThanOrEqual(0.3);
			expect(noted(decodeAs(decoder, bytes, context)), name).toEqual([]);
		}
	});

	test('its samples look more like it than like any other protocol', () => {
		for (const { name, bytes, context } of samples)
			expect(guesses(DECODERS, bytes, context)[0]?.decoder.id, name).toBe(id);
	});

	test('of every prefix of its samples, all ranges are inside, and something is missing or whole units are there', () => {
		for (const { bytes, context } of samples)
			for (let length = 0; length < bytes.length; length++) holds(bytes.subarray(0, length), context);
	});

	test('of any bytes, and of samples with some changed, nothing is thrown and all ranges are inside', () => {
		const changed = fc
			.tuple(
				fc.constantFrom(...samples),
				fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
				fc.nat(),
			)
			.map(([{ bytes, context }, changes, cut]) => {
				const copy = bytes.slice(0, 1 + (cut % bytes.length));
				for (const [at, byte] of changes) copy[at % copy.length] = byte;
				return [copy, context] as const;
			});
		const any = fc.tuple(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...contexts));
		fc.assert(
			fc.property(fc.oneof({ weight: 3, arbitrary: changed }, any), ([bytes, context]) => holds(bytes, context)),
			{ numRuns: byTier(400, 50_000) },
		);
	});
});

test('a title that is no name of a protocol is in the catalogues, and the same in English', () => {
	const titles = DECODERS.filter(({ id, title }) => id !== 'protobuf' && / [a-z]/.test(title));
	expect(Object.fromEntries(titles.map(({ id, title }) => [id, title]))).toEqual(english.titles);
});
