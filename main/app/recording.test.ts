import { writeFileSync } from 'node:fs';
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
	tlsAgain,
	turnsOf,
} from '../../common/recording/index.ts';
import { Peer, runPeer } from '../engine/testing/python.fixture.ts';
import { TestBench } from '../engine/testing/workbench.fixture.ts';
import { opensslCertificate } from '../engine/tls/openssl.fixture.ts';
import { microsocks, missing } from '../engine/upstream-proxy/proxies.fixture.ts';
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

/** What each transport needs: how an answering endpoint listens, and a place that is free. */
const KINDS = {
	tcp: {
		listens: () => ({ kind: 'tcp-server', port: 0, tls: { alpn: ['talk'] } }),
		free: (): RecordingPlace => ({ protocol: 'tcp', host: '127.0.0.1', port: 0 }),
	},
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
async function serve(kind: Kind, ...more: string[]): Promise<RecordingPlace> {
	const place = KINDS[kind].free();
	const peer = new Peer('talk', ['server', kind, 'path' in place ? place.path : place.host, '0', ...more]);
	const [, host = '', port = ''] = (await peer.line()).split(' ');
	return placeAt(kind, [host, port]);
}

/** The answers that a Python client gets. */
async function talkWith(kind: Kind, at: readonly [string, string], ...more: string[]): Promise<string[]> {
	const lines = await runPeer('talk', ['client', kind, ...at, ...SAID, ...more]);
	return lines.map((line) => line.replace(/^\S+ /, ''));
}

const toMessages = ({ events }: Recording) =>
	events.map((event) => [event.from, event.type === 'data' ? Buffer.from(event.bytes).toString() : event.type]);

describe.each(['tcp', 'udp', 'unixgram'] as const)('a conversation of %s', (kind) => {
	test(`becomes tests, a mock server and replays of both sides, each with a Python peer${kind === 'tcp' ? ', with TLS again' : ''}`, async () => {
		const { engine, capture } = await open();
		const folder = temporaryFolder();
		const isSecure = kind === 'tcp';
		const authority = join(folder, 'ca.pem');
		if (isSecure) writeFileSync(authority, await engine.authority.certificate());
		const { cert, key } = isSecure ? opensslCertificate(folder) : { cert: '', key: '' };
		const pythonClient = (at: readonly [string, string]) =>
			talkWith(kind, at, ...(isSecure ? ['--ca', authority] : []));
		/** A Python server, whose certificate the client trusts. */
		const pythonServer = async ({ tls }: Recording): Promise<RecordingPlace> => {
			const place = await serve(kind, ...(isSecure ? ['--cert', cert, key] : []));
			if (place.protocol !== 'tcp') return place;
			return { ...place, tls: { ...tlsAgain(tls), ca: { from: 'file', path: cert } } };
		};
		const free = ({ tls }: Recording): RecordingPlace => {
			const place = KINDS[kind].free();
			return place.protocol === 'tcp' ? { ...place, tls: tlsAgain(tls) } : place;
		};
		const responder = { rules: [{ match: { type: 'any' }, reply: { format: 'text', text: '{{data|upper}}' } }] };
		const { id } = engine.create(endpointConfigSchema.parse({ name: 'upper', ...KINDS[kind].listens(), responder }));
		const recorded = await (async (): Promise<Recording> => {
			const { local } = await engine.start(id);
			const at = [local?.path ?? local?.address ?? '', String(local?.port)] as const;
			expect(await pythonClient(at)).toEqual(ANSWERS);
			await engine.stop(id);
			await capture.flush();
			const recording = await readRecording(capture, 1);
			const tls = { verify: true, servername: 'localhost', alpn: ['talk'], minVersion: 'TLSv1.2' };
			expect(recordedPlace(recording)).toEqual({ ...placeAt(kind, at), ...(isSecure && { tls }) });
			return recording;
		})();
		const varying = findVarying(turnsOf(recorded));
		const asServer = async <T>(start: () => { readonly done: Promise<T> }): Promise<T> => {
			const before = new Set(engine.endpoints().map((endpoint) => endpoint.id));
			const { done } = start();
			const said = listening(engine, before).then(pythonClient);
			const [result, answers] = await Promise.all([done, said]);
			expect(answers).toEqual(ANSWERS);
			return result;
		};
		const runs = (recording: Recording, side: RecordingSide, place: RecordingPlace) => {
			const { made } = testOf(recording, { name: 't', side, place, varying });
			// Not the speed of this machine is tested.
			const steps = made.steps.map((step) => ('withinMs' in step ? { ...step, withinMs: 60_000 } : step));
			return startSequence(engine, { ...made, steps }, () => undefined);
		};
		const replays = (recording: Recording, side: RecordingSide, place: RecordingPlace) => {
			const how: ReplayHow = { side, place, rhythm: false, withinMs: 60_000, ignoreVarying: true };
			return startReplay(engine, replayPlan(recording, how));
		};

		expect(await asServer(() => runs(recorded, 'server', free(recorded)))).toMatchObject({ status: 'passed' });
		expect(isAsRecorded(await asServer(() => replays(recorded, 'server', free(recorded))))).toBe(true);
		expect(await runs(recorded, 'client', await pythonServer(recorded)).done).toMatchObject({ status: 'passed' });
		expect(isAsRecorded(await replays(recorded, 'client', await pythonServer(recorded)).done)).toBe(true);

		const mock = engine.create(mockOf(recorded, { name: 'm', place: free(recorded), varying }).made);
		const { local } = await engine.start(mock.id);
		expect(await pythonClient([local?.path ?? local?.address ?? '', String(local?.port)])).toEqual(ANSWERS);

		// The last replay as client, recorded from the other side, is the same conversation.
		await capture.flush();
		const again = await readRecording(capture, 5);
		expect(toMessages(again)).toEqual(toMessages(recorded));
		expect(again.tls).toEqual(recorded.tls);
	});
});

test.skipIf(missing('microsocks') !== undefined)(
	'behind an upstream proxy, the recorded server is the one behind it, and a note says what becomes of the proxy',
	async () => {
		const { engine, capture } = await open();
		const bench = new TestBench();
		const via = await microsocks(bench);
		const place = await serve('tcp');
		if (place.protocol !== 'tcp') throw new Error('It listens by TCP.');
		const { host, port } = place;
		const config = { kind: 'tcp-client', name: 'c', host, port, via, framing: { type: 'line' } };
		const { id } = engine.create(endpointConfigSchema.parse(config));
		const answered = Promise.withResolvers<void>();
		engine.watch(id, {
			opened: () => undefined,
			received: () => answered.resolve(),
			ended: () => undefined,
			failed: () => undefined,
		});
		await engine.start(id);
		await engine.send({ endpoint: id, bytes: Buffer.from('ann\n') });
		await answered.promise;
		await engine.stop(id);
		await capture.flush();
		const recording = await readRecording(capture, 1);
		expect(recording).toMatchObject({ server: `${host}:${port}`, via: `SOCKS5 proxy ${via.host}:1080`, notes: [] });
		expect(testOf(recording, { name: 't', side: 'client', place, varying: [] }).notes).toEqual([
			`The recorded connection went through the SOCKS5 proxy ${via.host}:1080; this one is direct.`,
		]);
	},
);
