import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type EndpointConfigInput, endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { findPreset } from '../../../common/presets/index.ts';
import { Peer, runPeer, unhex } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

const text = (written: string) => ({ format: 'text' as const, text: written });
const echo = { rules: [{ match: { type: 'any' as const }, reply: text('{{data|upper}}') }] };

function folder(): string {
	const path = mkdtempSync(join(tmpdir(), 'wirebench-unix-'));
	onTestFinished(() => rmSync(path, { recursive: true, force: true }));
	return path;
}

const server = (path: string): EndpointConfigInput => ({ kind: 'unix-server', name: 'unix', path, responder: echo });

describe.skipIf(process.platform === 'win32')('Unix stream sockets', () => {
	test('a Python client is answered at a path, and the path is gone after the stop', async () => {
		const bench = new TestBench();
		const path = join(folder(), 'echo.sock');
		const { id } = bench.create(server(path));
		expect(await bench.engine.start(id)).toMatchObject({ status: 'open', local: { path } });
		const [answer] = await runPeer('unix_client', [path, 'hello']);
		expect(unhex(answer)).toBe('HELLO');
		await bench.sink.waitFor((event) => event.kind === 'close');
		expect(bench.sink.story(1)).toEqual(['open', 'in hello', 'out HELLO', 'end in', 'end out', 'close']);
		await bench.engine.stop(id);
		expect(existsSync(path)).toBe(false);
	});

	test.each([
		['a rule', { after: 'reset' }],
		['a person', { after: undefined }],
	] as const)('a reset by %s closes it with a note: there is no RST without TCP', async (_who, more) => {
		const bench = new TestBench();
		const path = join(folder(), 'reset.sock');
		const responder = { rules: [{ match: { type: 'any' as const }, reply: text('{{data|upper}}'), ...more }] };
		await bench.start({ kind: 'unix-server', name: 'unix', path, responder });
		const client = runPeer('unix_client', [path, 'hello']);
		const { connection } = await bench.sink.waitFor((event) => event.direction === 'out');
		if (more.after === undefined) bench.engine.resetConnection(connection);
		const [answer] = await client;
		expect(unhex(answer)).toBe('HELLO');
		await bench.sink.waitFor((event) => event.kind === 'close');
		expect(bench.sink.events.map((event) => event.text)).toContain('A Unix socket has no reset (RST): closing.');
	});

	test('a path that is too long for the system is reached from the working directory, and else refused', async () => {
		const near = mkdtempSync(join(process.cwd(), '.wb-'));
		onTestFinished(() => rmSync(near, { recursive: true, force: true }));
		const bench = new TestBench({ folder: near });
		// From here it has 103 bytes.
		const name = 's'.repeat(102 - relative(process.cwd(), near).length);
		const path = join(near, name);
		expect(path.length).toBeGreaterThan(107);
		const { id } = bench.create(server(name));
		expect(await bench.engine.start(id)).toMatchObject({ status: 'open', local: { path } });
		expect(existsSync(path)).toBe(true);
		const reached = bench.create({ kind: 'unix-client', name: 'client', path: `./${name}` });
		expect(await bench.engine.start(reached.id)).toMatchObject({ status: 'open' });

		const far = new TestBench({ folder: join(folder(), 'f'.repeat(120)) });
		const refused = far.create(server('x.sock'));
		await expect(far.engine.start(refused.id)).rejects.toMatchObject({
			code: 'bad-input',
			message: expect.stringMatching(
				/^x\.sock \(\/.*\/x\.sock\) is too long: the path of a socket has at most \d+ bytes\.$/,
			),
		});
		expect(far.engine.endpoint(refused.id)?.error?.code).toBe('bad-input');
	});

	test('class-unix-stream echoes as Python’s socketserver does', async () => {
		const bench = new TestBench();
		const preset = findPreset('class-unix-stream');
		const path = join(folder(), 'class.sock');
		const { id } = bench.create(endpointConfigSchema.parse({ ...preset?.config, path }));
		await bench.engine.start(id);
		expect((await runPeer('unix_client', [path, 'Abc', 'd'.repeat(100_000)])).map(unhex)).toEqual([
			'Abc',
			'd'.repeat(100_000),
		]);
	});

	test.skipIf(process.platform !== 'linux')('an abstract name is listened on and reached', async () => {
		const bench = new TestBench();
		const name = `@wirebench-${process.pid}`;
		const { id } = bench.create(server(name));
		await bench.engine.start(id);
		const [answer] = await runPeer('unix_client', [name, 'hello']);
		expect(unhex(answer)).toBe('HELLO');
	});

	test('a client reaches a Python server, half-closes, and knows both ends', async () => {
		const bench = new TestBench();
		const path = join(folder(), 'server.sock');
		const peer = new Peer('unix_server', [path]);
		expect(await peer.line()).toBe('listening');
		const { id } = bench.create({ kind: 'unix-client', name: 'client', path });
		await bench.engine.start(id);
		await bench.engine.send({ endpoint: id, bytes: Buffer.from('ping') });
		await bench.sink.waitFor((event) => event.kind === 'data' && event.direction === 'in');
		const [connection] = bench.engine.connections();
		expect(connection).toMatchObject({ remote: { path }, local: { path: '' } });
		bench.engine.endConnection(connection?.id ?? 0);
		expect(await peer.rest()).toEqual([Buffer.from('ping').toString('hex'), 'end']);
		await bench.sink.waitFor((event) => event.kind === 'close');
	});

	test('both ends in one Wirebench: the client’s side is the mirrored one', async () => {
		const bench = new TestBench();
		const path = join(folder(), 'both.sock');
		const { id } = bench.create(server(path));
		await bench.engine.start(id);
		const client = bench.create({ kind: 'unix-client', name: 'client', path });
		await bench.engine.start(client.id);
		await bench.sink.until(() => bench.sink.connections.size === 2);
		const sides = [...bench.sink.connections.values()];
		expect(sides.map(({ role, mirrored }) => [role, mirrored]).sort()).toEqual([
			['accepted', false],
			['opened', true],
		]);
	});

	test('where nothing exists, and where nothing listens, a client gets advice on what to check', async () => {
		const bench = new TestBench();
		const nowhere = bench.create({ kind: 'unix-client', name: 'client', path: join(folder(), 'none.sock') });
		await expect(bench.engine.start(nowhere.id)).rejects.toMatchObject({
			code: 'not-found',
			details: { errno: 'ENOENT', hint: expect.stringContaining('start the server first') },
		});
		const file = join(folder(), 'file');
		writeFileSync(file, '');
		const noSocket = bench.create({ kind: 'unix-client', name: 'client', path: file });
		await expect(bench.engine.start(noSocket.id)).rejects.toMatchObject({ code: 'refused' });
	});
});

describe.skipIf(process.platform !== 'linux')('a path that is taken', () => {
	test('by another program is refused with that program’s name and number', async () => {
		const bench = new TestBench();
		const path = join(folder(), 'taken.sock');
		const peer = new Peer('unix_server', [path]);
		await peer.line();
		const { id } = bench.create(server(path));
		await expect(bench.engine.start(id)).rejects.toMatchObject({
			code: 'address-in-use',
			message: `${path} is in use by python3 (pid ${peer.process.pid}).`,
			details: { owners: [{ pid: peer.process.pid, process: 'python3' }] },
		});
	});

	test('by another endpoint is refused with that endpoint’s id', async () => {
		const bench = new TestBench();
		const path = join(folder(), 'ours.sock');
		const first = bench.create(server(path));
		await bench.engine.start(first.id);
		const second = bench.create(server(path));
		await expect(bench.engine.start(second.id)).rejects.toMatchObject({
			code: 'address-in-use',
			details: { owners: [{ endpoint: first.id }] },
		});
	});

	test('a path in use, or that is not a socket, is not removed', async () => {
		const bench = new TestBench();
		const path = join(folder(), 'used.sock');
		const { id } = bench.create(server(path));
		await bench.engine.start(id);
		await expect(bench.engine.removeStale(id)).rejects.toMatchObject({ code: 'wrong-state' });
		expect(existsSync(path)).toBe(true);
		const file = bench.create(server(import.meta.filename));
		await expect(bench.engine.removeStale(file.id)).rejects.toMatchObject({ code: 'wrong-state' });
		expect(existsSync(import.meta.filename)).toBe(true);
	});

	test('by a file is refused', async () => {
		const bench = new TestBench();
		const path = join(folder(), 'file');
		writeFileSync(path, 'kept');
		const { id } = bench.create(server(path));
		await expect(bench.engine.start(id)).rejects.toMatchObject({
			code: 'address-in-use',
			message: expect.stringContaining('is no socket'),
		});
	});

	test('by the socket file of a killed program: it can be removed', async () => {
		const bench = new TestBench();
		const path = join(folder(), 'stale.sock');
		const peer = new Peer('unix_server', [path]);
		await peer.line();
		await peer.kill();
		const { id } = bench.create(server(path));
		await expect(bench.engine.start(id)).rejects.toMatchObject({
			code: 'address-in-use',
			message: expect.stringContaining('was left behind'),
			details: { stale: true },
		});
		await bench.engine.removeStale(id);
		expect(await bench.engine.start(id)).toMatchObject({ status: 'open' });
	});
});

test.skipIf(process.platform === 'win32')(
	'problems with a path are reported, for servers and for clients',
	async () => {
		const bench = new TestBench();
		const where = folder();
		writeFileSync(join(where, 'file'), '');
		const attempts: [string, string, string, RegExp][] = [
			['unix-server', 'none/x', 'ENOENT', /^There is no folder for .*none\/x\.$/],
			['unix-server', 'none/', 'ENOENT', /^There is no folder for /],
			['unix-server', 'none/deeper/x', 'ENOENT', /^There is no folder for /],
			['unix-server', 'file/x', 'ENOTDIR', /^A part of the path .* is a file, not a folder\.$/],
			['unix-server', 'file', 'EADDRINUSE', /is there already, and is no socket/],
			['unix-client', 'none/x', 'ENOENT', /^There is no .*none\/x\.$/],
			['unix-client', 'file/x', 'ENOTDIR', /^A part of the path .* is a file, not a folder\.$/],
			['unix-client', 'file', 'ECONNREFUSED', /file is not a socket\.$/],
			['unix-client', '', 'ECONNREFUSED', /is not a socket\.$/],
		];
		for (const [kind, name, errno, sentence] of attempts) {
			const { id } = bench.create(
				endpointConfigSchema.parse({ kind, name: `${kind} ${name}`, path: join(where, name) }),
			);
			await expect(bench.engine.start(id), `${kind} ${name}`).rejects.toMatchObject({
				message: expect.stringMatching(sentence),
				details: { errno },
			});
		}
		const [missing] = bench.sink.events.filter(({ text }) => text.startsWith('ENOENT (2): There is no folder'));
		expect(missing).toBeDefined();
	},
);

const socat = spawnSync('socat', ['-V']).status === 0 ? undefined : 'socat is not installed';

test.skipIf(socat !== undefined)(`socat is answered${socat ? `: ${socat}` : ''}`, async () => {
	const bench = new TestBench();
	const path = join(folder(), 'socat.sock');
	const { id } = bench.create(server(path));
	await bench.engine.start(id);
	const child = spawn('socat', ['-t', '60', '-', `UNIX-CONNECT:${path}`], { stdio: ['pipe', 'pipe', 'inherit'] });
	let answer = '';
	child.stdout.on('data', (part) => {
		answer += part;
	});
	child.stdin.end('over socat');
	await once(child, 'close');
	expect(answer).toBe('OVER SOCAT');
});
