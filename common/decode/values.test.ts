import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byTier } from '../tier.fixture.ts';
import { decodeAs } from './core/decode.ts';
import { GuessAmong } from './core/guess-among.ts';
import { DECODERS, type Field, guessOf } from './index.ts';
import { PROTOCOLS } from './protocols.ts';
import { pathsOf } from './testing/fields.fixture.ts';
import type { Sample } from './testing/samples.fixture.ts';
import { type FieldPath, ValueReader } from './values.ts';

const FILES = import.meta.glob<{ readonly SAMPLES: readonly Sample[] }>('./*/samples.fixture.ts', { eager: true });
const SAMPLES = DECODERS.flatMap((decoder) =>
	(FILES[`./${decoder.id}/samples.fixture.ts`]?.SAMPLES ?? []).map((sample) => ({ decoder, sample })),
);

/** All paths of fields in a tree, with what each says. */
function saidBy(fields: readonly Field[], around: FieldPath = []): { path: FieldPath; says: unknown }[] {
	return fields.flatMap(({ name, protocol, value, meaning, children = [] }) => {
		const path = protocol === undefined ? [...around, name] : [protocol];
		return [{ path, says: { value, meaning } }, ...saidBy(children, path)];
	});
}

test('the list of protocols is that of the decoders', () => {
	expect(PROTOCOLS).toEqual(DECODERS.map(({ id }) => id));
});

test('a decoder names all protocols whose units are in its own', () => {
	for (const { decoder, sample } of SAMPLES) {
		const inside = pathsOf(decoder, sample).flatMap(({ protocol }) =>
			protocol === undefined || protocol === decoder.id ? [] : [protocol],
		);
		expect(decoder.carries ?? [], sample.name).toEqual(expect.arrayContaining(inside));
	}
});

/** A sample, whole or cut, with some bytes changed. */
const messages = fc
	.tuple(fc.constantFrom(...SAMPLES), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }), fc.option(fc.nat()))
	.map(([{ decoder, sample }, changes, cut]) => {
		const { bytes, context } = sample;
		const copy = bytes.slice(0, cut === null ? bytes.length : 1 + (cut % bytes.length));
		for (const [at, byte] of changes) copy[at % copy.length] = byte;
		return { decoder, bytes: copy, transport: context.transport, ports: context.ports ?? [] };
	});

test('values that are read alone are those of the whole tree', () => {
	fc.assert(
		fc.property(messages, fc.nat(), ({ decoder, bytes, transport, ports }, seed) => {
			const all = saidBy(decodeAs(decoder, bytes, { transport, ports })).filter(({ path }) => path[0] !== 'rest');
			const paths = [all[seed % all.length]?.path ?? [], all[(seed * 7) % all.length]?.path ?? []];
			const reader = new ValueReader(paths);
			reader.read(bytes, { datagram: transport === 'datagram', ports, protocol: decoder.id });
			const sorted = (list: readonly unknown[]) =>
				list
					.map((one) => JSON.stringify(one, (_, value) => (typeof value === 'bigint' ? `${value}n` : value)))
					.toSorted();
			for (const [i, path] of paths.entries()) {
				const wanted = all.filter((one) => one.path.join('\0') === path.join('\0')).map(({ says }) => says);
				expect(sorted(reader.values(i))).toEqual(sorted(wanted));
			}
		}),
		{ numRuns: byTier(1000, 50_000) },
	);
});

test('a guess among some decoders is the guess among all, or none', () => {
	fc.assert(
		fc.property(messages, fc.subarray([...DECODERS]), ({ bytes, transport, ports }, some) => {
			const context = { transport, ports };
			const all = guessOf(bytes, [context])?.decoder;
			const wanted = all !== undefined && some.includes(all) ? all : undefined;
			expect(new GuessAmong(some, DECODERS).guess(bytes, context)?.id).toBe(wanted?.id);
		}),
		{ numRuns: byTier(1000, 50_000) },
	);
});

test('a message whose first byte no decoder has at its begin looks like none of its protocol', () => {
	fc.assert(
		fc.property(messages, fc.option(fc.nat(255)), ({ bytes, transport, ports }, first) => {
			if (first !== null) bytes[0] = first;
			for (const { id, mayBegin, recognise } of DECODERS)
				if (mayBegin?.(bytes[0] ?? 0, transport) === false) expect(recognise(bytes, { transport, ports }), id).toBe(0);
		}),
		{ numRuns: byTier(1000, 50_000) },
	);
});
