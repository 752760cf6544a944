import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { CaptureRow, FilterState } from '../../common/contract/calls/capture.ts';
import type { TimelineState } from '../../common/contract/calls/figures/timeline.ts';
import type { FindState } from '../../common/contract/calls/find.ts';
import type { ConnectionsState, StreamState } from '../../common/contract/calls/stream.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { ExportControl } from './export/control.ts';
import { ExportJob } from './export/job.ts';
import { openCapture, recoverFolder } from './index.ts';
import { readerHandlers } from './read/handlers.ts';
import { pattern, Recording, temporaryFolders } from './recording.fixture.ts';
import { readPayload } from './segments/bytes.ts';
import { isDamage } from './segments/damage.ts';
import { CaptureFolder } from './segments/folder.ts';
import { readRows } from './segments/rows.ts';

const newFolder = temporaryFolders();
/** More runs find more: a thousand take some minutes. */
const RUNS = byTier(25, 1500);

/** The files of an undamaged capture of several segments, by name, and its events. */
let files: ReadonlyMap<string, Buffer>;
let whole: readonly Event[];

interface Event {
	readonly row: CaptureRow;
	readonly payload: string;
}

beforeAll(async () => {
	const temporary = mkdtempSync(join(tmpdir(), 'wirebench-damage-'));
	const folder = join(temporary, 'capture');
	const capture = await openCapture({ folder, segmentBytes: 12_000 });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('E');
	const local = { address: '127.0.0.1', port: 1 };
	for (let id = 1; id <= 3; id++) {
		const remote = { address: '127.0.0.1', port: 100 + id };
		recording.open({
			id,
			endpoint,
			protocol: id === 3 ? 'udp' : 'tcp',
			role: 'accepted',
			local,
			remote,
			mirrored: false,
		});
	}
	for (let i = 0; i < 150; i++)
		recording.data(1 + (i % 3), i % 2 === 0 ? 'in' : 'out', pattern(20 + ((i * 37) % 300), i));
	recording.data(1, 'in', pattern(150_000, 7));
	recording.event(1, 'close', 'out');
	await capture.close();
	files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
	whole = read(folder).events;
	rmSync(temporary, { recursive: true });
	expect(files.size).toBeGreaterThan(6);
});

function writeAll(folder: string, changed: ReadonlyMap<string, Buffer>): void {
	for (const [name, bytes] of [...files, ...changed]) writeFileSync(join(folder, name), bytes);
}

/** All events as in the log, with their payloads, and the damage reports. */
function read(folder: string): { events: Event[]; damage: string[] } {
	const reading = new CaptureFolder(folder);
	try {
		const count = reading.count();
		const events = readRows(reading, 0, count).map((row) => ({ row, payload: payloadOf(reading, row) }));
		return { events, damage: reading.damage.list.map(({ message }) => message) };
	} finally {
		reading.close();
	}
}

function payloadOf(folder: CaptureFolder, { n }: CaptureRow): string {
	const run = folder.rows(n, n + 1)[0];
	const row = run?.segment && run.rows[0];
	if (!run?.segment || !row || row.kind !== 'data') return '';
	try {
		return createHash('md5')
			.update(readPayload(run.segment, row, 0, row.length))
			.digest('hex');
	} catch (error) {
		if (!isDamage(error)) throw error;
		return 'damaged';
	}
}

/** The same capture as JSON lines, in chunks as sent, and the export's damage reports. */
function exported(folder: string): { lines: string[]; damage: readonly string[] } {
	const parts: Uint8Array[] = [];
	const reading = new CaptureFolder(folder);
	const to = reading.count();
	reading.close();
	const order = {
		files: { source: folder, shift: 0 },
		format: 'jsonl',
		joined: false,
		marks: [],
		scope: {},
		from: 0,
		to,
	} as const;
	const control = new ExportControl();
	const job = new ExportJob({ ...order, file: undefined, follow: false, prune: false }, control, (message) => {
		if (message.type !== 'chunk') return;
		parts.push(message.bytes);
		control.chunkArrived();
	});
	const end = job.run();
	if (end.state !== 'done') throw new Error(JSON.stringify(end));
	return { lines: Buffer.concat(parts).toString().split('\n').slice(0, -1), damage: end.damage };
}

/** pcapng has no checksum for the text of a comment, or for what describes an endpoint: a flipped bit there cannot be detected. */
function checked({ row: { text: _, endpoint: __, charset: ___, datagram: ____, ...row }, payload }: Event): unknown {
	return { ...row, preview: Buffer.from(row.preview).toString('hex'), payload };
}

const isReported = ({ row, payload }: Event) =>
	payload === 'damaged' || /^(Damaged in its file|The file that held)/.test(row.text);

/** The time of a packet has no checksum either: only the row of the index confirms it, and both may have been changed. */
function withoutTime(event: Event): unknown {
	return checked({ ...event, row: { ...event.row, time: 0n } });
}

/** Whether a segment and its index were changed together: they have one name with two endings. */
function changedTogether(names: readonly string[]): boolean {
	return new Set(names.map((name) => parse(name).name)).size < names.length;
}

/** Every event is intact, or reported as damaged. */
function judge(folder: string, what: string, names: readonly string[], most = whole.length): void {
	const compared = changedTogether(names) ? withoutTime : checked;
	const message = recoverFolder(folder).warnings.join(' ');
	const { events, damage } = read(folder);
	const loss = message.replace(/The index of [^:]*: nothing was lost\./, '');
	const silent =
		damage.length === 0 && !events.some(isReported) && !/damaged|cut off|no file|changed by another program/.test(loss);
	if (loss.includes('changed by another program')) expect(loss, what).not.toContain('nothing was lost');
	if (silent) {
		expect(events.map(compared), what).toEqual(whole.map(compared));
		expect(exported(folder).damage, what).toEqual([]);
		return;
	}
	const known = new Set(
		whole.map((event) => JSON.stringify(compared({ ...event, row: { ...event.row, n: 0 } }), bigints)),
	);
	for (const event of events) {
		if (isReported(event)) continue;
		const seen = JSON.stringify(compared({ ...event, row: { ...event.row, n: 0 } }), bigints);
		expect(known.has(seen), `${what}: event ${event.row.n} ${seen.slice(0, 300)}; ${message} ${damage}`).toBe(true);
	}
	const { lines } = exported(folder);
	const good = events.filter((event) => !isReported(event)).length;
	expect(whole.length - good, `${what}: ${message} ${damage}`).toBeLessThanOrEqual(most);
	expect(lines.length, what).toBeLessThanOrEqual(events.length);
	expect(lines.length, what).toBeGreaterThanOrEqual(good);
}

const bigints = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}` : value);

const anyFile = fc.integer({ min: 0, max: 1_000_000 });
const place = fc.record({ file: anyFile, at: fc.nat(1_000_000), bit: fc.nat(7) });

function pick({ file, at }: { file: number; at: number }): { name: string; bytes: Buffer; at: number } {
	const [name = '', bytes = Buffer.alloc(0)] = [...files][file % files.size] ?? [];
	return { name, bytes: Buffer.from(bytes), at: at % bytes.length };
}

test('one flipped bit, anywhere in an index or a segment, changes no event silently', () => {
	const folder = newFolder();
	fc.assert(
		fc.property(place, ({ file, at: wanted, bit }) => {
			const { name, bytes, at } = pick({ file, at: wanted });
			bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
			rmSync(folder, { recursive: true, force: true });
			cpFresh(folder, new Map([[name, bytes]]));
			judge(folder, `${name} byte ${at} bit ${bit}`, [name], 1);
		}),
		{ numRuns: RUNS },
	);
});

test('zeros, garbage and truncation at several places leave all readable events, and the rest is reported', () => {
	const folder = newFolder();
	const change = fc.record({
		file: anyFile,
		at: fc.nat(1_000_000),
		how: fc.constantFrom('zero', 'garbage', 'cut', 'length'),
		length: fc.integer({ min: 1, max: 400 }),
	});
	/** The last segment looks like one of another program, and its index has no header. */
	const NOT_OURS = [
		{ file: 777_689, at: 991_390, how: 'garbage', length: 65 },
		{ file: 498_248, at: 0, how: 'zero', length: 1 },
	];
	/** A packet has another time, and its index is gone. */
	const OTHER_TIME = [
		{ file: 526_615, at: 312_816, how: 'zero', length: 1 },
		{ file: 521_904, at: 0, how: 'cut', length: 1 },
	];
	fc.assert(
		fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
			const changed = new Map<string, Buffer>();
			for (const { how, length, ...where } of changes) {
				const picked = pick(where);
				const bytes = changed.get(picked.name) ?? picked.bytes;
				const at = where.at % Math.max(1, bytes.length);
				if (how === 'cut') changed.set(picked.name, bytes.subarray(0, at));
				else {
					if (how === 'length')
						bytes.fill(Buffer.from([0, 0, 0, 0xd0]), at & ~3, Math.min(bytes.length, (at & ~3) + 4));
					else
						bytes.fill(
							how === 'zero' ? Buffer.alloc(1) : Buffer.from(pattern(97, at)),
							at,
							Math.min(bytes.length, at + length),
						);
					changed.set(picked.name, bytes);
				}
			}
			rmSync(folder, { recursive: true, force: true });
			cpFresh(folder, changed);
			judge(folder, JSON.stringify(changes), [...changed.keys()]);
		}),
		{ numRuns: RUNS, examples: [[NOT_OURS], [OTHER_TIME]] },
	);
});

/** A topic whose scan has finished, and its final state. It is active until `dispose`. */
async function finished<S extends { readonly error?: unknown }>(
	follow: (emit: (state: S) => void) => { readonly snapshot: S; dispose(): void },
	isOver: (state: S) => boolean,
): Promise<{ readonly state: S; dispose(): void }> {
	const over = Promise.withResolvers<S>();
	const look = (state: S) => {
		if (state.error !== undefined || isOver(state)) over.resolve(state);
	};
	const run = follow(look);
	look(run.snapshot);
	return { state: await over.promise, dispose: run.dispose };
}

/** A follower that takes everything. */
const follower = { congested: () => false };

const scannedAll = ({ scanned, stored }: { readonly scanned: number; readonly stored: number }) => scanned === stored;

/** Filters, searches, the list of connections, the timeline and both conversation views finish, and agree with the log. */
async function judgeViews(folder: string, what: string): Promise<void> {
	recoverFolder(folder);
	const { events } = read(folder);
	const { handlers } = readerHandlers({ source: folder, shift: 0 });
	const { calls, topics } = handlers;
	calls.grow({ stored: events.length });

	const shown = events.map(({ row }) => row).filter(({ kind, length }) => kind === 'data' && length >= 100);
	const filter = 'kind:data len>=100';
	const filtering = await finished<FilterState>((emit) => topics.captureFilter({ filter }, emit, follower), scannedAll);
	const matched = [];
	for (;;) {
		const page = await calls.captureRows({ from: matched.length, count: 100, filter });
		if (page.rows.length === 0) break;
		matched.push(...page.rows);
	}
	filtering.dispose();
	// The index alone decides about an event with damaged packets; its row reports the damage.
	const intact = matched.filter((row) => !isReported({ row, payload: '' }));
	expect(
		intact.map(({ n }) => n),
		what,
	).toEqual(shown.map(({ n }) => n));

	const finding = await finished<FindState>(
		(emit) => topics.captureFind({ find: filter, back: false }, emit, follower),
		({ done }) => done,
	);
	finding.dispose();
	const { error: failed, found } = finding.state;
	if (failed === undefined) expect(found, what).toBe(matched[0]?.n);

	const counting = await finished<TimelineState>(
		(emit) => topics.captureTimeline({ buckets: 16, split: true }, emit, follower),
		scannedAll,
	);
	counting.dispose();
	const timeline = counting.state;
	const { eventsIn, eventsOut, eventsNone } = timeline.total;
	const counted = [...eventsIn, ...eventsOut, ...eventsNone].reduce((sum, count) => sum + count, 0);
	if (timeline.error === undefined) expect(counted, what).toBeLessThanOrEqual(events.length);

	const listing = await finished<ConnectionsState>((emit) => topics.connections({}, emit, follower), scannedAll);
	const { connections } = await calls.captureConnections({ text: '', from: 0, count: 100 });
	listing.dispose();
	for (const { id } of connections.slice(0, 3)) {
		const layouts = [
			{ type: 'dialogue', connection: id, side: 'both', form: 'hex', width: 16 },
			{
				type: 'boundaries',
				connection: id,
				side: 'in',
				framing: { type: 'fixed', length: 50 },
				form: 'text',
				width: 40,
			},
		] as const;
		for (const layout of layouts) {
			const laid = await finished<StreamState>((emit) => topics.stream({ layout }, emit, follower), scannedAll);
			const page = await calls.streamLines({ layout, from: 0, count: 200 });
			expect(page.lines.length, what).toBeLessThanOrEqual(Math.min(laid.state.lines, 200));
			laid.dispose();
		}
	}
}

test('filters, searches and views of a damaged capture finish and agree with its log', async () => {
	const folder = newFolder();
	await fc.assert(
		fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 3 }), async (places) => {
			const changed = new Map<string, Buffer>();
			for (const { file, at: wanted, bit } of places) {
				const { name, bytes, at } = pick({ file, at: wanted });
				const copy = changed.get(name) ?? bytes;
				copy[at] = (copy[at] ?? 0) ^ (1 << bit);
				changed.set(name, copy);
			}
			rmSync(folder, { recursive: true, force: true });
			cpFresh(folder, changed);
			await judgeViews(folder, JSON.stringify(places));
		}),
		{ numRuns: RUNS },
	);
});

function cpFresh(folder: string, changed: ReadonlyMap<string, Buffer>): void {
	mkdirSync(folder);
	writeAll(folder, changed);
}
