import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExportJob } from '../../../common/contract/calls/exports.ts';
import type { CallInput } from '../../../common/contract/index.ts';
import { clientOf } from '../../app/client.fixture.ts';
import { type App, createApp } from '../../app/index.ts';
import { connection } from '../../capture/conversations.fixture.ts';
import { Recording } from '../../capture/recording.fixture.ts';
import { contentDisposition } from './download.ts';
import { curl, makeRenderer, temporaryFolder } from './host.fixture.ts';
import { type BrowserHost, startBrowserHost } from './index.ts';

const folder = temporaryFolder();
/** Bytes of payload: far more than sockets and buffered chunks hold. */
const BYTES = 64 << 20;
let app: App;
let host: BrowserHost;
let client: ReturnType<typeof connectPage>;

function connectPage() {
	return clientOf(app);
}

beforeAll(async () => {
	await makeRenderer(join(folder.path, 'renderer'));
	app = await createApp({
		dataFolder: folder.path,
		host: {
			host: 'browser',
			version: '0',
			platform: 'linux',
			capabilities: { menu: false, revealFile: false, openDialog: false, upload: false, saveDialog: false },
		},
	});
	host = await startBrowserHost({ app, rendererFolder: join(folder.path, 'renderer') });
	client = connectPage();
	const recording = new Recording(app.capture);
	recording.open(connection(1, recording.endpoint('One'), {}));
	for (let done = 0; done < BYTES; done += 64 << 10) recording.data(1, 'in', new Uint8Array(64 << 10).fill(97));
	await app.capture.flush();
});
afterAll(async () => {
	client.close();
	await host.close();
	await app.close();
	folder.remove();
});

async function offer(request: Omit<CallInput<'startExport'>, 'destination'>, name = 'out.bin') {
	const { job, download } = await client.call('startExport', { ...request, destination: { type: 'download', name } });
	return { job, url: `http://127.0.0.1:${host.port}${download}` };
}

/** The job once it satisfies the condition. */
function jobWhen(id: string, satisfied: (job: ExportJob) => boolean): Promise<ExportJob> {
	return new Promise((resolve) => {
		const look = ({ jobs }: { readonly jobs: readonly ExportJob[] }): void => {
			const job = jobs.find((one) => one.id === id);
			if (!job || !satisfied(job)) return;
			stop();
			resolve(job);
		};
		const stop = client.subscribe('exports', {}, { onSnapshot: (jobs) => setImmediate(look, jobs), onDelta: look });
	});
}

const over = (id: string) => jobWhen(id, ({ state }) => state !== 'waiting' && state !== 'running');

test('a ticket is the key to its file, once, and the file has its name', async () => {
	const { job, url } = await offer({ format: 'jsonl', range: { from: 0, to: 1 } }, 'Zwei “二” /../x.jsonl');
	expect((await curl(`${url}x`)).status).toBe(403);
	expect((await curl(url, '--head')).status).toBe(403);
	expect((await curl(url, '--header', 'Host: evil.example')).status).toBe(403);
	expect((await curl(url, '--header', 'Origin: http://evil.example')).status).toBe(403);
	const answer = await curl(url);
	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-disposition')).toBe(
		`attachment; filename="Zwei ___ -..-x.jsonl"; filename*=UTF-8''Zwei%20%E2%80%9C%E4%BA%8C%E2%80%9D%20-..-x.jsonl`,
	);
	expect(answer.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
	expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
	expect(JSON.parse(answer.body)).toMatchObject({ n: 0, event: 'open' });
	expect(await over(job)).toMatchObject({ state: 'done', events: 1 });
	expect((await curl(url)).status).toBe(403);
});

test('it is sent completely, at the pace of its reader', async () => {
	const { job, url } = await offer({ format: 'raw' });
	const [response]: IncomingMessage[] = await once(get(url), 'response');
	if (response === undefined) throw new Error('There is no answer.');
	// Nobody reads: only what sockets and buffered chunks hold is sent.
	expect((await jobWhen(job, ({ bytes }) => bytes > 0)).bytes).toBeLessThan(BYTES / 2);
	let received = 0;
	for await (const chunk of response) received += chunk.length;
	expect(received).toBe(BYTES);
	expect(await over(job)).toMatchObject({ state: 'done', bytes: BYTES });
});

test('closing the reader ends the export', async () => {
	const { job, url } = await offer({ format: 'text' });
	const [response]: IncomingMessage[] = await once(get(url), 'response');
	response?.destroy();
	expect(await over(job)).toMatchObject({ state: 'cancelled' });
});

test('a cancelled export aborts its download', async () => {
	const { job, url } = await offer({ format: 'text' });
	const [response]: IncomingMessage[] = await once(get(url), 'response');
	if (response === undefined) throw new Error('There is no answer.');
	await client.call('cancelExport', { job });
	await expect(
		(async () => {
			for await (const _chunk of response);
		})(),
	).rejects.toMatchObject({ code: 'ECONNRESET' });
	expect(await over(job)).toMatchObject({ state: 'cancelled' });
});

test('an export can be cancelled before its download: its ticket is then invalid', async () => {
	const { job, url } = await offer({ format: 'csv' });
	await client.call('cancelExport', { job });
	expect(await over(job)).toMatchObject({ state: 'cancelled' });
	expect((await curl(url)).status).toBe(403);
});

test('a name cannot break out of its header', () => {
	expect(contentDisposition('a"b\\c%41.txt')).toBe(
		`attachment; filename="a_b_c_41.txt"; filename*=UTF-8''a%22b%5Cc%2541.txt`,
	);
});
