import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { FilterState } from '../../common/contract/calls/capture.ts';
import { endpointConfigSchema } from '../../common/endpoints/index.ts';
import { connection } from '../capture/conversations.fixture.ts';
import { clientOf, Latest } from './client.fixture.ts';
import { noFaults } from './faults.fixture.ts';
import { temporaryFolder } from './folder.fixture.ts';
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
