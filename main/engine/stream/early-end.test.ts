import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as secureConnect } from 'node:tls';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Faults } from '../../../common/contract/config/proxy.ts';
import type { EndpointConfigInput } from '../../../common/endpoints/index.ts';
import { collect, connectTo, startProxy } from '../proxy/proxy.fixture.ts';
import { Peer, runPeer } from '../testing/python.fixture.ts';
import { type Started, TestBench } from '../testing/workbench.fixture.ts';
import { opensslCertificate, testFolder } from '../tls/openssl.fixture.ts';

const run = promisify(execFile);
const lacking = ['socat', 'nc'].filter((program) => spawnSync(program, ['-h']).error !== undefined);
const noPeers = lacking.length === 0 ? '' : `: ${lacking.join(' and ')} not installed`;

/** Ends a process with the test. */
function untilTheTestEnds(child: ChildProcess): void {
	const ended = once(child, 'close');
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await ended;
	});
}

/** A port on which socat runs a command for each connection. */
async function socatServer(command: string): Promise<number> {
	const child = spawn('socat', ['-d', '-d', 'TCP-LISTEN:0,bind=127.0.0.1,fork', `EXEC:${command}`], {
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	untilTheTestEnds(child);
	let said = '';
	// It writes to stderr for as long as it runs.
	for await (const part of child.stderr.iterator({ destroyOnReturn: false })) {
		said += part;
		const [, port] = /listening on AF=2 127\.0\.0\.1:(\d+)/.exec(said) ?? [];
		if (port !== undefined) {
			child.stderr.resume();
			return Number(port);
		}
	}
	throw new Error(`socat ended: ${said}`);
}

const where = ({ local }: Started): string => `${local.address}:${local.port}`;

/** The answers to clients that each send a sentence and end their side at once. */
async function earlyEnds(kind: 'tcp' | 'tls', to: string, sentences: readonly string[]): Promise<unknown[]> {
	return (await runPeer('early_ends', [kind, to, ...sentences])).map((line) => JSON.parse(line));
}

const times = (count: number, text: string): string[] => new Array<string>(count).fill(text);

describe.skipIf(lacking.length > 0)(`through a proxy${noPeers}`, () => {
	test('a client that ends its side at once, without data, gets the answer', async () => {
		const bench = new TestBench();
		const proxy = await startProxy(bench, await socatServer('echo hello'));
		const socat = run('socat', ['-t', '60', 'STDIO', `TCP:${where(proxy)}`]);
		socat.child.stdin?.end();
		// The first client alone: its two connections are 1 and 2.
		expect((await socat).stdout).toBe('hello\n');
		const nc = run('nc', ['-N', proxy.local.address, String(proxy.local.port)]);
		nc.child.stdin?.end();
		expect((await nc).stdout).toBe('hello\n');
		expect(await earlyEnds('tcp', where(proxy), times(10, ''))).toEqual(times(10, 'hello\n'));
		await bench.sink.until(() => bench.engine.connections().length === 0);
		// The client's end and the greeting come from two processes: each passes in its own time, and all before the close.
		const client = bench.sink.story(1).filter((event) => event !== 'note');
		expect(client.filter((event) => event !== 'end in')).toEqual(['open', 'out hello\n', 'end out', 'close']);
		expect(client.slice(0, -1)).toContain('end in');
		const target = bench.sink.story(2);
		expect(target.filter((event) => event !== 'end out')).toEqual(['open', 'in hello\n', 'end in', 'close']);
		expect(target.slice(0, -1)).toContain('end out');
	});

	test('an end directly after the data, delayed by faults, arrives after all of it', async () => {
		const bench = new TestBench();
		const some = { toxicity: 1 };
		const all: Faults[] = [
			{ latency: { delayMs: 30, jitterMs: 10, ...some } },
			{ bandwidth: { bytesPerSecond: 1000, ...some } },
			{ slicer: { averageBytes: 3, variationBytes: 2, delayMs: 1, ...some } },
			{ slowClose: { delayMs: 30, ...some } },
			{ halfOpen: { afterBytes: 100, ...some } },
		];
		const target = await socatServer('cat');
		const proxy = await startProxy(bench, target);
		for (const faults of all) {
			bench.engine.setFaults(proxy.id, undefined, { toTarget: faults, toClient: faults });
			const answers = ['twenty bytes of text', ''].map(async (text) => {
				const client = await connectTo(proxy);
				client.end(text);
				return String(await collect(client));
			});
			expect(await Promise.all(answers)).toEqual(['twenty bytes of text', '']);
		}
	});

	test('ending the client’s side by hand while the target is dialled leaves nothing open', async () => {
		const bench = new TestBench();
		// An address of documentation (RFC 5737), from which nobody answers.
		const proxy = await startProxy(bench, 9, { target: { host: '192.0.2.1', port: 9 } });
		const client = await connectTo(proxy);
		client.end();
		await bench.sink.waitFor(({ kind, direction }) => kind === 'end' && direction === 'in');
		bench.engine.endConnection(1);
		await bench.sink.until(() => bench.engine.connections().length === 0);
		await bench.engine.stop(proxy.id);
		expect(bench.sink.connections.size).toBe(1);
	});
});

describe('with TLS', () => {
	test('a proxy with TLS on either side or on both forwards data of a client and a target that end at once', async () => {
		const folder = testFolder();
		const { cert, key } = opensslCertificate(folder);
		const [plain, secured] = await Promise.all(
			[[], [cert, key]].map(async (args) => Number(await new Peer('greets_and_ends', args).line())),
		);
		const bench = new TestBench({ tlsFolder: folder });
		const targetTls = { verify: false };
		const proxies = await Promise.all([
			startProxy(bench, plain ?? 0, { name: 'front', tls: {} }),
			startProxy(bench, secured ?? 0, { name: 'back', targetTls }),
			startProxy(bench, secured ?? 0, { name: 'both', tls: {}, targetTls }),
		]);
		const answers = proxies.map((proxy, at) => earlyEnds(at === 1 ? 'tcp' : 'tls', where(proxy), times(3, '')));
		expect(await Promise.all(answers)).toEqual(times(3, 'hello').map(() => times(3, 'hello')));
		await bench.sink.until(() => bench.engine.connections().length === 0);
	});

	test('a client of a server that greets and ends receives all of it, and the end', async () => {
		const folder = testFolder();
		const { cert, key } = opensslCertificate(folder);
		const server = new Peer('greets_and_ends', [cert, key]);
		const bench = new TestBench({ tlsFolder: folder });
		const port = Number(await server.line());
		await bench.start({ kind: 'tcp-client', name: 'c', host: '127.0.0.1', port, tls: { verify: false } });
		await bench.sink.waitFor(({ kind }) => kind === 'end');
		expect(bench.sink.story(1).slice(0, 4)).toEqual(['open', 'note', 'in hello', 'end in']);
	});
});

/** The path of a socket in a folder that is removed after the test. */
function socketPath(): string {
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-early-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return join(folder, 's.sock');
}

type ServerInput = Extract<EndpointConfigInput, { kind: 'tcp-server' | 'unix-server' }>;

test.each<['tcp' | 'tls', string, () => ServerInput]>([
	['tcp', 'TCP', () => ({ kind: 'tcp-server', name: 's', port: 0 })],
	['tls', 'TLS', () => ({ kind: 'tcp-server', name: 's', port: 0, tls: {} })],
	['tcp', 'Unix', () => ({ kind: 'unix-server', name: 's', path: socketPath() })],
])(
	'one at a time over %s (%s): clients that ended while they waited are greeted and answered',
	async (kind, _name, config) => {
		const bench = new TestBench({ tlsFolder: testFolder() });
		const responder = {
			onOpen: { reply: { format: 'text' as const, text: 'welcome' }, delayMs: 20 },
			rules: [{ match: { type: 'any' as const }, reply: { format: 'text' as const, text: ', {{data}}' } }],
		};
		const { local } = await bench.start({ ...config(), serve: 'one-at-a-time', responder });
		const to = local.path ?? `${local.address}:${local.port}`;
		// It has the turn until all others wait.
		const place = local.path === undefined ? { host: local.address, port: local.port } : { path: local.path };
		const first = kind === 'tls' ? secureConnect({ ...place, rejectUnauthorized: false }) : connect(place);
		onTestFinished(() => {
			first.destroy();
		});
		await bench.sink.waitFor((event) => event.kind === 'open');
		const answers = earlyEnds(kind, to, ['', 'Ann', '', 'Bob']);
		const waiting = () => bench.sink.events.filter(({ text }) => text.startsWith('One at a time: it waits')).length;
		await bench.sink.until(() => waiting() === 4);
		first.destroy();
		expect(await answers).toEqual(['welcome', 'welcome, Ann', 'welcome', 'welcome, Bob']);
		await bench.sink.until(() => bench.engine.connections().length === 0);
	},
);

describe("after an upstream proxy's answer with the greeting and the end in one segment", () => {
	const socksAnswer = Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 80]);
	const httpAnswer = Buffer.from('HTTP/1.1 200 OK\r\n\r\n');
	test.each([
		['socks5', 'hello'],
		['socks5', ''],
		['http', 'hello'],
		['http', ''],
	] as const)('%s, "%s"', async (type, greets) => {
		const proxy = createServer({ allowHalfOpen: true }, (socket) => {
			let greeted = type === 'http';
			socket.on('error', () => undefined);
			socket.on('data', () => {
				if (greeted) socket.end(Buffer.concat([type === 'http' ? httpAnswer : socksAnswer, Buffer.from(greets)]));
				else socket.write(Uint8Array.of(5, 0));
				greeted = true;
			});
		});
		onTestFinished(() => {
			proxy.close();
		});
		proxy.listen(0, '127.0.0.1');
		await once(proxy, 'listening');
		const address = proxy.address();
		if (address === null || typeof address === 'string') throw new TypeError('The proxy has no port.');
		const bench = new TestBench();
		const via = { type, host: '127.0.0.1', port: address.port };
		await bench.start({ kind: 'tcp-client', name: 'c', host: '127.0.0.1', port: 80, via });
		await bench.sink.waitFor(({ kind }) => kind === 'close');
		const story = bench.sink.story(1).filter((event) => event !== 'note');
		expect(story).toEqual(['open', ...(greets === '' ? [] : ['in hello']), 'end in', 'end out', 'close']);
	});
});
