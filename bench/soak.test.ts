import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { byTier } from '../common/tier.fixture.ts';
import { soak } from './soak/run.ts';
import { growth } from './soak/samples.ts';
import { GROWTH_MIB } from './soak.ts';

/** Without a page: its frames say nothing on a machine that is busy with tests. At this rate it takes some 20 s of processor time. */
const OPTIONS = { seconds: 120, rate: byTier(20, 100), rest: byTier(15, 5), page: false };

/** Two minutes, and what a busy machine adds. */
const LIMIT_MS = 600_000;

test.runIf(process.platform === 'linux')(
	'a host under all kinds of load at once keeps its memory, lets go of its handles, and stores every record',
	{ timeout: LIMIT_MS },
	async () => {
		const scratch = mkdtempSync(join(tmpdir(), 'wirebench-soak-'));
		onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
		const result = await soak(OPTIONS, scratch);
		expect(result.failures).toEqual([]);
		expect(result.differences).toEqual([]);
		expect(result.lacking).toBe(0);
		expect(result.dropped).toBe(0);
		expect(result.held).toEqual([]);
		expect(growth(result.samples, ({ main }) => main)).toBeLessThan(GROWTH_MIB.main);
		expect(growth(result.samples, ({ threads }) => threads)).toBeLessThan(GROWTH_MIB.threads);
		expect(growth(result.samples, ({ resident }) => resident)).toBeLessThan(GROWTH_MIB.resident);
	},
);
