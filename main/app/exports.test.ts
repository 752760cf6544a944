import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { ExportJob } from '../../common/contract/calls/exports.ts';
import type { CallInput } from '../../common/contract/index.ts';
import { connection } from '../capture/conversations.fixture.ts';
import { mountMissing, smallDisks } from '../capture/disk.fixture.ts';
import { Recording } from '../capture/recording.fixture.ts';
import { clientOf, Latest } from './client.fixture.ts';
import { noFaults } from './faults.fixture.ts';
import { temporaryFolder } from './folder.fixture.ts';
import { type App, createApp } from './index.ts';
import { TEST_HOST as host } from './test-host.fixture.ts';

const onInternalError = noFaults();

const newDisk = smallDisks();
const closers: (() => unknown)[] = [];
afterEach(async () => {
	for (const close of closers.splice(0).reverse()) await close();
});

/** An app with this many events of 1 KiB in its capture, and a page subscribed to exports. */
async function withEvents(count: number) {
	let wanted: string | undefined;
	const app: App = await createApp({
		dataFolder: temporaryFolder(),
		host,
		onInternalError,
		chooseSavePath: async () => wanted,
	});
	const client = clientOf(app);
	closers.push(
		() => app.close(),
		() => client.close(),
	);
	const recording = new Recording(app.capture);
	recording.open(connection(1, recording.endpoint('One'), {}));
	for (let i = 1; i < count; i++) recording.data(1, i % 2 === 0 ? 'in' : 'out', new Uint8Array(1024).fill(i));
	await app.capture.flush();
	const latest = new Latest<{ readonly jobs: readonly ExportJob[] }>();
	client.subscribe('exports', {}, { onSnapshot: latest.take, onDelta: latest.take });
	/** Resolves with the job once it satisfies the condition. */
	const until = (id: string, satisfied: (job: ExportJob) => boolean) =>
		latest.find(({ jobs }) => jobs.find((job) => job.id === id && satisfied(job)));
	/** A place is chosen in the dialog before. */
	const start = async (request: CallInput<'startExport'>) => {
		wanted = request.destination.type === 'path' ? request.destination.path : undefined;
		expect(await client.call('chooseSavePath', { name: 'x' })).toEqual(wanted === undefined ? {} : { path: wanted });
		return client.call('startExport', request);
	};
	return { app, client, start, until };
}

const isOver = ({ state }: ExportJob): boolean => state !== 'running' && state !== 'waiting';

test('a path: the job reports progress, and the file is complete when it has its name', async () => {
	const { start, until } = await withEvents(30_000);
	const folder = temporaryFolder();
	const path = join(folder, 'all.bin');
	const { job, download } = await start({ format: 'raw', direction: 'in', destination: { type: 'path', path } });
	expect(download).toBeUndefined();
	const half = await until(job, ({ state, done }) => state === 'running' && done > 0);
	expect(half).toMatchObject({ total: 30_000, name: 'all.bin', path });
	expect(half.done).toBeLessThan(30_000);
	// The export goes on meanwhile: where the file has its name already, it is whole.
	if (existsSync(path)) expect(statSync(path).size).toBe(14_999 * 1024);
	const end = await until(job, isOver);
	expect(end).toMatchObject({ state: 'done', done: 30_000, events: 14_999, bytes: 14_999 * 1024 });
	expect(statSync(path).size).toBe(14_999 * 1024);
	expect(statSync(path).mode & 0o777).toBe(0o600);
	expect(readdirSync(folder)).toEqual(['all.bin']);
});

test('cancelled: nothing is left behind', async () => {
	const { client, start, until } = await withEvents(60_000);
	const folder = temporaryFolder();
	const { job } = await start({ format: 'c', destination: { type: 'path', path: join(folder, 'a.h') } });
	await until(job, ({ bytes }) => bytes > 0);
	expect(readdirSync(folder)).toEqual(['a.h.part']);
	await client.call('cancelExport', { job });
	expect(await until(job, isOver)).toMatchObject({ state: 'cancelled' });
	expect(readdirSync(folder)).toEqual([]);
	await client.call('cancelExport', { job });
	await expect(client.call('cancelExport', { job: 'export-99' })).rejects.toMatchObject({ code: 'not-found' });
});

test('closing Wirebench cancels running exports', async () => {
	const { app, start, until } = await withEvents(60_000);
	const folder = temporaryFolder();
	const { job } = await start({ format: 'c', destination: { type: 'path', path: join(folder, 'a.h') } });
	await until(job, ({ bytes }) => bytes > 0);
	await app.close();
	expect(readdirSync(folder)).toEqual([]);
});

test('an existing file is confirmed, replaced on request, and never deleted', async () => {
	const { start, until } = await withEvents(10);
	const path = join(temporaryFolder(), 'mine.jsonl');
	writeFileSync(path, 'mine');
	const refused = await start({ format: 'jsonl', destination: { type: 'path', path } });
	const job = await until(refused.job, isOver);
	expect(job.error).toMatchObject({ code: 'wrong-state', details: { errno: 'EEXIST' } });
	expect(readFileSync(path, 'utf8')).toBe('mine');
	const replaced = await start({ format: 'jsonl', destination: { type: 'path', path, replace: true } });
	expect(await until(replaced.job, isOver)).toMatchObject({ state: 'done', events: 10 });
	expect(readFileSync(path, 'utf8').split('\n').length).toBe(11);
});

test.each([
	['a folder that is not there', (folder: string) => join(folder, 'no', 'x.csv'), 'There is no folder'],
	['a file for a folder', (folder: string) => join(folder, 'file', 'x.csv'), 'is no folder.'],
	['a folder for a file', (folder: string) => join(folder, 'sub'), 'is a folder.'],
	['a name that is too long', (folder: string) => join(folder, `${'x'.repeat(300)}.csv`), 'is too long.'],
])('%s is reported in a sentence', async (_what, where, sentence) => {
	const { start, until } = await withEvents(10);
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'file'), '');
	mkdirSync(join(folder, 'sub'));
	const { job } = await start({ format: 'csv', destination: { type: 'path', path: where(folder) } });
	const { state, error } = await until(job, isOver);
	expect([state, error?.code]).toEqual(['failed', 'disk']);
	expect(error?.message).toContain(sentence);
	expect(readdirSync(folder).sort()).toEqual(['file', 'sub']);
});

test.skipIf(mountMissing !== undefined)(
	`a full disk is reported, and the space is freed${mountMissing ? `: ${mountMissing}` : ''}`,
	async () => {
		const { start, until } = await withEvents(20_000);
		const disk = newDisk(4 << 20);
		const { job } = await start({ format: 'raw', destination: { type: 'path', path: join(disk, 'x.bin') } });
		const { state, error } = await until(job, isOver);
		expect(state).toBe('failed');
		expect(error).toMatchObject({
			code: 'disk',
			message: `The disk that ${disk} is on is full.`,
			details: { errno: 'ENOSPC' },
		});
		expect(readdirSync(disk)).toEqual([]);
	},
);

test('an export that cannot start is refused at once', async () => {
	const { client, start } = await withEvents(10);
	const destination = { type: 'path', path: 'relative.csv' } as const;
	await expect(start({ format: 'csv', destination })).rejects.toMatchObject({ code: 'bad-input' });
	const path = { type: 'path', path: join(temporaryFolder(), 'x') } as const;
	const unasked = { type: 'path', path: join(temporaryFolder(), '.bashrc') } as const;
	const forbidden = client.call('startExport', { format: 'raw', destination: unasked });
	await expect(forbidden).rejects.toMatchObject({ code: 'not-permitted' });
	expect(existsSync(unasked.path)).toBe(false);
	const wrong = start({ format: 'csv', filter: 'dir:inn', destination: path });
	await expect(wrong).rejects.toMatchObject({ code: 'bad-input', details: { position: 4 } });
	const gone = start({ format: 'csv', capture: 'gone', destination: path });
	await expect(gone).rejects.toMatchObject({ code: 'not-found' });
	for (let i = 0; i < 8; i++) await start({ format: 'csv', destination: { type: 'download', name: 'x' } });
	const ninth = start({ format: 'csv', destination: path });
	await expect(ninth).rejects.toMatchObject({ code: 'wrong-state', message: '8 exports run already.' });
});
