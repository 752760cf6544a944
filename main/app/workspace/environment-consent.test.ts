import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { noFaults } from '../faults.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { readJson, startBench } from './bench.fixture.ts';

const NAME = 'WIREBENCH_TEST_TOKEN';
const VALUE = 'value-of-the-token';
const onInternalError = noFaults();
const start = (dataFolder: string, more: Parameters<typeof startBench>[1] = {}) =>
	startBench(dataFolder, { onInternalError, ...more });
type Bench = Awaited<ReturnType<typeof start>>;

beforeEach(() => {
	process.env[NAME] = VALUE;
});
afterEach(() => {
	delete process.env[NAME];
});

/** A server of somebody else, and all that it has received. */
async function stranger() {
	const received: Buffer[] = [];
	const server: Server = createServer((socket: Socket) => socket.on('data', (bytes) => received.push(bytes)));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(async () => {
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	return { port, text: () => Buffer.concat(received).toString() };
}

/** A file of somebody else: a client with a greeting, a payload and a test that name the variable. */
function theirs(port: number, more: object = {}): string {
	const file = join(temporaryFolder(), 'theirs.wirebench.json');
	const text = `{{env ${NAME}}}\n`;
	const payload = { format: 'text', text };
	const client = { kind: 'tcp-client', name: 'theirs', host: '127.0.0.1', port };
	writeFileSync(
		file,
		JSON.stringify({
			wirebench: 1,
			endpoints: [
				{ id: 'c', ...client, responder: { onOpen: { reply: payload } } },
				{ id: 'plain', ...client, name: 'plain' },
			],
			payloads: [{ name: 'login', format: 'text', text }],
			tests: [{ name: 'auth', client, steps: [{ type: 'send', payload, template: true }] }],
			...more,
		}),
	);
	return file;
}

/** The error of a call that is not allowed yet. */
async function asked(call: Promise<unknown>): Promise<WirebenchError> {
	const error: unknown = await call.then(
		() => new Error('It was not refused.'),
		(reason: unknown) => reason,
	);
	if (!(error instanceof WirebenchError)) throw error;
	expect(error.code).toBe('unconfirmed');
	expect(JSON.stringify(error.toInfo())).not.toContain(VALUE);
	return error;
}

const message = { format: 'text', text: `{{env ${NAME}}}` } as const;
const testOf = (file: string) => readJson(file).tests[0];

async function allow({ client }: Bench, error: WirebenchError): Promise<void> {
	await client.call('workspaceAllowEnvironment', { uses: error.details.environment ?? [] });
}

test('a file of somebody else asks before an endpoint, a payload or a test sends a variable, and nothing goes out', async () => {
	const peer = await stranger();
	const folder = temporaryFolder();
	const bench = await start(folder);
	const file = theirs(peer.port);
	await bench.client.call('workspaceOpen', { path: file });
	const address = `127.0.0.1:${peer.port}`;
	const error = await asked(bench.client.call('endpointStart', { id: 'c' }));
	expect(error.message).toBe(`theirs uses environment variables that nobody has allowed: ${NAME}.`);
	expect(error.details.environment).toEqual([
		{ variable: NAME, by: 'endpoint theirs', to: address },
		{ variable: NAME, by: 'payload login', to: 'wherever it is sent' },
		{ variable: NAME, by: 'test auth', to: address },
	]);
	// What uses no variable is not asked about.
	await bench.client.call('endpointStart', { id: 'plain' });
	await asked(bench.client.call('sendTemplate', { endpoint: 'plain', message }));
	await asked(bench.client.call('repeatTemplate', { endpoint: 'plain', message, intervalMs: 0, count: 1 }));
	await asked(bench.client.call('sequenceStart', { sequence: testOf(file) }));
	const responder = { onOpen: { reply: { format: 'text', text: message.text } } } as const;
	await asked(bench.client.call('endpointSetResponder', { id: 'plain', responder }));
	expect(peer.text()).toBe('');

	await allow(bench, error);
	await bench.client.call('sendTemplate', { endpoint: 'plain', message });
	await expect.poll(peer.text).toBe(VALUE);
	await bench.client.call('endpointStart', { id: 'c' });
	await expect.poll(peer.text).toBe(`${VALUE}${VALUE}\n`);
});

test('the answer is kept for the file on this machine; a further variable and another destination ask again', async () => {
	const peer = await stranger();
	const folder = temporaryFolder();
	const first = await start(folder);
	const file = theirs(peer.port);
	await first.client.call('workspaceOpen', { path: file });
	await allow(first, await asked(first.client.call('endpointStart', { id: 'c' })));
	await first.close();
	expect(readFileSync(file, 'utf8')).not.toContain('allowed');

	const second = await start(folder);
	await second.client.call('endpointStart', { id: 'c' });
	await second.client.call('endpointStop', { id: 'c' });
	// Another program gives the file another variable, and the same one to another server.
	process.env.WIREBENCH_TEST_OTHER = 'x';
	onTestFinished(() => {
		delete process.env.WIREBENCH_TEST_OTHER;
	});
	const other = await stranger();
	const changed = readJson(theirs(peer.port));
	changed.endpoints[1].responder = { onOpen: { reply: { format: 'text', text: '{{env WIREBENCH_TEST_OTHER}}' } } };
	changed.endpoints.push({ ...changed.endpoints[0], id: 'd', name: 'moved', port: other.port });
	writeFileSync(file, JSON.stringify(changed));
	await second.until(({ problem }) => problem?.kind === 'changed');
	await second.client.call('workspaceResolve', { how: 'take-file' });
	expect((await asked(second.client.call('endpointStart', { id: 'plain' }))).details.environment).toEqual([
		{ variable: 'WIREBENCH_TEST_OTHER', by: 'endpoint plain', to: `127.0.0.1:${peer.port}` },
		{ variable: NAME, by: 'endpoint moved', to: `127.0.0.1:${other.port}` },
	]);
	await asked(second.client.call('endpointStart', { id: 'd' }));
	expect(other.text()).toBe('');
});

test('a secret from the environment: neither its endpoint nor a copy of it connects to the proxy before it is allowed', async () => {
	const proxy = await stranger();
	const folder = temporaryFolder();
	const bench = await start(folder);
	const via = { type: 'http', host: '127.0.0.1', port: proxy.port, user: 'ann' };
	const client = { kind: 'tcp-client', name: 'dial', host: 'example.invalid', port: 80, via };
	const endpoints = [{ id: 'c', env: { 'via.password': NAME }, ...client }];
	const file = theirs(1, { endpoints, payloads: [], tests: [] });
	await bench.client.call('workspaceOpen', { path: file });
	const error = await asked(bench.client.call('endpointStart', { id: 'c' }));
	expect(error.details.environment).toEqual([
		{ variable: NAME, by: 'endpoint dial', to: `the proxy 127.0.0.1:${proxy.port}` },
	]);
	const config = bench.app.engine.endpoint('c')?.config;
	if (config?.kind !== 'tcp-client') throw new Error('It is no client.');
	const copy = await bench.create({ ...config, name: 'copy' });
	await asked(bench.client.call('endpointStart', { id: copy }));
	const steps = [{ type: 'wait', ms: 0 }] as const;
	await asked(bench.client.call('sequenceStart', { sequence: { name: 'with it', client: config, steps: [...steps] } }));
	expect(proxy.text()).toBe('');
});

test('what is made here is not asked about, also after a restart: untitled, New, saved as, exported', async () => {
	const peer = await stranger();
	const folder = temporaryFolder();
	const first = await start(folder);
	const config = { kind: 'tcp-client', name: 'mine', host: '127.0.0.1', port: peer.port } as const;
	const greets = { ...config, responder: { onOpen: { reply: { format: 'text', text: `{{env ${NAME}}};` } } } } as const;
	let count = 0;
	const runs = async (bench: Bench, id: string) => {
		await bench.client.call('endpointStart', { id });
		count++;
		await expect.poll(peer.text).toBe(`${VALUE};`.repeat(count));
		await bench.client.call('endpointStop', { id });
	};
	const untitled = await first.create(greets);
	await runs(first, untitled);
	await first.client.call('workspaceNew', {});
	const made = await first.create(greets);
	await runs(first, made);
	const { path } = await first.client.call('workspaceSaveAs', { path: join(temporaryFolder(), 'mine') });
	const { parts } = await first.client.call('workspaceParts', {});
	const exported = await first.client.call('workspaceExportParts', { path: join(folder, 'part'), parts });
	await first.saved();
	await first.close();

	const second = await start(folder);
	expect((await second.saved()).path).toBe(path);
	await runs(second, made);
	await second.client.call('workspaceOpen', { path: exported.path });
	await runs(second, made);
	await second.client.call('workspaceOpen', {});
	await runs(second, untitled);
	// On another machine the same file is somebody else's.
	await second.close();
	rmSync(join(folder, 'beside'), { recursive: true });
	const third = await start(folder);
	await third.client.call('workspaceOpen', { path });
	await asked(third.client.call('endpointStart', { id: made }));
});

test('parts that are taken in, and a copy of a dropped file, ask; the untitled workspace keeps the question', async () => {
	const peer = await stranger();
	const folder = temporaryFolder();
	const first = await start(folder);
	const from = { path: theirs(peer.port) };
	const parts = [{ kind: 'payloads', key: JSON.stringify([null, 'login']) }] as const;
	const target = await first.create({ kind: 'tcp-client', name: 'target', host: '127.0.0.1', port: peer.port });
	await first.client.call('endpointStart', { id: target });
	await first.client.call('workspaceTakeParts', { from, parts: [...parts] });
	await asked(first.client.call('sendTemplate', { endpoint: target, message }));
	await first.saved();
	await first.close();

	const second = await start(folder);
	await second.client.call('endpointStart', { id: target });
	const error = await asked(second.client.call('sendTemplate', { endpoint: target, message }));
	// What is gone is no question any more; undone it is one again.
	await second.client.call('payloadRemove', { name: 'login' });
	await second.client.call('sendTemplate', { endpoint: target, message });
	await second.client.call('workspaceUndo', {});
	await asked(second.client.call('sendTemplate', { endpoint: target, message }));
	await allow(second, error);
	await second.client.call('sendTemplate', { endpoint: target, message });
	await expect.poll(peer.text).toBe(VALUE.repeat(2));

	const text = readFileSync(from.path, 'utf8');
	await second.client.call('workspaceOpenText', { name: 'dropped', text, stopRunning: true });
	await asked(second.client.call('endpointStart', { id: 'c' }));
});

test('what ran is not started unasked: neither by opening the file nor by the offer', async () => {
	const peer = await stranger();
	const folder = temporaryFolder();
	const first = await start(folder);
	const file = theirs(peer.port);
	await first.client.call('workspaceOpen', { path: file });
	await first.client.call('endpointStart', { id: 'plain' });
	await first.client.call('workspaceKeepStartRan', { on: true });
	await first.saved();
	await first.close();
	const changed = readJson(file);
	changed.endpoints[1].responder = { onOpen: { reply: { format: 'text', text: `{{env ${NAME}}}` } } };
	writeFileSync(file, JSON.stringify(changed));

	const second = await start(folder);
	expect(await second.saved()).toMatchObject({ startRan: true, ran: ['plain'] });
	expect(second.names()).toEqual(['theirs stopped', 'plain stopped']);
	const error = await asked(second.client.call('workspaceStartRan', {}));
	expect((await second.saved()).ran).toEqual(['plain']);
	await allow(second, error);
	expect(await second.client.call('workspaceStartRan', {})).toEqual({ started: 1, failed: 0 });
});

test('an agent is refused and cannot allow it; a person who allows the window lets it start, and the flag lets templates', async () => {
	const peer = await stranger();
	const folder = temporaryFolder();
	const file = theirs(peer.port);
	const agent = await start(folder, { guest: 'changes', workspaceFile: file });
	const error = await asked(agent.client.call('endpointStart', { id: 'c' }));
	expect(error.details.hint).toContain('--allow-environment');
	await expect(allow(agent, error)).rejects.toMatchObject({ code: 'not-permitted' });
	await agent.client.call('endpointStart', { id: 'plain' });
	// What it writes itself is no typing of the person.
	const responder = { onOpen: { reply: { format: 'text', text: '{{env HOME}}' } } } as const;
	const own = await agent.create({ kind: 'tcp-client', name: 'own', host: '127.0.0.1', port: peer.port, responder });
	await asked(agent.client.call('endpointStart', { id: own }));
	await agent.saved();
	await agent.close();

	const person = await start(folder);
	await person.client.call('workspaceOpen', { path: file });
	const names = (await asked(person.client.call('endpointStart', { id: own }))).details.environment;
	expect(names?.map(({ variable }) => variable)).toContain('HOME');
	await person.close();

	// Who serves the file lets it use them for that run.
	const served = await start(folder, { workspaceFile: file, allowsEnvironment: true });
	await served.client.call('endpointStart', { id: 'c' });
	await expect.poll(peer.text).toBe(`${VALUE}\n`);
	await served.client.call('filtersSet', { filters: [] });
	await served.saved();
	await served.close();
	const again = await start(folder);
	await asked(again.client.call('endpointStart', { id: 'c' }));
	await again.close();

	const flagged = await start(folder, { guest: 'reads', workspaceFile: file, allowsEnvironment: true });
	expect(flagged.app.notes.map(({ message }) => message).join()).toContain(
		`${NAME} (endpoint theirs, to 127.0.0.1:${peer.port})`,
	);
	await flagged.client.call('endpointStart', { id: 'c' });
	await expect.poll(peer.text).toBe(`${VALUE}\n`.repeat(2));
	await asked(
		flagged.client.call('sendTemplate', { endpoint: 'c', message: { format: 'text', text: '{{env PATH}}' } }),
	);
});
