import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	closeSync,
	cpSync,
	existsSync,
	ftruncateSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { byTier } from '../../../common/tier.fixture.ts';
import { freeze, mountMissing } from '../disk.fixture.ts';
import { pcapFile } from '../import/files.fixture.ts';
import { framed, ip, udpDatagram } from '../import/frames.fixture.ts';
import { pattern } from '../recording.fixture.ts';
import { tsharkMissing } from '../tshark.fixture.ts';

import { allRows, concatenate, newFolder, open, record, segmentsOf, words, workFolder } from './opening.fixture.ts';

describe('a folder', () => {
	test('opens unchanged, with and without its indexes, and is not modified', async () => {
		const folder = await record(300, 200_000);
		const names = readdirSync(folder).sort();
		expect(segmentsOf(folder).length).toBeGreaterThan(2);
		const before = await open(folder);
		expect(before).toMatchObject({ kind: 'stored', warnings: [] });
		const rows = await allRows(before);
		expect(rows).toHaveLength(302);
		for (const name of names.filter((name) => name.endsWith('.index'))) rmSync(join(folder, name));
		const reported: number[] = [];
		const again = await open(folder, { onProgress: ({ done, total }) => reported.push(done / total) });
		expect(await allRows(again)).toEqual(rows);
		expect(again.warnings).toEqual([expect.stringMatching(/index of \d+ segments was rebuilt, and nothing was lost/)]);
		expect(reported.every((part) => part >= 0 && part <= 1)).toBe(true);
		expect(readdirSync(folder).sort()).toEqual(names);
		const { bytes, total } = await again.capture.bytes(50, 60_000, 100_000);
		expect(total).toBe(70_000);
		expect(Buffer.from(bytes).equals(pattern(70_000, 49).subarray(60_000))).toBe(true);
	});

	test('starts at the first existing event, where earlier segments are gone', async () => {
		const folder = await record(300, 200_000);
		const rows = await allRows(await open(folder));
		rmSync(join(folder, 'capture-000001.pcapng'));
		rmSync(join(folder, 'capture-000001.index'));
		const rest = await allRows(await open(folder));
		expect(rest.length).toBeLessThan(302);
		expect(rest.map((row) => row.n)).toEqual(rest.map((_, i) => i));
		expect(words(rest)).toEqual(words(rows).slice(-rest.length));
	});

	test('that a killed process left is repaired, and reports the cut', async () => {
		const folder = newFolder();
		const program = fileURLToPath(new URL('../kill.child.ts', import.meta.url));
		const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
		let output = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			output += text;
		});
		await once(child.stdout, 'data');
		const growing = await open(folder);
		expect(growing).toMatchObject({ kind: 'growing', warnings: [expect.stringContaining('is not touched')] });
		const before = growing.capture.counters().stored;
		const grown = Promise.withResolvers<void>();
		const closed = once(child, 'close');
		growing.capture.onProgress(() => growing.capture.counters().stored > before && grown.resolve());
		await grown.promise;
		child.kill('SIGKILL');
		await closed;
		const stored = Number(output.split('\n').at(-2)?.split(' ')[2]);
		expect(growing.capture.counters().stored).toBeGreaterThanOrEqual(stored);
		expect((await growing.capture.rows(1, 1))[0]?.n).toBe(1);
		const after = await open(folder);
		expect(after.kind).toBe('stored');
		expect(after.capture.counters().stored).toBeGreaterThanOrEqual(stored);
		expect(existsSync(join(folder, 'capture.lock'))).toBe(false);
	});

	test.skipIf(mountMissing !== undefined)('that cannot be written opens anyway, and stays unchanged', async () => {
		const folder = await record(30);
		const [segment = ''] = segmentsOf(folder);
		truncateSync(segment, statSync(segment).size - 5);
		rmSync(segment.replace('.pcapng', '.index'));
		const before = readFileSync(segment);
		freeze(folder, true);
		try {
			const work = workFolder();
			const opened = await open(folder, { workFolder: work });
			expect(opened.warnings).toEqual([
				expect.stringMatching(/rebuilt, and \d+ bytes of an unfinished event were left out/),
			]);
			expect(words(await allRows(opened)).slice(1, 3)).toEqual(['data event 0', 'data event 1']);
			expect(readFileSync(segment).equals(before)).toBe(true);
			expect(readdirSync(folder)).toEqual(['capture-000001.pcapng']);
			await opened.capture.close();
			expect(readdirSync(work)).toEqual([]);
		} finally {
			freeze(folder, false);
		}
	});

	test('without a capture, and a path to nothing, are errors with a hint', async () => {
		await expect(open(workFolder())).rejects.toMatchObject({ code: 'not-found', details: { hint: /choose the file/ } });
		await expect(open('/nowhere')).rejects.toMatchObject({ code: 'not-found', details: { errno: 'ENOENT' } });
		await expect(open('/dev/zero')).rejects.toMatchObject({ code: 'bad-input' });
	});
});

describe('one file', () => {
	test('of many segments one after the other opens like the folder; its index is temporary', async () => {
		const folder = await record(300, 200_000);
		const rows = await allRows(await open(folder));
		const file = concatenate(segmentsOf(folder));
		const work = workFolder();
		const one = await open(file, { workFolder: work });
		expect(one).toMatchObject({ kind: 'stored', warnings: [] });
		expect(await allRows(one)).toEqual(rows);
		expect(readdirSync(work)).toHaveLength(1);
		await one.capture.close();
		expect(readdirSync(work)).toHaveLength(0);
	});

	test('of two captures opens as both', async () => {
		const [a, b] = [await record(10), await record(20)];
		const rows = await allRows(await open(concatenate([...segmentsOf(a), ...segmentsOf(b)])));
		expect(rows).toHaveLength(12 + 22);
		expect(words(rows).slice(12)).toEqual(words(await allRows(await open(b))));
	});

	test('larger than 4 GiB is read to its last event', async () => {
		const [segment = ''] = segmentsOf(await record(10));
		const bytes = readFileSync(segment);
		const path = join(workFolder(), 'large.pcapng');
		const file = openSync(path, 'w');
		writeSync(file, bytes);
		// Blocks of an unknown kind, empty except for their frames: they take no room on the disk.
		const length = 16 << 20;
		const frame = Buffer.alloc(8);
		frame.writeUInt32LE(0x0bad_0001);
		frame.writeUInt32LE(length, 4);
		let at = bytes.length;
		for (; at < 4.2 * 2 ** 30; at += length) {
			writeSync(file, frame, 0, 8, at);
			writeSync(file, frame, 4, 4, at + length - 4);
			// A section now and then, as in concatenated segments.
			if (at % (64 * length) < length) {
				writeSync(file, bytes, 0, bytes.length, at + length);
				at += bytes.length;
			}
		}
		writeSync(file, bytes, 0, bytes.length, at);
		closeSync(file);
		const large = await open(path);
		const rows = await allRows(large);
		expect(rows.length % 12).toBe(0);
		expect(rows.length).toBeGreaterThanOrEqual(24);
		expect(words(rows).slice(-12)).toEqual(words(rows).slice(0, 12));
		const { bytes: payload } = await large.capture.bytes(rows.length - 2, 0, 100);
		expect(Buffer.from(payload).toString()).toBe('event 9');
	});

	test('truncated at any byte shows the complete events, and is not modified', async () => {
		const [segment = ''] = segmentsOf(await record(6));
		const rows = words(await allRows(await open(segment)));
		const { size } = statSync(segment);
		const path = join(workFolder(), 'torn.pcapng');
		for (let cut = size - 1; cut > 400; cut -= byTier(389, 97)) {
			cpSync(segment, path);
			truncateSync(path, cut);
			const torn = await open(path);
			const left = words(await allRows(torn));
			expect(left, `cut at ${cut}`).toEqual(rows.slice(0, left.length));
			const said = /The last (\d+) bytes/.exec(torn.warnings.join())?.[1];
			expect(left.length < 8 || said !== undefined || torn.warnings.length === 0).toBe(true);
			expect(statSync(path).size).toBe(cut);
			await torn.capture.close();
		}
	});

	test('damaged in the middle is read on from the next section, and reports where', async () => {
		const folder = await record(300, 200_000);
		const files = segmentsOf(folder);
		const rows = words(await allRows(await open(folder)));
		const [first = ''] = files;
		const torn = join(workFolder(), 'torn.pcapng');
		const kept = statSync(first).size - 30;
		writeFileSync(torn, readFileSync(first).subarray(0, kept));
		const all = await open(concatenate([torn, ...files.slice(1)]));
		const left = words(await allRows(all));
		expect(left.length).toBeLessThan(rows.length);
		expect(rows.length - left.length).toBeLessThan(3);
		expect(left.at(-1)).toBe(rows.at(-1));
		expect(all.warnings).toEqual([
			expect.stringMatching(/is damaged: .* \(at byte \d+\)\. \d+ bytes could not be read/),
		]);
	});

	test('of another program is imported, and the copy is deleted on close', async () => {
		const addresses = { source: '10.0.0.1', destination: '10.0.0.2' };
		const frames = ['one', 'two'].map((word, i) => ({
			time: 1_700_000_000_000_000_000n + BigInt(i),
			bytes: framed(1, ip(addresses, 17, udpDatagram(addresses, { from: 5, to: 6 }, Buffer.from(word)))),
		}));
		const path = join(workFolder(), 'foreign.pcap');
		writeFileSync(path, pcapFile(frames));
		const work = workFolder();
		const foreign = await open(path, { workFolder: work });
		expect(foreign.kind).toBe('imported');
		expect(words(await allRows(foreign)).filter((word) => word.startsWith('data'))).toEqual(['data one', 'data two']);
		await foreign.capture.close();
		expect(readdirSync(work)).toHaveLength(0);
	});

	test.skipIf(tsharkMissing !== undefined)('of ours that another program has cut is imported', async () => {
		const [segment = ''] = segmentsOf(await record(10));
		const path = join(workFolder(), 'cut.pcapng');
		execFileSync('editcap', ['-s', '43', segment, path], { stdio: 'pipe' });
		const cut = await open(path);
		expect(cut.kind).toBe('imported');
		expect(cut.warnings.join()).toMatch(/bytes of TCP streams were not captured/);
	});

	test('that is no capture is an error with the offset, and leaves nothing', async () => {
		const work = workFolder();
		const path = join(workFolder(), 'text');
		for (const content of ['', 'x', 'this is no capture at all, only some text that somebody wrote']) {
			writeFileSync(path, content);
			await expect(open(path, { workFolder: work })).rejects.toMatchObject({
				code: 'bad-input',
				message: expect.stringMatching(/at byte \d+/),
			});
		}
		expect(readdirSync(work)).toHaveLength(0);
	});
});

test('opening can be cancelled, and leaves nothing', async () => {
	const path = join(workFolder(), 'sparse.pcapng');
	const [segment = ''] = segmentsOf(await record(2));
	writeFileSync(path, readFileSync(segment));
	const file = openSync(path, 'r+');
	// Damage, and then a long search for the next section.
	ftruncateSync(file, 40 * 2 ** 30);
	closeSync(file);
	const giveUp = new AbortController();
	const work = workFolder();
	const opening = open(path, { workFolder: work, signal: giveUp.signal, onProgress: () => giveUp.abort() });
	await expect(opening).rejects.toMatchObject({ code: 'closed' });
	expect(readdirSync(work)).toHaveLength(0);
	await expect(open(segment, { signal: giveUp.signal })).rejects.toMatchObject({ code: 'closed' });
});
