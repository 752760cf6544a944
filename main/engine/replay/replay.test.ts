import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type {
	RecordedEvent,
	Recording,
	RecordingPlace,
	RecordingSide,
} from '../../../common/contract/calls/recording.ts';
import { isAsRecorded, replayPlan } from '../../../common/recording/index.ts';
import { startReplay } from '../index.ts';
import { Peer, runPeer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

const KINDS = ['tcp', 'udp', 'unixgram'] as const;
type Kind = (typeof KINDS)[number];
/** Milliseconds that a busy machine may need in addition. */
const LATE_MS = 30_000;

type Line = readonly [afterMs: number, from: RecordingSide, text: string];

/** A conversation with these gaps. */
function recorded(kind: Kind, lines: readonly Line[]): Recording {
	let time = 1_700_000_000_000_000_000n;
	const events = lines.map(([afterMs, from, text]): RecordedEvent => {
		time += BigInt(afterMs) * 1_000_000n;
		return { type: 'data', from, time, bytes: Buffer.from(text) };
	});
	const transport = kind === 'tcp' ? 'stream' : 'datagram';
	return { connection: 1, endpoint: 'x', transport, client: '', server: '', events, notes: [] };
}

/** Messages of a stream are lines. */
const ending = (kind: Kind): string => (kind === 'tcp' ? '\n' : '');

function freePlace(kind: Kind): RecordingPlace {
	if (kind !== 'unixgram') return { protocol: kind, host: '127.0.0.1', port: 0 };
	const folder = mkdtempSync(join(tmpdir(), 'wbrp-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return { protocol: kind, path: join(folder, 's.sock') };
}

const words = (place: RecordingPlace): [string, string] =>
	'path' in place ? [place.path, '0'] : [place.host, String(place.port)];

/** Replays a side; `onLocal` receives where a server listens. */
function replay(
	recording: Recording,
	how: { side: RecordingSide; place: RecordingPlace; rhythm: boolean },
	onLocal: (local: string) => void = () => undefined,
) {
	const plan = replayPlan(recording, { ...how, withinMs: 60_000, ignoreVarying: true });
	return startReplay(new TestBench().engine, plan, ({ local }) => {
		if (local !== undefined) onLocal(local);
	}).done;
}

/** Replays the client's side with a Python server; returns the milliseconds that it waited for each message. */
async function asClient(kind: Kind, lines: readonly Line[], rhythm: boolean): Promise<number[]> {
	const place = freePlace(kind);
	const server = new Peer('talk', ['server', kind, ...words(place)]);
	const [, host = '', port = ''] = (await server.line()).split(' ');
	const at: RecordingPlace = 'path' in place ? place : { ...place, host, port: Number(port) };
	const state = await replay(recorded(kind, lines), { side: 'client', place: at, rhythm });
	expect(state.notes).toEqual([]);
	expect(isAsRecorded(state)).toBe(true);
	const asked = lines.filter(([, from]) => from === 'server').length;
	const waited: number[] = [];
	while (waited.length < asked) waited.push(Number.parseFloat(await server.line()));
	await server.kill();
	return waited;
}

/** Replays the server's side with a Python client; returns the milliseconds that it waited for each answer. */
async function asServer(kind: Kind, lines: readonly Line[], rhythm: boolean): Promise<number[]> {
	const place = freePlace(kind);
	const listening = Promise.withResolvers<string>();
	const done = replay(recorded(kind, lines), { side: 'server', place, rhythm }, listening.resolve);
	const port = (await listening.promise).split(':').at(-1) ?? '';
	const texts = lines.filter(([, from]) => from === 'client').map(([, , text]) => text.trim());
	const said = await runPeer('talk', ['client', kind, words(place)[0], 'path' in place ? '0' : port, ...texts]);
	expect(isAsRecorded(await done)).toBe(true);
	return said.map((line) => Number.parseFloat(line));
}

/** A message and its answer, each so long after what was before it. */
const exchange = (kind: Kind, text: string, askMs: number, answerMs: number): Line[] => [
	[askMs, 'client', `${text}${ending(kind)}`],
	[answerMs, 'server', `${text.toUpperCase()}${ending(kind)}`],
];

test.each(KINDS)(
	'the original rhythm of %s: each pause is as long as it was, measured by a Python peer',
	async (kind) => {
		const gaps = [0, 40, 120];
		const asked = gaps.flatMap((gap, n) => exchange(kind, `m${n}`, gap, 0));
		for (const [n, ms] of (await asClient(kind, asked, true)).entries()) {
			expect(ms).toBeGreaterThanOrEqual(gaps[n] ?? 0);
			expect(ms).toBeLessThan((gaps[n] ?? 0) + LATE_MS);
		}
		const answered = gaps.flatMap((gap, n) => exchange(kind, `m${n}`, 0, gap));
		for (const [n, ms] of (await asServer(kind, answered, true)).entries()) {
			expect(ms).toBeGreaterThanOrEqual(gaps[n] ?? 0);
			expect(ms).toBeLessThan((gaps[n] ?? 0) + LATE_MS);
		}
	},
);

test('parts of a turn keep their rhythm: a message that was sent in two writes, with a pause between, is so again', async () => {
	const lines: Line[] = [
		[0, 'client', 'two '],
		[120, 'client', 'writes\n'],
		[0, 'server', 'TWO WRITES\n'],
		// The server waits from here: both gaps are in its time.
		[40, 'client', 'once '],
		[80, 'client', 'more\n'],
		[0, 'server', 'ONCE MORE\n'],
	];
	const [first = 0, second = 0] = await asClient('tcp', lines, true);
	expect(first).toBeGreaterThanOrEqual(0);
	expect(second).toBeGreaterThanOrEqual(120);
	expect(second).toBeLessThan(120 + LATE_MS);
});

test.each(KINDS)('fast: %s of a conversation that took hours is over in no time', async (kind) => {
	const hour = 3_600_000;
	const lines = [...exchange(kind, 'a', 0, 0), ...exchange(kind, 'b', hour, hour), ...exchange(kind, 'c', hour, hour)];
	expect(Math.max(...(await asClient(kind, lines, false)))).toBeLessThan(LATE_MS);
	expect(Math.max(...(await asServer(kind, lines, false)))).toBeLessThan(LATE_MS);
});

test('a pause of weeks ends with the connection, and with a stop', async () => {
	const weeks = 5 * 7 * 24 * 3_600_000;
	const lines = [...exchange('tcp', 'a', 0, 0), ...exchange('tcp', 'b', weeks, 0)];
	const listening = Promise.withResolvers<string>();
	const place = freePlace('tcp');
	const how = { side: 'server', place, rhythm: true } as const;
	const late = [...exchange('tcp', 'a', 0, 0), ...exchange('tcp', 'b', 0, weeks)];
	const gone = replay(recorded('tcp', late), how, listening.resolve);
	const port = (await listening.promise).split(':').at(-1) ?? '';
	// It ends without its second message.
	await runPeer('talk', ['client', 'tcp', '127.0.0.1', port, 'a']);
	expect(await gone).toMatchObject({
		status: 'done',
		notes: expect.arrayContaining([expect.stringContaining('before')]),
	});

	const server = new Peer('talk', ['server', 'tcp', '127.0.0.1', '0']);
	const [, host = '', at = ''] = (await server.line()).split(' ');
	const answered = Promise.withResolvers<void>();
	const plan = replayPlan(recorded('tcp', lines), {
		...how,
		side: 'client',
		place: { protocol: 'tcp', host, port: Number(at) },
		withinMs: 60_000,
		ignoreVarying: true,
	});
	const running = startReplay(new TestBench().engine, plan, ({ turn }) => {
		if (turn === 2) answered.resolve();
	});
	await answered.promise;
	running.stop();
	expect(await running.done).toMatchObject({ status: 'stopped', turn: 2 });
});
