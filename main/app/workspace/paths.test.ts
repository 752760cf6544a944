import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { opensslCertificate } from '../../engine/tls/openssl.fixture.ts';
import { curl } from '../../hosts/browser/host.fixture.ts';
import { noFaults } from '../faults.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { fileIn, readJson, startBench } from './bench.fixture.ts';

const onInternalError = noFaults();
const start = (workspaceFile?: string) => startBench(temporaryFolder(), { onInternalError, workspaceFile });
type Bench = Awaited<ReturnType<typeof start>>;

const head = 'HTTP/1.1 200 OK\\r\\nContent-Length: {{size}}\\r\\nConnection: close\\r\\n\\r\\n';
const page = { match: { type: 'any' }, reply: { format: 'escaped', text: head }, file: { path: './page.txt' } };
const identity = {
	from: 'own',
	cert: { from: 'file', path: 'tls/server.pem' },
	key: { from: 'file', path: 'tls/server-key.pem' },
};
const secure = {
	id: 's',
	kind: 'tcp-server',
	name: 'secure',
	port: 0,
	tls: { identity },
	responder: { rules: [page] },
};
const unix = { id: 'u', kind: 'unix-server', name: 'unix', path: 'lab.sock' };
const dial = { kind: 'unix-client', name: 'client', path: './lab.sock' } as const;
const client = { id: 'c', ...dial };
const lab = { wirebench: 1, endpoints: [secure, unix, client] };

/** A workspace file with relative paths, and what they name beside it. This process works in another folder. */
function labFile(content: unknown = lab) {
	const folder = temporaryFolder();
	mkdirSync(join(folder, 'tls'));
	const { cert } = opensslCertificate(join(folder, 'tls'));
	writeFileSync(join(folder, 'page.txt'), 'beside the file');
	const file = join(folder, 'lab.wirebench.json');
	writeFileSync(file, JSON.stringify(content));
	return { folder, file, cert };
}

const localOf = ({ app }: Bench, id: string) => app.engine.endpoint(id)?.local;
/** What curl, which trusts the certificate beside the file alone, gets from the secure server. */
const fetched = async (bench: Bench, cert: string) =>
	(await curl(`https://127.0.0.1:${localOf(bench, 's')?.port}/`, '--cacert', cert)).body;

async function startAll({ client: page }: Bench): Promise<void> {
	for (const id of ['s', 'u', 'c']) await page.call('endpointStart', { id });
}

test('certificates, files of answers and sockets beside the file are found from any working directory', async () => {
	const { folder, file, cert } = labFile();
	const bench = await start(file);
	await startAll(bench);
	expect(await fetched(bench, cert)).toBe('beside the file');
	expect(localOf(bench, 'u')).toMatchObject({ path: join(folder, 'lab.sock') });
	const peer = connect(join(folder, 'lab.sock'));
	await once(peer, 'connect');
	peer.destroy();
	// What is shown and stored is what was written.
	expect(bench.app.engine.endpoint('u')?.config).toMatchObject({ path: 'lab.sock' });
	expect(await bench.client.call('replyFileLook', { path: 'page.txt', folder: false })).toEqual({ bytes: 15 });
	expect(await bench.client.call('replyFileLook', { path: 'tls', folder: true })).toEqual({ files: 2 });
});

test('in another folder the same files are meant: what runs goes on, can be started again, and is undone as before', async () => {
	const { folder, file, cert } = labFile();
	const bench = await start(file);
	await startAll(bench);
	await bench.client.call('endpointCreate', { config: { ...dial, name: 'second' } });
	await bench.client.call('endpointRemove', { id: 'u' });
	const elsewhere = temporaryFolder();
	const copy = join(elsewhere, 'copy.wirebench.json');
	await bench.client.call('workspaceSaveAs', { path: copy, replace: false });
	const up = join('..', folder.slice(folder.lastIndexOf('/') + 1));
	const written = readJson(copy).endpoints;
	expect(written).toMatchObject([
		{
			tls: { identity: { cert: { path: join(up, 'tls/server.pem') }, key: { path: join(up, 'tls/server-key.pem') } } },
			responder: { rules: [{ file: { path: join(up, 'page.txt') } }] },
		},
		{ path: join(up, 'lab.sock') },
		{ name: 'second', path: join(up, 'lab.sock') },
	]);
	expect(bench.names()).toContain('secure open');
	expect(await fetched(bench, cert)).toBe('beside the file');
	await bench.client.call('endpointStop', { id: 's' });
	await bench.client.call('endpointStart', { id: 's' });
	expect(await fetched(bench, cert)).toBe('beside the file');
	// The removal is the last change: that the file is another one is none.
	await bench.client.call('workspaceUndo', {});
	expect(bench.app.engine.endpoint('u')?.config).toMatchObject({ path: join(up, 'lab.sock') });
	await bench.client.call('endpointStart', { id: 'u' });
	expect(localOf(bench, 'u')).toMatchObject({ path: join(folder, 'lab.sock') });
	expect(existsSync(join(folder, 'lab.sock'))).toBe(true);
	await bench.close();
	const again = await start(copy);
	await again.client.call('endpointStart', { id: 's' });
	expect(await fetched(again, cert)).toBe('beside the file');
});

test('what is not allowed to use variables of the environment is not in another folder, either', async () => {
	const text = '{{env WB_PATHS_SECRET}}';
	const asks = { ...dial, id: 'a', responder: { onOpen: { reply: { format: 'text', text } } } };
	const { folder, file } = labFile({ ...lab, endpoints: [asks, unix] });
	process.env.WB_PATHS_SECRET = 'secret';
	onTestFinished(() => {
		delete process.env.WB_PATHS_SECRET;
	});
	const bench = await start(file);
	await bench.client.call('endpointStart', { id: 'u' });
	const copy = join(temporaryFolder(), 'copy.wirebench.json');
	await bench.client.call('workspaceSaveAs', { path: copy, replace: false });
	const refused = { code: 'unconfirmed', details: { environment: [{ to: join(folder, 'lab.sock') }] } };
	await expect(bench.client.call('endpointStart', { id: 'a' })).rejects.toMatchObject(refused);
	await bench.close();
	const again = await start(copy);
	await expect(again.client.call('endpointStart', { id: 'a' })).rejects.toMatchObject(refused);
});

test('parts that are taken in or exported go on meaning their files, those of tests too; a text has no folder', async () => {
	const connections = {
		main: { client: dial },
		file: { client: { ...dial, path: '/run/x.sock' } },
	};
	const tests = [{ name: 'over unix', connections, steps: [] }];
	const { folder, file, cert } = labFile({ ...lab, tests });
	const bench = await start();
	const { parts: offered } = await bench.client.call('workspaceParts', { from: { path: file } });
	const chosen = offered.flatMap(({ kind, key }) => (key === 's' || kind === 'tests' ? [{ kind, key }] : []));
	await bench.client.call('workspaceTakeParts', { from: { path: file }, parts: chosen });
	await bench.client.call('endpointStart', { id: 's' });
	expect(await fetched(bench, cert)).toBe('beside the file');
	expect((await bench.saved()).undo).toMatchObject({ what: 'add', name: 'secure' });

	const out = join(folder, 'tls', 'out.wirebench.json');
	await bench.client.call('workspaceExportParts', { path: out, parts: chosen, replace: false });
	expect(readJson(out)).toMatchObject({
		endpoints: [{ tls: { identity: { cert: { path: 'server.pem' } } } }],
		tests: [{ connections: { main: { client: { path: '../lab.sock' } }, file: { client: { path: '/run/x.sock' } } } }],
	});

	const text = JSON.stringify({ wirebench: 1, endpoints: [{ ...unix, id: 'dropped', name: 'dropped' }] });
	await bench.client.call('workspaceTakeParts', {
		from: { name: 'x.wirebench.json', text },
		parts: [{ kind: 'endpoints', key: 'dropped' }],
	});
	expect(bench.app.engine.endpoint('dropped')?.config).toMatchObject({ path: 'lab.sock' });
});

test('an error names the path as it was written, and where it was looked for', async () => {
	const gone = { ...secure, tls: { identity: { ...identity, cert: { from: 'file', path: 'gone.pem' } } } };
	const { folder, file } = labFile({ ...lab, endpoints: [gone, unix, client] });
	const bench = await start(file);
	const failed = async (id: string) =>
		bench.client.call('endpointStart', { id }).catch((error: Error) => error.message);
	expect(await failed('s')).toBe(`The file gone.pem (${join(folder, 'gone.pem')}) cannot be read (ENOENT).`);
	expect(await failed('c')).toContain(`./lab.sock (${join(folder, 'lab.sock')})`);
	writeFileSync(join(folder, 'lab.sock'), '');
	expect(await failed('u')).toBe(`lab.sock (${join(folder, 'lab.sock')}) is there already, and is no socket.`);
	await expect(bench.client.call('replyFileLook', { path: 'no', folder: false })).rejects.toMatchObject({
		message: `The file no (${join(folder, 'no')}) is not there (ENOENT).`,
	});
});

test('the untitled workspace has its folder, where paths of a new file go on meaning the same', async () => {
	const data = temporaryFolder();
	const bench = await startBench(data, { onInternalError });
	const id = await bench.create({ kind: 'unix-server', name: 'unix', path: 'mine.sock' });
	await bench.client.call('endpointStart', { id });
	expect(localOf(bench, id)).toMatchObject({ path: join(data, 'mine.sock') });
	expect(await bench.saved()).toMatchObject({ path: fileIn(data) });
	const { path } = await bench.client.call('workspaceDuplicate', {});
	expect(path.startsWith(join(data, 'workspaces'))).toBe(true);
	expect(readJson(path).endpoints).toMatchObject([{ path: '../mine.sock' }]);
});
