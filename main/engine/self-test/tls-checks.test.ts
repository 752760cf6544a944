import { describe, expect, it } from 'vitest';
import { type Check, ok, unsupported } from './check.ts';
import { type Finding, runChecks, TLS_CHECKS } from './index.ts';
import { ENGLISH, textIn } from './speech.ts';

async function all(checks: readonly Check[], limitMs?: number): Promise<Finding[]> {
	const found: Finding[] = [];
	for await (const one of runChecks(checks, limitMs === undefined ? {} : { limitMs })) found.push(one);
	return found;
}

const check = (run: Check['run']): Check => ({ id: 'some.check', title: 'a check', run });

describe('a check', () => {
	it('is ok, not supported, or failed with its error', async () => {
		const found = await all([
			check(async () => ok()),
			check(async () => ok('in detail')),
			check(async () => unsupported('It cannot be done.')),
			check(async () => {
				throw new Error('It is broken.');
			}),
		]);
		const named = { check: 'some.check', title: 'a check' };
		expect(found).toEqual([
			{ ...named, state: 'ok' },
			{ ...named, state: 'ok', detail: 'in detail' },
			{ ...named, state: 'unsupported', detail: 'It cannot be done.' },
			{ ...named, state: 'failed', detail: 'It is broken.' },
		]);
	});

	it('fails when it hangs, and the next one runs', async () => {
		const found = await all([check(() => new Promise(() => undefined)), check(async () => ok())], 20);
		expect(found.map(({ state }) => state)).toEqual(['failed', 'ok']);
	});
});

describe('the TLS checks', () => {
	it('each have a name of their own in the group, and a title of one line', () => {
		expect(new Set(TLS_CHECKS.map(({ id }) => id)).size).toBe(TLS_CHECKS.length);
		for (const { id, title } of TLS_CHECKS) {
			expect(id).toMatch(/^tls\.[\w.-]+$/);
			expect(textIn(title, ENGLISH)).toMatch(/^[^\n]{5,100}$/);
		}
	});
});
