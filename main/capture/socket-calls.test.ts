import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLOCKING_MODES } from '../../common/calls/index.ts';
import type { CallList, CallsState, ListedCall } from '../../common/contract/calls/socket-calls.ts';
import { byTier } from '../../common/tier.fixture.ts';
import { connection, converse } from './conversations.fixture.ts';
import { followed } from './followed.fixture.ts';
import { openCapture } from './index.ts';
import { pattern, play, Recording, steps, temporaryFolders } from './recording.fixture.ts';
import type { Capture } from './types.ts';

const newFolder = temporaryFolders();

function listed(capture: Capture, list: CallList) {
	return followed<CallsState>((listener) => capture.follow('captureCalls', list, listener));
}

async function allCalls(capture: Capture, list: CallList, count: number, step: number): Promise<ListedCall[]> {
	const calls: ListedCall[] = [];
	for (let from = 0; from < count; from += step) {
		calls.push(...(await capture.call('callLines', { ...list, from, count: step })).calls);
	}
	return calls;
}

test('windows of any size, joined, are the calls, and each event leads to its own', async () => {
	await fc.assert(
		fc.asyncProperty(
			steps,
			fc.constantFrom(...BLOCKING_MODES),
			fc.constantFrom(1, 3000, 256 << 20),
			fc.integer({ min: 1, max: 99 }),
			async (script, mode, segmentBytes, step) => {
				const capture = await openCapture({ folder: newFolder(), segmentBytes });
				try {
					const recording = new Recording(capture);
					play(recording, script);
					await capture.flush();
					const list: CallList = { of: { all: true }, mode };
					const run = listed(capture, list);
					const { calls: count } = await run.upTo(recording.expected.length);
					const calls = await allCalls(capture, list, count, step);
					expect(calls).toHaveLength(count);
					expect(calls.every(({ call }) => call !== undefined)).toBe(true);
					for (const n of recording.expected.keys()) {
						const place = await capture.call('callPlace', { ...list, n });
						const own = calls.map(({ n: of }) => of).indexOf(n);
						expect(place.count).toBe(calls.filter(({ n: of }) => of === n).length);
						if (own >= 0) expect(place.index).toBe(own);
						else expect(calls.slice(0, place.index).every(({ n: of }) => of < n)).toBe(true);
					}
					run.stop();
				} finally {
					await capture.close();
				}
			},
		),
		{ numRuns: byTier(5, 50) },
	);
});

test('the calls of a connection, and those of its endpoint, grow with the capture; only active lists are answered', async () => {
	const capture = await openCapture({ folder: newFolder() });
	try {
		const recording = new Recording(capture);
		converse(recording);
		await capture.flush();
		const list: CallList = { of: { connection: 2 }, mode: 'blocking' };
		await expect(capture.call('callLines', { ...list, from: 0, count: 1 })).rejects.toMatchObject({
			code: 'wrong-state',
		});
		const one = listed(capture, list);
		const { calls: ofOne } = await one.upTo(recording.expected.length);
		const calls = await allCalls(capture, list, ofOne, 100);
		expect(new Set(calls.map(({ connection: id }) => id))).toEqual(new Set([2]));
		const server: CallList = { of: { endpoint: 'Server' }, mode: 'blocking' };
		const all = listed(capture, server);
		const { calls: ofAll } = await all.upTo(recording.expected.length);
		expect(ofAll).toBeGreaterThan(ofOne);
		const handle = recording.endpoint('Server');
		recording.open(connection(77, handle, {}));
		recording.data(77, 'in', pattern(3, 1));
		await capture.flush();
		const grown = await all.upTo(recording.expected.length);
		expect(grown.calls).toBeGreaterThan(ofAll);
		const last = await capture.call('callLines', { ...server, from: grown.calls - 1, count: 9 });
		expect(last.calls).toMatchObject([{ connection: 77, endpoint: 'Server', call: { name: 'recvfrom', done: 3 } }]);
		for (const run of [one, all]) run.stop();
	} finally {
		await capture.close();
	}
});
