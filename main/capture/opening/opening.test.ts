import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	appendFileSync,
	closeSync,
	cpSync,
	existsSync,
	ftruncateSync,
	mkdirSync,
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
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { CaptureRow } from '../../../common/contract/capture.ts';
import { freeze, mountMissing } from '../disk.fixture.ts';
import { pcapFile } from '../foreign/files.fixture.ts';
import { framed, ip, udpDatagram } from '../foreign/frames.fixture.ts';
import { openCapture } from '../open.ts';
import { readPayload } from '../reader/bytes.ts';
import { CaptureFolder } from '../reader/folder.ts';
import { listedPlaces } from '../reader/places.ts';
import { readRows } from '../reader/rows.ts';
import { pattern, Recording, temporaryFolders } from '../recording.fixture.ts';
import { tsharkMissing } from '../tshark.fixture.ts';
import type { CaptureReading } from '../types.ts';
import { look } from './look.ts';
import { type OpenedCapture, type OpenStoredOptions, openStored } from './open-stored.ts';

const newFolder = temporaryFolders();
const opened: CaptureReading[] = [];
afterEach(async () => {
	for (const capture of opened.splice(0)) await capture.close();
});

function workFolder(): string {
	const folder = newFolder();
	mkdirSync(folder);
	return folder;
}

async function open(path: string, options: Partial<OpenStoredOptions> = {}): Promise<OpenedCapture> {
	const result = await openStored({ id: 'x', path, workFolder: workFolder(), ...options });
	opened.push(result.capture);
	return result;
}

const allRows = ({ capture }: OpenedCapture): Promise<CaptureRow[]> => capture.rows(0, 100_000);
const words = (rows: readonly CaptureRow[]) =>
	rows.map(({ kind, text, preview }) => `${kind} ${kind === 'data' ? Buffer.from(preview).toString('latin1') : text}`);

/** Records a conversation into segments of about so many bytes. */
async function record(events: number, segmentBytes = 1 << 20): Promise<string> {
	const folder = newFolder();
	const capture = await openCapture({ folder, segmentBytes });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('E');
	const local = { address: '127.0.0.1', port: 1 };
	const remote = { address: '127.0.0.1', port: 2 };
	recording.open({ id: 1, endpoint, protocol: 'tcp', role: 'accepted', local, remote, mirrored: false });
	for (let i = 0; i < events; i++) {
		recording.data(1, i % 2 === 0 ? 'in' : 'out', i % 50 === 49 ? pattern(70_000, i) : Buffer.from(`event ${i}`));
	}
	recording.event(1, 'close', 'out');
	await capture.close();
	return folder;
}

const segmentsOf = (folder: string) =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.pcapng'))
		.sort()
		.map((name) => join(folder, name));

function concatenate(files: readonly string[]): string {
	const path = join(workFolder(), 'all.pcapng');
	for (const file of files) appendFileSync(path, readFileSync(file));
	return path;
}

describe('a folder', () => {
	test('opens as it was, with and without its indexes, and nothing changes in it', async () => {
		const folder = await record(300, 200_000);
		const names = readdirSync(folder).sort();
		expect(segmentsOf(folder).length).toBeGreaterThan(2);
		const before = await open(folder);
		expect(before).toMatchObject({ kind: 'stored', warnings: [] });
		const rows = await allRows(before);
		expect(rows).toHaveLength(302);
		for (const name of names.filter((name) => name.endsWith('.index'))) rmSync(join(folder, name));
		const told: number[] = [];
		const again = await open(folder, { onProgress: ({ done, total }) => told.push(done / total) });
		expect(await allRows(again)).toEqual(rows);
		expect(again.warnings).toEqual([
			expect.stringMatching(/index of \d+ segments was made anew, and nothing was lost/),
		]);
		expect(told.every((part) => part >= 0 && part <= 1)).toBe(true);
		expect(readdirSync(folder).sort()).toEqual(names);
		const { bytes, total } = await again.capture.bytes(50, 60_000, 100_000);
		expect(total).toBe(70_000);
		expect(Buffer.from(bytes).equals(pattern(70_000, 49).subarray(60_000))).toBe(true);
	});

	test('begins at the first event that is there, where earlier segments are gone', async () => {
		const folder = await record(300, 200_000);
		const rows = await allRows(await open(folder));
		rmSync(join(folder, 'capture-000001.pcapng'));
		rmSync(join(folder, 'capture-000001.index'));
		const rest = await allRows(await open(folder));
		expect(rest.length).toBeLessThan(302);
		expect(rest.map((row) => row.n)).toEqual(rest.map((_, i) => i));
		expect(words(rest)).toEqual(words(rows).slice(-rest.length));
	});

	test('that a killed process left is brought in order, and says what was cut', async () => {
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

	test.skipIf(mountMissing !== undefined)('that cannot be written opens all the same, and stays as it is', async () => {
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
				expect.stringMatching(/made anew, and \d+ bytes of an unfinished event were left out/),
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
	test('of many segments one after the other opens as the folder does; its index is elsewhere and goes', async () => {
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

	test('larger than 4 GiB', async () => {
		const [segment = ''] = segmentsOf(await record(10));
		const bytes = readFileSync(segment);
		const path = join(workFolder(), 'large.pcapng');
		const file = openSync(path, 'w');
		writeSync(file, bytes);
		// Blocks of a kind that nobody knows, empty but for their frames: they take no room on the disk.
		const length = 16 << 20;
		const frame = Buffer.alloc(8);
		frame.writeUInt32LE(0x0bad_0001);
		frame.writeUInt32LE(length, 4);
		let at = bytes.length;
		for (; at < 4.2 * 2 ** 30; at += length) {
			writeSync(file, frame, 0, 8, at);
			writeSync(file, frame, 4, 4, at + length - 4);
			// A section now and then, as a concatenation of segments has them.
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
	}, 60_000);

	test('cut off at any byte shows what is whole, and leaves the file as it is', async () => {
		const [segment = ''] = segmentsOf(await record(6));
		const rows = words(await allRows(await open(segment)));
		const { size } = statSync(segment);
		const path = join(workFolder(), 'torn.pcapng');
		for (let cut = size - 1; cut > 400; cut -= 97) {
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
	}, 60_000);

	test('damaged in its midst is read on from the next section, and says where', async () => {
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
		expect(all.warnings).toEqual([expect.stringMatching(/is damaged: .* \(at byte \d+\) \d+ bytes could not be read/)]);
	});

	test('of another program is imported, and the copy goes when it is closed', async () => {
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

test('files with bytes changed, cut out and put in open or say why, and never hang', async () => {
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
				// Of one file in so many, an error may be one that only reading finds.
				expect(error).toMatchObject({ name: 'PcapngError', message: expect.stringMatching(/at byte \d+/) });
			}
		}),
		{ numRuns: 1500 },
	);
	expect(shown).toBeGreaterThan(1500);
}, 60_000);

test('a folder whose index lies answers with events or errors, within the memory that its files take', async () => {
	const folder = await record(200);
	const index = join(folder, 'capture-000001.index');
	const good = readFileSync(index);
	const before = process.memoryUsage().rss;
	for (let round = 1; round <= 5; round++) {
		const bad = Buffer.from(good);
		// The last row is as it was: the index ends where its segment does.
		for (let at = 32; at < bad.length - 32; at += 32) {
			if (at % (32 * round) === 0) bad.set(pattern(32 - (round % 4), at * round), at);
		}
		writeFileSync(index, bad);
		const { capture, warnings } = await openStored({ id: 'x', path: folder, workFolder: workFolder() }).catch(nothing);
		if (!capture) continue;
		expect(warnings).toEqual([]);
		const { stored } = capture.counters();
		expect(stored).toBe(202);
		for (let n = 0; n < stored; n += 23) {
			for (const answer of [capture.rows(n, 3), capture.bytes(n, 0, 1 << 20)]) {
				await answer.catch((error: unknown) => expect(error).toMatchObject({ code: 'disk' }));
			}
		}
		for (const filter of ['hex:0102', 'event', 'port:1']) {
			const { promise, resolve } = Promise.withResolvers<void>();
			const run = capture.filter(filter, ({ scanned, error }) => {
				if (scanned === stored || error) resolve();
			});
			await promise;
			run.stop();
		}
		await capture.close();
	}
	expect(process.memoryUsage().rss - before).toBeLessThan(1 << 30);
}, 60_000);

/** What cannot be opened at all says that its files are damaged. */
function nothing(error: unknown): { readonly capture?: undefined; readonly warnings?: undefined } {
	expect(error).toMatchObject({ code: 'disk' });
	return {};
}

test('opening can be given up, and leaves nothing', async () => {
	const path = join(workFolder(), 'sparse.pcapng');
	const [segment = ''] = segmentsOf(await record(2));
	writeFileSync(path, readFileSync(segment));
	const file = openSync(path, 'r+');
	// Damage, and then so much to look for the next section in that it takes a while.
	ftruncateSync(file, 40 * 2 ** 30);
	closeSync(file);
	const giveUp = new AbortController();
	const work = workFolder();
	const opening = open(path, { workFolder: work, signal: giveUp.signal, onProgress: () => giveUp.abort() });
	await expect(opening).rejects.toMatchObject({ code: 'closed' });
	expect(readdirSync(work)).toHaveLength(0);
	await expect(open(segment, { signal: giveUp.signal })).rejects.toMatchObject({ code: 'closed' });
});
