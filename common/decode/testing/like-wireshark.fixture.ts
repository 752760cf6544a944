import { expect } from 'vitest';
import type { Decoder } from '../core/decoder.ts';
import { type PathField, pathsOf } from './fields.fixture.ts';
import type { Sample } from './samples.fixture.ts';
import { type WiresharkField, wiresharkFields } from './tshark.fixture.ts';

/** The name of a field in Wireshark; with it, where it is compared, what Wireshark shows of ours. */
export type Counterpart = string | readonly [name: string, shows: (field: PathField) => string];

const placeOf = ({ start, end }: Pick<WiresharkField, 'start' | 'end'>) => `${start}-${end}`;

/**
 * Fields are where Wireshark has them, and say the same: each of ours in `same` (by its path) is one of Wireshark's, each of
 * Wireshark's by those names is one of ours, and each path is in one of the samples. @param options of tshark
 */
export function expectLikeWireshark(
	decoder: Decoder,
	samples: readonly Sample[],
	same: Readonly<Record<string, Counterpart>>,
	...options: readonly string[]
): void {
	expectSame(decoder, samples, wiresharkFields(samples, ...options), same);
}

/** The same of fields that tshark has found in each sample in another way: in a conversation, in packets of its own. */
export function expectSame(
	decoder: Decoder,
	samples: readonly Sample[],
	theirs: readonly (readonly WiresharkField[])[],
	same: Readonly<Record<string, Counterpart>>,
): void {
	const unseen = new Set(Object.keys(same));
	for (const [i, sample] of samples.entries()) {
		const ours = pathsOf(decoder, sample);
		const places = new Map<string, Set<string>>();
		for (const [path, counterpart] of Object.entries(same)) {
			const [name, shows] = typeof counterpart === 'string' ? [counterpart] : counterpart;
			const named = (theirs[i] ?? []).filter((field) => field.name === name);
			const mine = ours.filter((field) => field.path === path);
			if (mine.length > 0) unseen.delete(path);
			const seen = places.get(name) ?? new Set();
			places.set(name, seen);
			for (const field of mine) {
				const place = placeOf(field);
				seen.add(place);
				const found = named.filter((other) => placeOf(other) === place);
				expect(named.map(placeOf), `${sample.name}: ${path}`).toContain(place);
				if (shows !== undefined)
					expect(
						found.map(({ show }) => show),
						`${sample.name}: ${path}`,
					).toContain(shows(field));
			}
		}
		for (const [name, seen] of places)
			for (const field of theirs[i] ?? [])
				if (field.name === name)
					expect([...seen], `${sample.name}: ${name}, only in Wireshark`).toContain(placeOf(field));
	}
	expect([...unseen], 'in no sample').toEqual([]);
}
