import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { FilterState } from '../../common/contract/calls/capture.ts';
import type { OpenCapture } from '../../common/contract/calls/open-capture.ts';
import type { StreamState } from '../../common/contract/calls/stream.ts';
import { endpointConfigSchema } from '../../common/endpoints/index.ts';
import { connection } from '../capture/conversations.fixture.ts';
import { clientOf, Latest } from './client.fixture.ts';
import { noFaults } from './faults.fixture.ts';
import { temporaryFolder } from './folder.fixture.ts';
import { createHeadless } from './headless.ts';
import { createApp } from './index.ts';
import { TEST_HOST as host } from './test-host.fixture.ts';

const onInternalError = noFaults();

/** Text in a charset, by Python's codec. */
function encoded(text: string, charset: string): Uint8Array {
	const program = 'import sys; sys.stdout.buffer.write(sys.argv[1].encode(sys.argv[2]))';
	return execFileSync('python3', ['-X', 'utf8', '-c', program, text, charset]);
}

test('a filter and an export follow the charset that an endpoint gets after it has received', async () => {
	const path = join(temporaryFolder(), 'out.csv');
	const app = await createApp({
		dataFolder: temporaryFolder(),
		host,
		onInternalError,
		chooseSavePath: async () => path,
	});
	const client = clientOf(app);
	onTestFinished(async () => {
		client.close();
		await app.close();
	});
	const config = endpointConfigSchema.parse({ kind: 'tcp-server', name: 'shop', port: 0 });
	const { id } = app.engine.create(config);
	const handle = app.capture.addEndpoint({ id, name: 'shop', kind: 'tcp-server', config });
	app.capture.open(connection(1, handle, {}));
	app.capture.data(1, 'in', encoded('你好，世界', 'gbk'), false);
	await app.capture.flush();
	const latest = new Latest<FilterState>();
	client.subscribe('captureFilter', { filter: '你好' }, { onSnapshot: latest.take, onDelta: latest.take });
	await latest.find((state) => (state.scanned === state.stored && state.stored === 2 ? state : undefined));
	expect((await client.call('captureRows', { filter: '你好', from: 0, count: 9 })).rows).toEqual([]);

	await client.call('endpointSetCharset', { id, charset: 'gb2312' });
	await latest.find(({ matched }) => (matched === 1 ? matched : undefined));
	const found = await client.call('captureRows', { filter: '你好', from: 0, count: 9, sought: '世' });
	expect(found.rows).toMatchObject([{ charset: 'gbk', places: [{ from: 6, to: 8 }] }]);

	await client.call('chooseSavePath', { name: 'out.csv' });
	const { job } = await client.call('startExport', { format: 'csv', destination: { type: 'path', path } });
	const jobs = new Latest<{ readonly jobs: readonly { readonly id: string; readonly state: string }[] }>();
	client.subscribe('exports', {}, { onSnapshot: jobs.take, onDelta: jobs.take });
	await jobs.find(({ jobs: all }) => all.find((one) => one.id === job && one.state === 'done'));
	expect(readFileSync(path, 'utf8')).toContain('"你好，世界"');
});

test('the text of an opened capture is read in the charset that is chosen for its endpoint: rows, filter, conversation and export', async () => {
	const folder = join(temporaryFolder(), 'old');
	const path = join(temporaryFolder(), 'out.csv');
	const recorder = await createHeadless({ captureFolder: folder });
	const handle = recorder.capture.addEndpoint({ id: 'e1', name: 'shop', kind: 'tcp-server', config: {} });
	recorder.capture.open(connection(1, handle, {}));
	// A character that two reads share.
	const bytes = encoded('你好，世界', 'gbk');
	recorder.capture.data(1, 'in', bytes.subarray(0, 3), false);
	recorder.capture.data(1, 'in', bytes.subarray(3, 6), false);
	recorder.capture.data(1, 'in', bytes.subarray(6), false);
	await recorder.close();
	const app = await createApp({
		dataFolder: temporaryFolder(),
		host,
		onInternalError,
		chooseSavePath: async () => path,
	});
	const client = clientOf(app);
	onTestFinished(async () => {
		client.close();
		await app.close();
	});
	const { id } = await client.call('openCapture', { path: folder });
	const open = new Latest<readonly OpenCapture[]>();
	client.subscribe('captures', {}, { onSnapshot: open.take, onDelta: open.take });
	await open.find((list) => list.find((one) => one.id === id && one.progress === undefined));
	const latest = new Latest<FilterState>();
	const filter = { capture: id, filter: '世界' };
	client.subscribe('captureFilter', filter, { onSnapshot: latest.take, onDelta: latest.take });
	await latest.find((state) => (state.scanned === state.stored && state.stored === 4 ? state : undefined));

	await client.call('captureSetCharset', { id, endpoint: 'shop', charset: 'gbk' });
	await latest.find(({ matched }) => (matched === 1 ? matched : undefined));
	await open.find((list) => list.find((one) => one.charsets?.shop === 'gbk'));
	const { rows } = await client.call('captureRows', { capture: id, from: 1, count: 3 });
	expect(rows.map(({ charset }) => charset)).toEqual(['gbk', 'gbk', 'gbk']);
	const layout = { type: 'dialogue', connection: 1, side: 'both', form: 'text', width: 40 } as const;
	const stream = new Latest<StreamState>();
	client.subscribe('stream', { capture: id, layout }, { onSnapshot: stream.take, onDelta: stream.take });
	await stream.find((state) => (state.scanned === state.stored ? state : undefined));
	const { lines } = await client.call('streamLines', { capture: id, layout, from: 0, count: 9 });
	expect(lines.flatMap((line) => ('charset' in line ? [line.charset] : []))).toEqual(['gbk', 'gbk', 'gbk']);

	await client.call('chooseSavePath', { name: 'out.csv' });
	const destination = { type: 'path', path } as const;
	const { job } = await client.call('startExport', { capture: id, format: 'csv', destination });
	const jobs = new Latest<{ readonly jobs: readonly { readonly id: string; readonly state: string }[] }>();
	client.subscribe('exports', {}, { onSnapshot: jobs.take, onDelta: jobs.take });
	await jobs.find(({ jobs: all }) => all.find((one) => one.id === job && one.state === 'done'));
	expect(readFileSync(path, 'utf8')).toContain('"世界"');

	const refused = client.call('captureSetCharset', { id: app.capture.id, endpoint: 'shop', charset: 'gbk' });
	await expect(refused).rejects.toMatchObject({ code: 'wrong-state' });
});
