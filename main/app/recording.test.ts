import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Recording, RecordingPlace, RecordingSide, ReplayHow } from '../../common/contract/calls/recording.ts';
import { endpointConfigSchema } from '../../common/endpoints/index.ts';
import {
	findVarying,
	isAsRecorded,
	mockOf,
	recordedPlace,
	replayPlan,
	testOf,
	turnsOf,
} from '../../common/recording/index.ts';
import { Peer, runPeer } from '../engine/testing/python.fixture.ts';
import { readRecording } from './captures/recording.ts';
import { temporaryFolder } from './folder.fixture.ts';
import { createHeadless, type Engine, startReplay, startSequence } from './headless.ts';

const SAID = ['ann', 'bob'];
const ANSWERS = ['ANN', 'BOB'];

async function open() {
	const headless = await createHeadless({ captureFolder: join(temporaryFolder(), 'capture') });
	onTestFinished(() => headless.close());
	return headless;
}

/** Where an endpoint other than these listens, once it does. */
function listening(engine: Engine, others: ReadonlySet<string>): Promise<readonly [host: string, port: string]> {
	return new Promise((resolve) => {
		const look = (): void => {
			engine.takeChanges();
			const local = engine.endpoints().find(({ id, local }) => local !== undefined && !others.has(id))?.local;
			if (local === undefined) engine.onChange(look);
			else resolve([local.path ?? local.address, String(local.port)]);
		};
		look();
	});
}

/** What each transport needs: a place of a server that listens, or of a peer, and how an answering endpoint listens. */
const KINDS = {
	udp: {
		listens: () => ({ kind: 'udp', host: '127.0.0.1', port: 0 }),
		free: (): RecordingPlace => ({ protocol: 'udp', host: '127.0.0.1', port: 0 }),
	},
	unixgram: {
		listens: () => ({ kind: 'unix-datagram', path: join(temporaryFolder(), 's.sock') }),
		free: (): RecordingPlace => ({ protocol: 'unixgram', path: join(temporaryFolder(), 's.sock') }),
	},
} as const;
type Kind = keyof typeof KINDS;

function placeAt(kind: Kind, [host, port]: readonly [string, string]): RecordingPlace {
	return kind === 'unixgram' ? { protocol: kind, path: host } : { protocol: kind, host, port: Number(port) };
}

/** A Python server that answers in upper case. */
async function pythonServer(kind: Kind, ...more: string[]): Promise<RecordingPlace> {
	const place = KINDS[kind].free();
	const peer = new Peer('talk', ['server', kind, 'path' in place ? place.path : place.host, '0', ...more]);
	const [, host = '', port = ''] = (await peer.line()).split(' ');
	return placeAt(kind, [host, port]);
}

/** The answers that a Python client gets. */
async function pythonClient(kind: Kind, at: readonly [string, string], ...more: string[]): Promise<string[]> {
	const lines = await runPeer('talk', ['client', kind, ...at, ...SAID, ...more]);
	return lines.map((line) => line.replace(/^\S+ /, ''));
}

describe.each(['udp', 'unixgram'] as const)('a conversation of %s', (kind) => {
	test('becomes tests, a mock server and replays of both sides, each with a Python peer', async () => {
		const { engine, capture } = await open();
		const responder = { rules: [{ match: { type: 'any' }, reply: { format: 'text', text: '{{data|upper}}' } }] };
		const { id } = engine.create(endpointConfigSchema.parse({ name: 'upper', ...KINDS[kind].listens(), responder }));
		const recorded = await (async (): Promise<Recording> => {
			const { local } = await engine.start(id);
			const at = [local?.path ?? local?.address ?? '', String(local?.port)] as const;
			expect(await pythonClient(kind, at)).toEqual(ANSWERS);
			await engine.stop(id);
			await capture.flush();
			const recording = await readRecording(capture, 1);
			expect(recordedPlace(recording)).toEqual(placeAt(kind, at));
			return recording;
		})();
		const varying = findVarying(turnsOf(recorded));
		const asServer = async <T>(start: () => { readonly done: Promise<T> }): Promise<T> => {
			const before = new Set(engine.endpoints().map((endpoint) => endpoint.id));
			const { done } = start();
			expect(await pythonClient(kind, await listening(engine, before))).toEqual(ANSWERS);
			return done;
		};
		const runs = (recording: Recording, side: RecordingSide, place: RecordingPlace) =>
			startSequence(engine, testOf(recording, { name: 't', side, place, varying }).made, () => undefined);
		const replays = (recording: Recording, side: RecordingSide, place: RecordingPlace) => {
			const how: ReplayHow = { side, place, rhythm: false, withinMs: 60_000, ignoreVarying: true };
			return startReplay(engine, replayPlan(recording, how));
		};

		expect(await asServer(() => runs(recorded, 'server', KINDS[kind].free()))).toMatchObject({ status: 'passed' });
		expect(isAsRecorded(await asServer(() => replays(recorded, 'server', KINDS[kind].free())))).toBe(true);
		expect(await runs(recorded, 'client', await pythonServer(kind)).done).toMatchObject({ status: 'passed' });
		expect(isAsRecorded(await replays(recorded, 'client', await pythonServer(kind)).done)).toBe(true);

		const mock = engine.create(mockOf(recorded, { name: 'm', place: KINDS[kind].free(), varying }).made);
		const { local } = await engine.start(mock.id);
		expect(await pythonClient(kind, [local?.path ?? local?.address ?? '', String(local?.port)])).toEqual(ANSWERS);

		// The last replay as client, recorded from the other side, is the same conversation.
		await capture.flush();
		const again = await readRecording(capture, 5);
		expect(again.events.map(({ from, ...event }) => [from, 'bytes' in event ? event.bytes : event.type])).toEqual(
			recorded.events.map(({ from, ...event }) => [from, 'bytes' in event ? event.bytes : event.type]),
		);
	});
});
