import { expect, test } from 'vitest';
import { byTier } from '../../../common/tier.fixture.ts';
import { tsharkMissing } from '../tshark.fixture.ts';
import { pcapFile } from './files.fixture.ts';
import { difference, followAll, followImport } from './follow.fixture.ts';
import { imports } from './import.fixture.ts';
import { Random } from './random.fixture.ts';
import { conversation, type Mishaps, mixed } from './traffic.fixture.ts';

const imported = imports();
const FROM = 1_700_000_000_000_000_000n;
const NONE: Mishaps = { loss: 0, duplicate: 0, delay: 0, again: 0, middle: 0, abrupt: 0 };

const CASES: readonly (readonly [string, Mishaps])[] = [
	['as they were sent', NONE],
	['with loss', { ...NONE, loss: 0.08 }],
	['out of order', { ...NONE, delay: 0.3 }],
	['sent again, cut otherwise, with other bytes', { ...NONE, again: 0.4 }],
	['with duplicates', { ...NONE, duplicate: 0.3 }],
	['without beginning or end', { ...NONE, middle: 1, abrupt: 1 }],
	['with everything at once', { loss: 0.05, duplicate: 0.1, delay: 0.2, again: 0.2, middle: 0.3, abrupt: 0.4 }],
];
/** By default those that cause every kind of mishap. */
const SAMPLE = CASES.filter(([name]) => name !== 'out of order' && name !== 'with duplicates');

test.skipIf(tsharkMissing !== undefined).for(byTier(SAMPLE, CASES))(
	"TCP streams equal tshark's: %s",
	async ([name, mishaps]) => {
		const seed = Number(process.env.WIREBENCH_SEED ?? 20_260_101);
		const random = new Random(seed);
		const count = 60;
		const list = Array.from({ length: count }, (_, i) => conversation(random, i, mishaps));
		const file = imported.file(pcapFile(mixed(random, list, FROM), { link: 101 }));
		const result = await imported.of(file);
		expect(result.summary.damage).toBeUndefined();
		const ours = followImport(result);
		const theirs = await followAll(file, { tcp: count });
		expect(theirs.length).toBe(count);
		for (const stream of theirs) {
			const ends = [...stream.keys()];
			const own = ours.find((other) => ends.every((end) => other.has(end)));
			for (const [end, runs] of stream) {
				const why = difference(runs, own?.get(end) ?? []);
				expect(why && `${name}, seed ${seed}, ${ends.join(' and ')}, from ${end}: ${why}`).toBeUndefined();
			}
		}
		// The mishaps had their effects.
		const { gaps, retransmitted, outOfOrder } = result.summary;
		expect([gaps > 0, outOfOrder > 0, retransmitted > 0]).toEqual([
			mishaps.loss > 0 || (mishaps.delay > 0 && gaps > 0),
			mishaps.loss + mishaps.delay > 0 || (mishaps.duplicate > 0 && outOfOrder > 0),
			mishaps.duplicate + mishaps.again > 0 || (mishaps.delay > 0 && retransmitted > 0),
		]);
	},
);
