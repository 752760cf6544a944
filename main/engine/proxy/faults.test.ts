import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ProxyFaults } from '../../../common/contract/config/proxy.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { collect, failure, hear, type ProxyInput, proxied } from './proxy.fixture.ts';

type Way = Partial<ProxyFaults['toTarget']>;
const any = { toxicity: 1 };
const toTarget = (faults: Way): ProxyFaults => ({ toTarget: faults, toClient: {} });
const zeros = (length: number): Buffer => Buffer.alloc(length);

/** Returns what arrives at the target when a client sends and then ends, through a proxy with these settings. */
async function arrives(settings: ProxyInput, ...parts: readonly (string | Buffer)[]): Promise<Buffer> {
	const { client, there } = await proxied(new TestBench(), settings);
	for (const part of parts) client.write(part);
	client.end();
	return collect(there);
}

const lines = (count: number): string => Array.from({ length: count }, (_, i) => `line ${i}\n`).join('');
const byLine = { framing: { type: 'line' as const } };

describe('faults of messages', () => {
	test('drop, duplicate and corrupt repeat their effects in another run with the same seed', async () => {
		const faults = toTarget({
			drop: { probability: 0.2, ...any },
			duplicate: { probability: 0.2, ...any },
			corrupt: { probability: 0.02, per: 'byte', ...any },
		});
		const sent = lines(300);
		const [one, again, other] = await Promise.all([
			arrives({ ...byLine, faults, seed: 7 }, sent),
			// Split elsewhere: the messages are the same ones.
			arrives({ ...byLine, faults, seed: 7 }, sent.slice(0, 1001), sent.slice(1001)),
			arrives({ ...byLine, faults, seed: 8 }, sent),
		]);
		expect(again).toEqual(one);
		expect(other).not.toEqual(one);
		expect(one).not.toEqual(Buffer.from(sent));
	});

	test('drop: no message arrives; duplicate: each arrives twice', async () => {
		expect(String(await arrives({ ...byLine, faults: toTarget({ drop: { probability: 1, ...any } }) }, 'a\nb\n'))).toBe(
			'',
		);
		const faults = toTarget({ duplicate: { probability: 1, ...any } });
		expect(String(await arrives({ ...byLine, faults }, 'a\nb\n'))).toBe('a\na\nb\nb\n');
	});

	test('corrupt bytes differ in one bit each, and the capture has both the received and the sent ones', async () => {
		const bench = new TestBench();
		const faults = toTarget({ corrupt: { probability: 1, per: 'byte', ...any } });
		const { client, there } = await proxied(bench, { faults });
		client.end(zeros(1000));
		const came = await collect(there);
		expect(came).toHaveLength(1000);
		for (const byte of came) expect(Math.log2(byte) % 1).toBe(0);
		expect(bench.sink.bytes(1, 'in')).toEqual(zeros(1000));
		expect(bench.sink.bytes(2, 'out')).toEqual(came);
	});

	test('applied faults are reported: the first time, in the state, and at the close', async () => {
		const bench = new TestBench();
		const faults = toTarget({ drop: { probability: 1, ...any } });
		const { client, there } = await proxied(bench, { ...byLine, faults });
		client.write('a\nb\nc\n');
		await bench.sink.waitFor(({ kind, text }) => kind === 'note' && text.includes('for the first time'));
		expect(bench.engine.connection(1)?.proxy).toEqual({ side: 'client', other: 2, ordinal: 1, applied: { drop: 3 } });
		expect(bench.engine.connection(2)?.proxy).toEqual({ side: 'target', other: 1, ordinal: 1, applied: {} });
		there.end();
		client.end();
		await bench.sink.waitFor(({ text }) => text === 'Faults on the way to the target: drop 3.');
		await bench.sink.until(() => bench.engine.connections().length === 0);
	});
});

describe('faults of time', () => {
	test('latency: no message arrives before its time, and all arrive in order', async () => {
		const { client, there } = await proxied(new TestBench(), {
			...byLine,
			faults: toTarget({ latency: { delayMs: 150, jitterMs: 50, ...any } }),
		});
		const begin = performance.now();
		client.end(lines(50));
		expect(String(await collect(there))).toBe(lines(50));
		expect(performance.now() - begin).toBeGreaterThan(99);
	});

	test('latency that is switched off releases waiting messages', async () => {
		const bench = new TestBench();
		const { client, there, id } = await proxied(bench, {
			faults: toTarget({ latency: { delayMs: 86_400_000, jitterMs: 0, ...any } }),
		});
		client.write('late');
		await bench.sink.waitFor(({ text }) => text === 'late');
		bench.engine.setFaults(id, undefined, toTarget({}));
		expect(await hear(there, 4)).toBe('late');
	});

	test('bandwidth: a number of bytes takes the expected time', async () => {
		const { client, there } = await proxied(new TestBench(), {
			faults: toTarget({ bandwidth: { bytesPerSecond: 100_000, ...any } }),
		});
		const begin = performance.now();
		client.end(zeros(30_000));
		expect(await collect(there)).toEqual(zeros(30_000));
		expect(performance.now() - begin).toBeGreaterThan(295);
	});

	test('slicer: bytes are sent in slices, each with its delay', async () => {
		const bench = new TestBench();
		const faults = toTarget({ slicer: { averageBytes: 10, variationBytes: 5, delayMs: 5, ...any } });
		const { client, there } = await proxied(bench, { faults });
		const begin = performance.now();
		client.end(zeros(200));
		expect(await collect(there)).toHaveLength(200);
		expect(performance.now() - begin).toBeGreaterThan(50);
		const out = bench.sink.events.filter(
			({ kind, direction, connection }) => kind === 'data' && direction === 'out' && connection === 2,
		);
		expect(out.length).toBeGreaterThan(12);
		for (const { text } of out) expect(text.length).toBeLessThanOrEqual(15);
	});

	test('slow close: the end arrives later than the data before it', async () => {
		const { client, there } = await proxied(new TestBench(), {
			faults: toTarget({ slowClose: { delayMs: 200, ...any } }),
		});
		const begin = performance.now();
		client.end('last');
		expect(await hear(there, 4)).toBe('last');
		await once(there.resume(), 'end');
		expect(performance.now() - begin).toBeGreaterThan(195);
	});

	test('close after a time closes both sides', async () => {
		const { client, there } = await proxied(new TestBench(), { faults: toTarget({ closeAfter: { ms: 50, ...any } }) });
		await Promise.all([collect(client), collect(there)]);
	});

	test('timeout: no data passes, then both sides are closed', async () => {
		const bench = new TestBench();
		const { client, there, id } = await proxied(bench);
		// First an hour, then zero once the other direction is proved to work: on a busy machine that may take longer than a short timeout.
		bench.engine.setFaults(id, undefined, toTarget({ timeout: { ms: 3_600_000, ...any } }));
		client.write('lost');
		there.write('heard');
		expect(await hear(client, 5)).toBe('heard');
		await bench.sink.waitFor(({ text }) => text === 'lost');
		bench.engine.setFaults(id, undefined, toTarget({ timeout: { ms: 50, ...any } }));
		expect(String(await collect(client))).toBe('');
		expect(String(await collect(there))).toBe('');
	});
});

describe('faults that end', () => {
	test('limit data: exactly that many bytes arrive, then both sides are closed', async () => {
		const { client, there } = await proxied(new TestBench(), {
			faults: toTarget({ limitData: { bytes: 1000, ...any } }),
		});
		client.write(zeros(5000));
		expect(await collect(there)).toEqual(zeros(1000));
		await collect(client);
	});

	test('reset after bytes: exactly that many arrive, then both sides are reset', async () => {
		const bench = new TestBench();
		const { client, there } = await proxied(bench, {
			faults: toTarget({ reset: { afterBytes: 1000, afterMs: 0, ...any } }),
		});
		const came: Buffer[] = [];
		there.on('data', (chunk) => came.push(chunk));
		client.write(zeros(5000));
		for (const socket of [client, there]) expect(await failure(socket)).toMatchObject({ code: 'ECONNRESET' });
		expect(Buffer.concat(came)).toEqual(zeros(1000));
		await bench.sink.until(() => bench.engine.connections().length === 0);
	});

	test('reset after a time, also for a silent connection', async () => {
		const { client, there } = await proxied(new TestBench(), {
			faults: toTarget({ reset: { afterBytes: 0, afterMs: 50, ...any } }),
		});
		for (const socket of [client, there]) expect(await failure(socket)).toMatchObject({ code: 'ECONNRESET' });
	});

	test("half open: after that many bytes the target receives neither the client's data nor its end", async () => {
		const bench = new TestBench();
		const { client, there } = await proxied(bench, { faults: toTarget({ halfOpen: { afterBytes: 4, ...any } }) });
		client.write('heard and not');
		expect(await hear(there, 4)).toBe('hear');
		client.resetAndDestroy();
		await bench.sink.waitFor(({ kind, connection }) => kind === 'close' && connection === 1);
		expect(bench.engine.connection(2)?.status).toBe('open');
		expect(there.readableEnded).toBe(false);
		there.end();
		await bench.sink.waitFor(({ kind, connection }) => kind === 'close' && connection === 2);
	});
});

describe('changing while it runs', () => {
	test('for all connections, and for one of them, which uses the common ones again in the end', async () => {
		const bench = new TestBench();
		const first = await proxied(bench, byLine);
		const second = await first.another();
		const dropAll = toTarget({ drop: { probability: 1, ...any } });
		bench.engine.setFaults(first.id, 2, dropAll);
		expect(bench.engine.connection(1)?.proxy?.faults).toEqual(dropAll);
		first.client.write('dropped\n');
		second.client.write('two\n');
		expect(await hear(second.there, 4)).toBe('two\n');
		await bench.sink.until(() => bench.engine.connection(1)?.proxy?.applied.drop === 1);
		bench.engine.setFaults(first.id, undefined, toTarget({ duplicate: { probability: 1, ...any } }));
		second.client.write('both\n');
		expect(await hear(second.there, 10)).toBe('both\nboth\n');
		bench.engine.setFaults(first.id, 1, undefined);
		expect(bench.engine.connection(1)?.proxy?.faults).toBeUndefined();
		first.client.write('twice\n');
		expect(await hear(first.there, 12)).toBe('twice\ntwice\n');
	});

	test('a message that was passed on in part is completed', async () => {
		const bench = new TestBench();
		const { client, there, id } = await proxied(bench, byLine);
		client.write('start ');
		expect(await hear(there, 6)).toBe('start ');
		bench.engine.setFaults(id, undefined, toTarget({ drop: { probability: 1, ...any } }));
		client.end('and ended\ndropped\n');
		expect(String(await collect(there))).toBe('and ended\n');
	});

	test('toxicity: some connections have it, the same ones in the next run', async () => {
		const faults = toTarget({ drop: { probability: 1, toxicity: 0.5 } });
		const run = async (): Promise<string[]> => {
			const first = await proxied(new TestBench(), { faults, seed: 3 });
			const all = [first];
			for (let i = 0; i < 11; i++) all.push(await first.another());
			return Promise.all(
				all.map(({ client, there }) => {
					client.end('x');
					return collect(there).then(String);
				}),
			);
		};
		const outcome = await run();
		expect(new Set(outcome)).toEqual(new Set(['', 'x']));
		expect(await run()).toEqual(outcome);
	});

	test('a non-proxy, a foreign connection, or an unsupported fault is refused', async () => {
		const bench = new TestBench();
		const { id } = await proxied(bench);
		const server = bench.create({ kind: 'tcp-server', name: 's', port: 0 });
		const refusal = (code: string) => expect.objectContaining({ code });
		expect(() => bench.engine.setFaults(server.id, undefined, toTarget({}))).toThrow(refusal('wrong-state'));
		expect(() => bench.engine.setFaults(id, 99, toTarget({}))).toThrow(refusal('not-found'));
		const reorder = toTarget({ reorder: { probability: 1, distance: 1, ...any } });
		expect(() => bench.engine.setFaults(id, undefined, reorder)).toThrow(refusal('bad-input'));
	});
});

describe('rewriting', () => {
	test('in both directions, messages across several reads, with their length heads', async () => {
		const rule = (from: string, to: string) => ({
			match: { type: 'contains' as const, pattern: { format: 'text' as const, text: from } },
			replace: { format: 'text' as const, text: to },
			scope: 'matches' as const,
		});
		const { client, there } = await proxied(new TestBench(), {
			framing: { type: 'length', size: 2 },
			framingOut: { type: 'line' },
			rewrite: { toTarget: [rule('cat', 'horse')], toClient: [rule('horse', 'cat')] },
		});
		client.write('\0\x06a c');
		client.end('ats');
		expect(String(await collect(there))).toBe('\0\x08a horses');
		there.end('horse!\nhors');
		expect(String(await collect(client))).toBe('cat!\nhors');
	});
});

describe('back-pressure', () => {
	test('a target that does not read pauses the client; all arrives when it reads again', async () => {
		const bench = new TestBench();
		const { client, there } = await proxied(bench);
		const total = 32 * 1024 * 1024;
		client.end(zeros(total));
		// Held back: both kernels and the proxy buffer far less than everything.
		await new Promise<void>((resolve) => {
			let last = -1;
			const timer = setInterval(() => {
				const now = bench.engine.connection(1)?.bytesIn ?? 0;
				if (now === last && now > 0) resolve(clearInterval(timer));
				last = now;
			}, 300);
			onTestFinished(() => clearInterval(timer));
		});
		const { bytesIn = 0 } = bench.engine.connection(1) ?? {};
		const { bytesOut = 0, pending = 0 } = bench.engine.connection(2) ?? {};
		expect(bytesIn).toBeLessThan(total);
		expect(bytesIn - bytesOut).toBe(pending);
		expect(pending).toBeLessThan(512 * 1024);
		expect((await collect(there)).length).toBe(total);
	});

	test('a capture that is behind pauses both', async () => {
		const bench = new TestBench();
		const { client, there } = await proxied(bench);
		bench.sink.saturated = true;
		client.write('first');
		await bench.sink.waitFor(({ text }) => text === 'first');
		client.end('second');
		there.write('answer');
		await bench.sink.waitFor(({ text }) => text === 'answer');
		expect(bench.sink.bytes(1, 'in').toString()).toBe('first');
		bench.sink.relieve();
		expect(String(await collect(there))).toBe('firstsecond');
	});
});
