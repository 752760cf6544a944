import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAULTS, type Faults, faultsSchema, PROXY_DIRECTIONS, proxyFaultsSchema } from '../contract/config/proxy.ts';
import { byteLimit, Chance, describeProxyFaults, Slices, UnitFaults } from './index.ts';
import { createRandom } from './random.ts';

const seeds = fc.nat({ max: 0xffff_ffff });
const unitsOfBytes = fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 30 });
const someFaults = fc.record(
	{
		latency: fc.record({ delayMs: fc.nat({ max: 100 }), jitterMs: fc.nat({ max: 200 }) }),
		corrupt: fc.record({
			probability: fc.double({ min: 0, max: 1, noNaN: true }),
			per: fc.constantFrom('byte', 'message'),
		}),
		drop: fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }) }),
		duplicate: fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }) }),
		reorder: fc.record({
			probability: fc.double({ min: 0, max: 1, noNaN: true }),
			distance: fc.integer({ min: 1, max: 9 }),
		}),
	},
	{ requiredKeys: [] },
);

function fates(faults: Faults, seed: number, units: readonly Uint8Array[]) {
	const stages = new UnitFaults(new Chance(seed, 1, 'toTarget'), () => undefined);
	stages.configure(faults);
	return units.map((unit) => stages.decide(unit));
}

describe('the generator', () => {
	test('its sequences for a key never change', () => {
		const draw = (key: number[]) =>
			Array.from({ length: 4 }, createRandom(key).next).map((x) => Math.floor(x * 2 ** 32));
		expect(draw([1, 1, 0])).toEqual(draw([1, 1, 0]));
		expect(draw([1, 1, 0])).not.toEqual(draw([1, 0, 1]));
		expect(draw([1])).toMatchInlineSnapshot(`
			[
			  979307365,
			  4225277593,
			  2482538370,
			  1371474901,
			]
		`);
	});

	test('is uniform: each sixteenth of its range has a sixteenth of the values', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const random = createRandom([seed]);
				const counts = new Array<number>(16).fill(0);
				for (let i = 0; i < 16_000; i++) {
					const which = random.below(16);
					counts[which] = (counts[which] ?? 0) + 1;
				}
				// Chi-squared with 15 degrees of freedom exceeds 60 once in four million runs.
				const chi = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
				expect(chi).toBeLessThan(60);
			}),
			{ numRuns: 20, seed: 1 },
		);
	});
});

describe('effects on units', () => {
	test('the same seed decides the same, and the original unit is never changed', () => {
		fc.assert(
			fc.property(seeds, someFaults, unitsOfBytes, (seed, written, units) => {
				const faults = faultsSchema.parse(written);
				const before = units.map((unit) => unit.slice());
				expect(fates(faults, seed, units)).toEqual(fates(faults, seed, units));
				expect(units).toEqual(before);
			}),
		);
	});

	test('the decisions of one fault do not depend on the others', () => {
		fc.assert(
			fc.property(seeds, someFaults, unitsOfBytes, (seed, written, units) => {
				const drop = { drop: { probability: 0.5 } };
				const alone = fates(faultsSchema.parse(drop), seed, units);
				const among = fates(faultsSchema.parse({ ...written, ...drop }), seed, units);
				expect(among.map(({ copies }) => copies === 0)).toEqual(alone.map(({ copies }) => copies === 0));
			}),
		);
	});

	test('the same bytes are corrupted, however the stream is split', () => {
		const faults = faultsSchema.parse({ corrupt: { probability: 0.1 } });
		fc.assert(
			fc.property(seeds, unitsOfBytes, (seed, units) => {
				const whole = Buffer.concat(units);
				const [together] = fates(faults, seed, [whole]);
				expect(Buffer.concat(fates(faults, seed, units).map(({ bytes }) => bytes))).toEqual(
					Buffer.from(together?.bytes ?? []),
				);
			}),
		);
	});

	test('probabilities hold within statistical error', () => {
		const share = (faults: Faults, counts: (fate: ReturnType<typeof fates>[number]) => number) => {
			const units = Array.from({ length: 10_000 }, () => new Uint8Array(1));
			return fates(faults, 7, units).reduce((sum, fate) => sum + counts(fate), 0) / units.length;
		};
		expect(share(faultsSchema.parse({ drop: { probability: 0.2 } }), ({ copies }) => 1 - copies)).toBeCloseTo(0.2, 1);
		expect(share(faultsSchema.parse({ duplicate: { probability: 1 } }), ({ copies }) => copies)).toBe(2);
		const corrupt = { probability: 0.3, per: 'message' };
		expect(share(faultsSchema.parse({ corrupt }), ({ bytes }) => Math.sign(bytes[0] ?? 0))).toBeCloseTo(0.3, 1);
		expect(
			share(faultsSchema.parse({ corrupt: { probability: 0.3 } }), ({ bytes }) => Math.sign(bytes[0] ?? 0)),
		).toBeCloseTo(0.3, 1);
		const latency = { delayMs: 100, jitterMs: 50 };
		const delays = fates(
			faultsSchema.parse({ latency }),
			7,
			Array.from({ length: 1000 }, () => new Uint8Array(1)),
		);
		for (const { delayMs } of delays) expect(Math.abs(delayMs - 100)).toBeLessThanOrEqual(50);
		expect(new Set(delays.map(({ delayMs }) => delayMs)).size).toBeGreaterThan(900);
	});
});

test('toxicity picks connections, the same ones each time', () => {
	const faults = faultsSchema.parse({ drop: { probability: 1, toxicity: 0.25 }, latency: { delayMs: 1 } });
	const having = Array.from(
		{ length: 2000 },
		(_, i) => new Chance(5, i + 1, 'toClient').pick(faults).drop !== undefined,
	);
	expect(having.filter(Boolean).length / having.length).toBeCloseTo(0.25, 1);
	expect(having).toEqual(having.map((_, i) => new Chance(5, i + 1, 'toClient').pick(faults).drop !== undefined));
	expect(new Chance(5, 1, 'toClient').pick(faults).latency).toEqual(faults.latency);
});

test('slices are cut at the same places, however the stream is split', () => {
	const slicer = faultsSchema.parse({ slicer: { averageBytes: 10, variationBytes: 9 } }).slicer;
	const cuts = (seed: number, pieces: readonly number[]): number[] => {
		const slices = new Slices(new Chance(seed, 1, 'toTarget').sequence('slicer'));
		slices.configure(slicer);
		const at: number[] = [];
		let total = 0;
		for (const piece of pieces) {
			for (let left = piece; left > 0; ) {
				const part = Math.min(left, slices.left);
				expect(part).toBeGreaterThan(0);
				left -= part;
				total += part;
				if (slices.take(part)) at.push(total);
			}
		}
		return at;
	};
	fc.assert(
		fc.property(seeds, fc.array(fc.nat({ max: 40 }), { maxLength: 20 }), (seed, pieces) => {
			const found = cuts(seed, pieces);
			expect(found).toEqual(cuts(seed, [pieces.reduce((sum, piece) => sum + piece, 0)]));
			for (const [i, cut] of found.entries()) expect(cut - (found[i - 1] ?? 0)).toBeLessThanOrEqual(19);
		}),
	);
});

test('the first of several ends counts', () => {
	expect(byteLimit({})).toBeUndefined();
	const faults = faultsSchema.parse({ limitData: { bytes: 10 }, reset: { afterBytes: 5 } });
	expect(byteLimit(faults)).toEqual({ bytes: 5, fault: 'reset' });
	expect(byteLimit(faultsSchema.parse({ reset: { afterMs: 5 } }))).toBeUndefined();
	expect(byteLimit({ ...faults, ...faultsSchema.parse({ timeout: { ms: 0 } }) })).toEqual({
		bytes: 0,
		fault: 'timeout',
	});
});

test('every fault has its words, and its fixed position for seeds', () => {
	const all = faultsSchema.parse({
		latency: { delayMs: 100, jitterMs: 20 },
		bandwidth: { bytesPerSecond: 1000 },
		slicer: { averageBytes: 5 },
		corrupt: { probability: 0.001 },
		drop: { probability: 0.5, toxicity: 0.1 },
		duplicate: { probability: 1 },
		reorder: { probability: 1 },
		slowClose: { delayMs: 1 },
		halfOpen: {},
		timeout: { ms: 0 },
		reset: {},
		limitData: { bytes: 5 },
		closeAfter: { ms: 7 },
	});
	expect(Object.keys(all)).toEqual([...FAULTS]);
	expect(FAULTS.slice(0, 3)).toEqual(['latency', 'bandwidth', 'slicer']);
	expect(PROXY_DIRECTIONS).toEqual(['toTarget', 'toClient']);
	expect(describeProxyFaults(proxyFaultsSchema.parse({ toTarget: all }))).toBe(
		'to the target latency 100 ± 20 ms, bandwidth 1000 B/s, slices of 5 B, corrupt 0.1 % of the bytes, ' +
			'drop 50 % (10 % of the connections), duplicate 100 %, reorder 100 % by 1, slow close 1 ms, half-open after 0 B, ' +
			'timeout without close, reset after 0 B and 0 ms, close after 5 B, close after 7 ms; to the client none',
	);
});
