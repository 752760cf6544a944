import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byTier } from '../../../common/tier.fixture.ts';
import { listedPlaces } from '../format/places.ts';
import { pattern } from '../recording.fixture.ts';
import { readPayload } from '../segments/bytes.ts';
import { CaptureFolder } from '../segments/folder.ts';
import { readRows } from '../segments/rows.ts';
import { look } from './look.ts';
import { openStored } from './open-stored.ts';
import { record, segmentsOf, workFolder } from './opening.fixture.ts';

const RUNS = byTier(120, 1500);

test('files with bytes changed, removed and inserted open or report why, and never hang', async () => {
	const [segment = ''] = segmentsOf(await record(20));
	const good = readFileSync(segment);
	const path = join(workFolder(), 'mutated.pcapng');
	const work = workFolder();
	const change = fc.record({ at: fc.nat(good.length - 1), cut: fc.nat(40), put: fc.uint8Array({ maxLength: 24 }) });
	let shown = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
			let bytes = good;
			for (const { at, cut, put } of changes) {
				bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
			}
			writeFileSync(path, bytes);
			try {
				const found = await look(path, work, () => undefined);
				if (found.kind !== 'stored') return;
				const files = new CaptureFolder(listedPlaces(found.places), found.shift);
				shown += readRows(files, 0, found.events).length;
				for (const run of files.rows(0, found.events)) {
					for (const row of run.segment ? run.rows : []) if (run.segment) readPayload(run.segment, row, 0, 1 << 20);
				}
				files.close();
			} catch (error) {
				// In one of many files, an error may be found only by reading.
				expect(error).toMatchObject({ name: 'PcapngError', message: expect.stringMatching(/at byte \d+/) });
			}
		}),
		{ numRuns: RUNS },
	);
	expect(shown).toBeGreaterThan(RUNS);
});

test("a folder with a wrong index is read with a rebuilt one, within the memory of its files' size", async () => {
	const folder = await record(200);
	const index = join(folder, 'capture-000001.index');
	const good = readFileSync(index);
	const before = process.memoryUsage().rss;
	for (let round = 1; round <= 5; round++) {
		const bad = Buffer.from(good);
		// The last row is unchanged: the index ends where its segment does.
		for (let at = 64; at < bad.length - 32; at += 32) {
			if (at % (32 * round) === 0) bad.set(pattern(32 - (round % 4), at * round), at);
		}
		writeFileSync(index, bad);
		const { capture, warnings } = await openStored({ id: 'x', path: folder, workFolder: workFolder() }).catch(nothing);
		if (!capture) continue;
		expect(warnings).toEqual([
			expect.stringMatching(/was damaged, and was rebuilt from the segment: nothing was lost/),
		]);
		const { stored } = capture.counters();
		expect(stored).toBe(202);
		for (let n = 0; n < stored; n += 23) {
			for (const answer of [capture.rows(n, 3), capture.bytes(n, 0, 1 << 20)]) {
				await answer.catch((error: unknown) => expect(error).toMatchObject({ code: 'disk' }));
			}
		}
		for (const filter of ['hex:0102', 'event', 'port:1']) {
			const { promise, resolve } = Promise.withResolvers<void>();
			const run = capture.follow('captureFilter', { filter }, ({ scanned, error }) => {
				if (scanned === stored || error) resolve();
			});
			await promise;
			run.dispose();
		}
		await capture.close();
	}
	expect(process.memoryUsage().rss - before).toBeLessThan(1 << 30);
});

/** A file that cannot be opened at all is reported as damaged. */
function nothing(error: unknown): { readonly capture?: undefined; readonly warnings?: undefined } {
	expect(error).toMatchObject({ code: 'disk' });
	return {};
}
