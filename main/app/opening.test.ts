import {
	appendFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { OpenCapture } from '../../common/contract/calls/open-capture.ts';
import { pcapFile } from '../capture/import/files.fixture.ts';
import { framed, ip, udpDatagram } from '../capture/import/frames.fixture.ts';
import { openCapture } from '../capture/index.ts';
import { clientOf } from './client.fixture.ts';
import { noFaults } from './faults.fixture.ts';
import { temporaryFolder } from './folder.fixture.ts';
import { createApp } from './index.ts';

const onInternalError = noFaults();

const host = {
	host: 'browser',
	version: '1.2.3',
	platform: 'linux',
	capabilities: { menu: false, revealFile: false, openDialog: false, upload: true, saveDialog: false },
} as const;
const closers: (() => unknown)[] = [];
afterEach(async () => {
	for (const close of closers.splice(0).reverse()) await close();
});

async function start(dataFolder = temporaryFolder()) {
	const app = await createApp({ dataFolder, host, onInternalError });
	closers.push(() => app.close());
	const client = clientOf(app);
	closers.push(() => client.close());
	return { app, client };
}

/** A closed capture with some datagrams and a final note. */
async function record(events = 5): Promise<string> {
	const folder = join(temporaryFolder(), 'old one');

	const capture = await openCapture({ folder });
	const endpoint = capture.addEndpoint({
		id: 'e',
		name: 'Old',
		kind: 'udp',
		config: { kind: 'udp', name: 'Old', host: '127.0.0.1', port: 0, responder: { rules: [] } },
	});
	const local = { address: '127.0.0.1', port: 1 };
	capture.open({ id: 1, endpoint, protocol: 'udp', role: 'accepted', local, remote: local, mirrored: false });
	for (let i = 0; i < events; i++) capture.data(1, 'in', Buffer.from(`datagram ${i}`), false);
	capture.connectionEvent(1, 'note', 'none', 'the last one');
	await capture.close();
	return folder;
}

/** Waits until the list of open captures satisfies the condition. */
function listed(
	{ client }: { client: ReturnType<typeof clientOf> },
	wanted: (list: readonly OpenCapture[]) => boolean,
): Promise<readonly OpenCapture[]> {
	return new Promise((resolve, reject) => {
		const take = (list: readonly OpenCapture[]) => {
			if (!wanted(list)) return;
			stop();
			resolve(list);
		};
		const stop = client.subscribe(
			'captures',
			{},
			{ onSnapshot: (list) => setImmediate(take, list), onDelta: take, onError: reject },
		);
	});
}

const settled = (id: string) => (list: readonly OpenCapture[]) =>
	list.some((one) => one.id === id && one.progress === undefined);

test('an old capture is opened beside the live one, read, filtered, and closed again', async () => {
	const folder = await record();
	const side = await start();
	const { client, app } = side;
	const { id } = await client.call('openCapture', { path: folder });
	const list = await listed(side, settled(id));
	expect(list).toMatchObject([
		{ id: app.capture.id, kind: 'live' },
		{ id, kind: 'stored', title: 'old one', source: folder, events: 7, warnings: [] },
	]);
	const { rows, stored } = await client.call('captureRows', { capture: id, from: 0, count: 100 });
	expect(stored).toBe(7);
	expect(rows.map((row) => row.n)).toEqual([0, 1, 2, 3, 4, 5, 6]);
	expect(rows[6]).toMatchObject({ kind: 'note', text: 'the last one', endpoint: 'Old' });
	const { bytes } = await client.call('captureBytes', { capture: id, n: 3, length: 100 });
	expect(Buffer.from(bytes).toString()).toBe('datagram 2');
	const found = await new Promise<number>((resolve) => {
		const take = ({ matched, scanned }: { matched: number; scanned: number }) => scanned === 7 && resolve(matched);
		client.subscribe('captureFilter', { capture: id, filter: 'datagram' }, { onSnapshot: take, onDelta: take });
	});
	expect(found).toBe(5);
	expect((await client.call('openCapture', { path: `${folder}/.` })).id).toBe(id);
	await client.call('closeCapture', { id });
	await expect(client.call('captureRows', { capture: id, from: 0, count: 1 })).rejects.toMatchObject({
		code: 'not-found',
	});
	expect(readdirSync(folder).sort()).toEqual(['capture-000001.index', 'capture-000001.pcapng']);
});

test('a torn tail is cut off and reported, until it has been dismissed', async () => {
	const folder = await record();
	const path = join(folder, 'capture-000001.pcapng');
	truncateSync(path, readFileSync(path).length - 3);
	const side = await start();
	const { id } = await side.client.call('openCapture', { path: folder });
	const [, opened] = await listed(side, settled(id));
	expect(opened).toMatchObject({ events: 6, kind: 'stored' });
	expect(opened?.warnings).toEqual([
		expect.stringMatching(/ was cut off: .* bytes of an unfinished event were cut off\.$/),
		'1 event that it had is in no file any more.',
	]);
	await side.client.call('dismissCaptureWarnings', { id });
	await listed(side, (list) => list[1]?.warnings.length === 0);
});

test('the live capture by its path is the live one; another one written by this process grows', async () => {
	const side = await start();
	const live = side.app.capture;
	expect((await side.client.call('openCapture', { path: live.folder })).id).toBe(live.id);
	const other = await start();
	const { id } = await side.client.call('openCapture', { path: other.app.capture.folder });
	const [, opened] = await listed(side, settled(id));
	expect(opened).toMatchObject({ kind: 'growing', events: 0 });
	const grown = new Promise<number>((resolve) => {
		const take = ({ stored }: { stored: number }) => stored > 0 && resolve(stored);
		side.client.subscribe('captureStatus', { capture: id }, { onSnapshot: take, onDelta: take });
	});
	const endpoint = await other.client.call('endpointCreate', { config: { kind: 'udp', name: 'u' } });
	await other.client.call('endpointStart', { id: endpoint.id });
	expect(await grown).toBe(1);
	const { rows } = await side.client.call('captureRows', { capture: id, from: 0, count: 5 });
	expect(rows).toMatchObject([{ kind: 'listening', endpoint: 'u' }]);
});

test('an opening failure gives its reason, at once or in the list', async () => {
	const side = await start();
	const { client } = side;
	const nowhere = client.call('openCapture', { path: '/nowhere/at/all' });
	await expect(nowhere).rejects.toMatchObject({ code: 'not-found', details: { errno: 'ENOENT' } });
	await expect(client.call('openCapture', { path: '/dev/null' })).rejects.toMatchObject({ code: 'bad-input' });
	const empty = temporaryFolder();
	const { id } = await client.call('openCapture', { path: empty });
	const [, failed] = await listed(side, settled(id));
	expect(failed?.error).toMatchObject({ code: 'not-found', message: expect.stringContaining('no capture') });
	await expect(client.call('captureRows', { capture: id, from: 0, count: 1 })).rejects.toMatchObject({
		code: 'not-found',
	});
	await client.call('closeCapture', { id });
	await listed(side, (list) => list.length === 1);
	await expect(client.call('closeCapture', { id: side.app.capture.id })).rejects.toMatchObject({ code: 'wrong-state' });
	await expect(client.call('chooseCapture', {})).rejects.toMatchObject({ code: 'unavailable' });
});

test('files created to view captures are removed with the capture, with the process, and after a kill', async () => {
	const folder = await record();
	const file = join(temporaryFolder(), 'one.pcapng');
	writeFileSync(file, readFileSync(join(folder, 'capture-000001.pcapng')));
	appendFileSync(file, readFileSync(join(folder, 'capture-000001.pcapng')));
	rmSync(folder, { recursive: true });
	const data = temporaryFolder();
	const left = join(data, 'opened', '4194305');
	mkdirSync(left, { recursive: true });
	const side = await start(data);
	const { id } = await side.client.call('openCapture', { path: file });
	const [, opened] = await listed(side, settled(id));
	expect(opened).toMatchObject({ title: 'one.pcapng', events: 14, warnings: [] });
	expect(existsSync(left)).toBe(false);
	const work = join(data, 'opened', String(process.pid));
	const made = () => readdirSync(work).filter((name) => name.startsWith('opened-'));
	expect(made()).toHaveLength(1);
	await side.client.call('closeCapture', { id });
	expect(made()).toHaveLength(0);
	await side.client.call('openCapture', { path: file });
	await side.app.close();
	expect(existsSync(work)).toBe(false);
});

test('the copy of another program’s file is removed on close, unless it was marked: then it is kept', async () => {
	const dataFolder = temporaryFolder();
	const { client } = await start(dataFolder);
	const path = join(temporaryFolder(), 'other.pcap');
	const addresses = { source: '10.0.0.5', destination: '10.0.0.1' };
	const bytes = framed(1, ip(addresses, 17, udpDatagram(addresses, { from: 5000, to: 53 }, Buffer.from('one'))));
	writeFileSync(path, pcapFile([{ time: 1_700_000_000_000_000_000n, bytes }]));
	const open = async () => {
		const { id } = await client.call('openCapture', { path });
		await listed({ client }, (list) => list.some((one) => one.id === id && one.progress === undefined));
		return id;
	};
	const captures = join(dataFolder, 'captures');
	const before = readdirSync(captures);
	expect(await client.call('closeCapture', { id: await open() })).toEqual({});
	expect(readdirSync(captures)).toEqual(before);

	const id = await open();
	await client.call('captureAnnotate', { capture: id, n: 1, marked: true, note: 'look here' });
	const { kept } = await client.call('closeCapture', { id });
	expect(readdirSync(captures)).toHaveLength(before.length + 1);
	const again = await client.call('openCapture', { path: kept ?? '' });
	await listed({ client }, (list) => list.some((one) => one.id === again.id && one.progress === undefined));
	const marked = Promise.withResolvers<void>();
	const take = (marks: unknown) => {
		if (JSON.stringify(marks).includes('look here')) marked.resolve();
	};
	client.subscribe('captureMarks', { capture: again.id }, { onSnapshot: take, onDelta: take });
	await marked.promise;
});
