import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIMITS } from '../../common/contract/base/limits.ts';
import type { FilterState } from '../../common/contract/calls/capture.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { eventsOf } from './events.fixture.ts';
import { followed } from './followed.fixture.ts';
import { openCapture } from './index.ts';
import { FilterScan } from './read/filter-scan.ts';
import { type Expected, play, Recording, steps, temporaryFolders } from './recording.fixture.ts';
import { CaptureFolder } from './segments/folder.ts';
import type { Capture } from './types.ts';

const newFolder = temporaryFolders();

const FILTERS = [
	'dir:in',
	'kind:data len>=100',
	'not kind:data',
	'endpoint:one',
	'conn:2 or conn:3',
	'port:9000',
	'port!=9000 kind:data',
	'hex:00',
	'hex:fffe and len<70k',
	'reset or "127.0.0.1"',
	'"127.0.0.1:9000"',
	'not hex:41',
	'time<1h',
	'time>1h or kind:open',
	'/\\x00[^\\x00]*\\x00$/ or /^127.*1:9/',
	'not /A.*\\xff/i',
	'one data',
	'close or 9000',
] as const;

/** The meaning of each filter, for the recording. */
const MODELS: Readonly<Record<(typeof FILTERS)[number], (event: Expected, ports: readonly number[]) => boolean>> = {
	'dir:in': ({ direction }) => direction === 'in',
	'kind:data len>=100': ({ kind, bytes }) => kind === 'data' && bytes.length >= 100,
	'not kind:data': ({ kind }) => kind !== 'data',
	'endpoint:one': ({ endpoint }) => endpoint === 'One',
	'conn:2 or conn:3': ({ connection }) => connection === 2 || connection === 3,
	'port:9000': (_event, ports) => ports.includes(9000),
	'port!=9000 kind:data': ({ kind }, ports) => kind === 'data' && !ports.includes(9000),
	'hex:00': (event) => content(event).includes(0),
	'hex:fffe and len<70k': (event) => event.bytes.length < 70_000 && content(event).includes(Buffer.from('fffe', 'hex')),
	'reset or "127.0.0.1"': (event) => hasWord('reset', event) || said(event).includes('127.0.0.1'),
	'"127.0.0.1:9000"': (event) => said(event).includes('127.0.0.1:9000'),
	'not hex:41': (event) => !content(event).includes(0x41),
	'time<1h': () => true,
	'time>1h or kind:open': ({ kind }) => kind === 'open',
	'/\\x00[^\\x00]*\\x00$/ or /^127.*1:9/': (event) => /\0[^\0]*\0$|^127.*1:9/.test(said(event)),
	'not /A.*\\xff/i': (event) => !/A[^\n]*\xff/i.test(said(event)),
	'one data': (event) => hasWord('one', event) && hasWord('data', event),
	'close or 9000': (event) => hasWord('close', event) || hasWord('9000', event),
};

function hasWord(word: string, event: Expected): boolean {
	return `${event.endpoint}\n${said(event)}`.toLowerCase().includes(word) || event.kind === word;
}

function content({ kind, bytes, text }: Expected): Buffer {
	return kind === 'data' ? Buffer.from(bytes) : Buffer.from(text);
}

function said(event: Expected): string {
	return content(event).toString('latin1');
}

/** Applies a filter. */
function scanned(capture: Capture, filter: string) {
	return followed<FilterState>((listener) => capture.follow('captureFilter', { filter }, listener));
}

test('finds the same as a simple model, in any events over one or many segments', async () => {
	await fc.assert(
		fc.asyncProperty(steps, fc.constantFrom(1, 3000, 256 << 20), async (script, segmentBytes) => {
			const folder = newFolder();
			const capture = await openCapture({ folder, segmentBytes });
			const files = new CaptureFolder(folder);
			try {
				const portsOf = new Map<number, number[]>();
				const recording = new Recording(capture);
				const open = recording.open.bind(recording);
				recording.open = (connection) => {
					portsOf.set(connection.id, [connection.local.port, connection.remote.port]);
					open(connection);
				};
				const withPorts = script.map((step, i) =>
					step.do === 'open' && i % 2 === 0 ? { ...step, local: { ...step.local, port: 9000 } } : step,
				);
				play(recording, withPorts);
				await capture.flush();
				const events = recording.expected;
				for (const filter of FILTERS) {
					const scan = new FilterScan(eventsOf(files), filter);
					// The shortest possible slices: a scan must continue where it stopped.
					while (scan.scanned < events.length) scan.step(events.length, 0);
					const found = Array.from({ length: scan.matches.count }, (_, i) => scan.matches.at(i));
					const expected = events.flatMap((event, n) =>
						MODELS[filter](event, portsOf.get(event.connection) ?? []) ? [n] : [],
					);
					expect(found, filter).toEqual(expected);
				}
				const count = Math.min(events.length, LIMITS.rowsPerQuery);
				if (count === 0) return;
				const { rows } = await capture.call('captureRows', { from: 0, count, colours: [...FILTERS] });
				const first = events.slice(0, count).map((event) => {
					const at = FILTERS.findIndex((filter) => MODELS[filter](event, portsOf.get(event.connection) ?? []));
					return at < 0 ? undefined : at;
				});
				expect(rows.map(({ colour }) => colour)).toEqual(first);
			} finally {
				files.close();
				await capture.close();
			}
		}),
		{ numRuns: byTier(8, 25) },
	);
});

/** A capture with one UDP peer. */
async function peer(segmentBytes: number) {
	const capture = await openCapture({ folder: newFolder(), segmentBytes });
	const recording = new Recording(capture);
	const endpoint = recording.endpoint('Echo');
	const end = (port: number) => ({ address: '127.0.0.1', port });
	recording.open({
		id: 1,
		endpoint,
		protocol: 'udp',
		role: 'accepted',
		local: end(9),
		remote: end(10),
		mirrored: false,
	});
	return { capture, recording };
}

test('rows of a filter have the first colour that finds them; an invalid one is named', async () => {
	const { capture, recording } = await peer(20_000);
	try {
		for (const text of ['one', 'two', 'one two']) recording.data(1, 'in', Buffer.from(text));
		await capture.flush();
		const applied = scanned(capture, 'kind:data');
		await applied.upTo(recording.expected.length);
		const request = { filter: 'kind:data', from: 0, count: 10 };
		const colours = async (...filters: string[]) =>
			(await capture.call('captureRows', { ...request, colours: filters })).rows.map(({ colour }) => colour);
		expect(await colours('two', 'one')).toEqual([1, 0, 0]);
		expect(await colours('mark:yes', 'one')).toEqual([1, undefined, 1]);
		await expect(colours('two', '/[z-a]/')).rejects.toMatchObject({
			code: 'bad-input',
			details: { path: 'colours[1]' },
		});
	} finally {
		await capture.close();
	}
});

test('an applied filter continues with new events, and its matches are read by their own numbers', async () => {
	const { capture, recording } = await peer(20_000);
	try {
		const filter = scanned(capture, 'len:7 GET');
		expect(await filter.upTo(0)).toMatchObject({ matched: 0, limited: false });
		const write = (count: number) => {
			for (let i = 0; i < count; i++)
				recording.data(1, 'in', Buffer.from(i % 10 === 3 ? `get ${100 + (i % 900)}` : 'no match'));
		};
		write(5000);
		await capture.flush();
		expect(await filter.upTo(5001)).toMatchObject({ matched: 500 });
		write(1000);
		await capture.flush();
		expect(await filter.upTo(6001)).toMatchObject({ matched: 600, scanned: 6001, stored: 6001 });
		const { rows, stored: total } = await capture.call('captureRows', { filter: 'len:7 GET', from: 499, count: 3 });
		expect(total).toBe(600);
		expect(rows.map(({ n }) => n)).toEqual([4994, 5004, 5014]);
		expect(Buffer.from(rows[0]?.preview ?? []).toString()).toBe('get 593');
		expect(await capture.call('captureMatchAt', { filter: 'len:7 GET', n: 4994 })).toEqual({ index: 499 });
		expect(await capture.call('captureMatchAt', { filter: 'len:7 GET', n: 4995 })).toEqual({ index: 500 });
		expect((await capture.call('captureRows', { filter: 'len:7 GET', from: 600, count: 10 })).rows).toEqual([]);
		filter.stop();
	} finally {
		await capture.close();
	}
});

test('subscribers of the same filter share one scan, which ends with the last of them', async () => {
	const { capture } = await peer(1 << 20);
	try {
		await capture.flush();
		const one = scanned(capture, 'kind:open');
		await one.upTo(1);
		const two = scanned(capture, 'kind:open');
		expect(await two.upTo(1)).toMatchObject({ matched: 1, scanned: 1 });
		one.stop();
		one.stop();
		expect((await capture.call('captureRows', { filter: 'kind:open', from: 0, count: 1 })).stored).toBe(1);
		two.stop();
		await expect(capture.call('captureRows', { filter: 'kind:open', from: 0, count: 1 })).rejects.toMatchObject({
			code: 'wrong-state',
		});
	} finally {
		await capture.close();
	}
});

test('a bad filter is refused with its place', async () => {
	const { capture } = await peer(1 << 20);
	try {
		const start = () => capture.follow('captureFilter', { filter: 'len>=100 /[z-a]/' }, () => undefined);
		expect(start).toThrow(
			expect.objectContaining({ code: 'bad-input', details: expect.objectContaining({ position: 11 }) }),
		);
	} finally {
		await capture.close();
	}
});

test('keeps the maximum number of matches, and stops there', async () => {
	const { capture, recording } = await peer(1 << 20);
	const files = new CaptureFolder(capture.folder);
	try {
		for (let i = 0; i < 100; i++) recording.data(1, 'out', Buffer.from('x'));
		await capture.flush();
		const scan = new FilterScan(eventsOf(files), 'kind:data', 10);
		scan.step(101, 1000);
		expect(scan.matches).toMatchObject({ count: 10, full: true });
		expect(scan.scanned).toBe(11);
	} finally {
		files.close();
		await capture.close();
	}
});

test('a long scan does not delay queries', async () => {
	const { capture, recording } = await peer(256 << 20);
	try {
		const bytes = Buffer.alloc(60_000, 'a');
		for (let i = 0; i < 2000; i++) {
			recording.data(1, 'in', bytes);
			if (i % 100 === 99) await capture.flush();
		}
		const done: string[] = [];
		const filter = scanned(capture, 'no-such-text');
		const end = filter.upTo(2001).then(() => done.push('scan'));
		await capture.rows(0, 10);
		done.push('rows');
		await end;
		expect(done).toEqual(['rows', 'scan']);
		filter.stop();
	} finally {
		await capture.close();
	}
});
