import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIMITS } from '../contract/base/limits.ts';
import type { Framing } from '../contract/config/framing.ts';
import { createEnds, createFramer, type MessageEnds } from './index.ts';

const LIMIT = LIMITS.frameMessageBytes;
const length = { type: 'length', order: 'big', offset: 0, adjustment: 0, includesHead: false } as const;
const framings = fc.constantFrom<Framing>(
	{ type: 'line' },
	{ type: 'delimiter', delimiter: { format: 'hex', text: '0101' } },
	{ type: 'delimiter', delimiter: { format: 'escaped', text: '\\n\\n' }, eitherLineEnd: true },
	{ type: 'fixed', length: 1 },
	{ type: 'fixed', length: 7 },
	{ ...length, size: 1 },
	{ ...length, size: 2, offset: 1, adjustment: -2 },
	{ ...length, size: 3, order: 'little', includesHead: true },
	{ ...length, size: 8, adjustment: 3 },
	{ type: 'idle', ms: 5 },
);
/** Many ends, and now and then a length that is impossible. */
const bytes = fc.array(fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 10, 10, 13, 200), { maxLength: 40 });
const chunks = fc.array(
	fc.tuple(
		bytes.map((list) => Uint8Array.from(list)),
		fc.integer({ min: 0, max: 9 }),
	),
	{
		maxLength: 12,
	},
);

interface Ended {
	readonly end: number;
	readonly isFault: boolean;
}

/** What a framer does with the same chunks. */
function framed(framing: Framing, parts: readonly (readonly [Uint8Array, number])[]): Ended[] {
	const framer = createFramer(framing);
	const ended: Ended[] = [];
	let [at, ms] = [0, 0];
	for (const [chunk, pause] of parts) {
		ms += pause;
		if (chunk.length === 0) continue;
		for (const { head, data, eol, fault } of framer.push(chunk.slice(), ms)) {
			at += (head?.length ?? 0) + data.length + eol.length;
			ended.push({ end: at, isFault: fault !== undefined });
		}
	}
	return ended;
}

function found(framing: Framing, parts: readonly (readonly [Uint8Array, number])[], again: boolean): Ended[] {
	const make = (): MessageEnds => {
		const made = createEnds(framing);
		if (made === undefined) throw new Error('A framing without ends.');
		return made;
	};
	let ends = make();
	const ended: Ended[] = [];
	let [base, ms, begin] = [0, 0, 0];
	for (const [chunk, pause] of parts) {
		ms += pause;
		if (chunk.length === 0) continue;
		if (ends.isSilent(ms) && begin < base) {
			ends.reset();
			begin = base;
			ended.push({ end: base, isFault: false });
		}
		for (let at = 0; at < chunk.length; ) {
			at = ends.next(chunk, at);
			if (at < 0) break;
			begin = base + at;
			ended.push({ end: begin, isFault: ends.isFault });
		}
		base += chunk.length;
		if (!again) continue;
		const { state } = ends;
		ends = make();
		ends.state = state;
	}
	return ended;
}

test('the ends are those of the framer, also where the search goes on from its state', () => {
	fc.assert(
		fc.property(framings, chunks, fc.boolean(), (framing, parts, again) => {
			expect(found(framing, parts, again)).toEqual(framed(framing, parts));
		}),
		{ numRuns: 2000 },
	);
});

test('a message ends at the limit', () => {
	const part = new Uint8Array(LIMIT - 1);
	const parts: [Uint8Array, number][] = [
		[part, 0],
		[Uint8Array.of(1, 2), 0],
		[part, 0],
	];
	for (const framing of [{ type: 'line' }, { type: 'idle', ms: 5 }] as const) {
		expect(found(framing, parts, true)).toEqual(framed(framing, parts));
		expect(found(framing, parts, true)).toEqual([
			{ end: LIMIT, isFault: true },
			{ end: 2 * LIMIT, isFault: true },
		]);
	}
	expect(createEnds({ type: 'none' })).toBeUndefined();
});
