import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { proxyFaultsSchema } from '../../../common/contract/config/proxy.ts';
import type { EndpointConfigInput } from '../../../common/endpoints/index.ts';
import { Peer } from '../testing/python.fixture.ts';
import { type Started, TestBench } from '../testing/workbench.fixture.ts';

type Input = Partial<Extract<EndpointConfigInput, { kind: 'udp-proxy' }>>;
const faults = (toTarget: object, toClient: object = {}) => proxyFaultsSchema.parse({ toTarget, toClient });
const NONE = faults({});

async function socket(): Promise<Socket> {
	const one = createSocket('udp4');
	one.bind(0, '127.0.0.1');
	await once(one, 'listening');
	onTestFinished(() => {
		one.close();
	});
	return one;
}

function startProxy(bench: TestBench, port: number, more: Input = {}): Promise<Started> {
	return bench.start({ kind: 'udp-proxy', name: 'proxy', port: 0, target: { host: '127.0.0.1', port }, ...more });
}

/** A target that records its datagrams, a client, and a proxy between them. */
async function proxied(more: Input = {}) {
	const bench = new TestBench();
	const target = await socket();
	const client = await socket();
	const { id, local } = await startProxy(bench, target.address().port, more);
	const came: Buffer[] = [];
	target.on('message', (bytes) => {
		came.push(bytes);
	});
	const say = (text: string | Uint8Array) => client.send(text, local.port, local.address);
	/** The datagrams received before a text that is sent now, after all faults are switched off. */
	const upTo = async (text: string): Promise<string[]> => {
		bench.engine.setFaults(id, undefined, NONE);
		const last = new Promise<void>((resolve) => {
			target.on('message', (bytes) => String(bytes) === text && resolve());
		});
		say(text);
		await last;
		return came.map(String).slice(0, -1);
	};
	const received = (count: number) =>
		bench.sink.until(
			() => bench.sink.events.filter((one) => one.connection === 1 && one.direction === 'in').length >= count,
		);
	return { bench, id, local, target, client, say, upTo, came, received };
}

describe('between Python programs', () => {
	test('each client has a port of its own at the target, gets its own answers, and both halves are in the capture', async () => {
		const bench = new TestBench();
		const server = new Peer('udp_upper', ['4']);
		const proxy = await startProxy(bench, Number(await server.line()));
		const clients = ['one', 'two'].map((name) => new Peer('udp_asker', [...proxy.args, `${name} 1`, `${name} 2`]));
		expect(await clients[0]?.rest()).toEqual(['ONE 1', 'ONE 2']);
		expect(await clients[1]?.rest()).toEqual(['TWO 1', 'TWO 2']);
		const sources = (await server.rest()).map((line) => line.split(' ')[0]);
		expect(new Set(sources).size).toBe(2);

		const halves = [...bench.sink.connections.values()];
		expect(halves.map(({ role }) => role).sort()).toEqual(['accepted', 'accepted', 'opened', 'opened']);
		for (const half of bench.engine.connections()) {
			const other = half.proxy?.other ?? 0;
			const texts = (direction: 'in' | 'out', id: number) => String(bench.sink.bytes(id, direction));
			expect(texts('in', half.id)).toBe(texts('out', other));
			if (half.proxy?.side === 'target') expect(sources).toContain(String(half.local.port));
		}
		await bench.engine.stop(proxy.id);
		expect(bench.engine.connections()).toEqual([]);
	});
});

test("a target where nobody listens: the refusal is an event of its half and the endpoint's error", async () => {
	const bench = new TestBench();
	const gone = createSocket('udp4').bind(0, '127.0.0.1');
	await once(gone, 'listening');
	const { port } = gone.address();
	const closed = once(gone, 'close');
	gone.close();
	await closed;
	const { id, local } = await startProxy(bench, port);
	const client = await socket();
	client.send('anyone?', local.port, local.address);
	const event = await bench.sink.waitFor(({ kind }) => kind === 'error');
	expect(event.text).toMatch(/^ECONNREFUSED \(111\): Nothing listens on/);
	expect(bench.sink.connections.get(event.connection)).toMatchObject({ role: 'opened', remote: { port } });
	expect(bench.engine.endpoint(id)).toMatchObject({ status: 'open', error: { code: 'refused' } });
});

describe('faults', () => {
	test('the same seed has the same effects, another one has others', async () => {
		const wild = faults({
			drop: { probability: 0.2 },
			duplicate: { probability: 0.2 },
			corrupt: { probability: 0.3, per: 'message' },
			reorder: { probability: 0.2, distance: 3 },
		});
		const run = async (seed: number) => {
			const { say, upTo, received } = await proxied({ faults: wild, seed });
			for (let i = 0; i < 200; i++) say(`datagram ${i}`);
			await received(200);
			return upTo('last');
		};
		const [one, again, other] = await Promise.all([run(7), run(7), run(8)]);
		expect(again).toEqual(one);
		expect(other).not.toEqual(one);
		expect(new Set(one).size).toBeGreaterThan(100);
	});

	test('reorder: one is sent after that many others', async () => {
		const { bench, id, say, upTo, received } = await proxied({
			faults: faults({ reorder: { probability: 1, distance: 2 } }),
		});
		say('late');
		await received(1);
		bench.engine.setFaults(id, undefined, faults({ reorder: { probability: 0, distance: 2 } }));
		for (const text of ['a', 'b', 'c']) say(text);
		await received(4);
		expect(await upTo('last')).toEqual(['a', 'b', 'late', 'c']);
	});

	test('latency and bandwidth take their time, and may be switched off meanwhile', async () => {
		const { bench, id, say, target, upTo, received } = await proxied({ faults: faults({ latency: { delayMs: 200 } }) });
		const began = performance.now();
		const first = once(target, 'message');
		say('slow');
		await first;
		expect(performance.now() - began).toBeGreaterThan(195);
		bench.engine.setFaults(id, undefined, faults({ bandwidth: { bytesPerSecond: 5000 } }));
		const start = performance.now();
		for (let i = 0; i < 3; i++) say(Buffer.alloc(500));
		await bench.sink.until(() => bench.sink.bytes(2, 'out').length >= 4 + 1500);
		expect(performance.now() - start).toBeGreaterThan(250);
		bench.engine.setFaults(id, undefined, faults({ latency: { delayMs: 3_600_000 } }));
		say('would come in an hour');
		await received(5);
		expect((await upTo('last')).at(-1)).toBe('would come in an hour');
	});

	test('after that many bytes nothing is passed on, until the fault is switched off; the counts have the drops', async () => {
		const { bench, id, say, upTo, received } = await proxied({ faults: faults({ limitData: { bytes: 8 } }) });
		for (const text of ['1234', '5678', '9', 'x']) say(text);
		await received(4);
		const half = bench.engine.connections().find(({ proxy }) => proxy?.side === 'client');
		expect(half?.proxy?.applied).toEqual({ limitData: 2 });
		expect(await upTo('last')).toEqual(['1234', '5678']);
		await bench.engine.stop(id);
		const totals = bench.sink.events.find(({ text }) => text === 'Faults on the way to the target: limitData 2.');
		expect(totals?.connection).toBe(1);
	});

	test('for one client alone: the others continue as before', async () => {
		const { bench, id, local, say, target, received } = await proxied();
		const first = once(target, 'message');
		say('first');
		await first;
		bench.engine.setFaults(id, 1, faults({ drop: { probability: 1 } }));
		expect(bench.engine.connection(1)?.proxy?.faults?.toTarget.drop?.probability).toBe(1);
		say('lost');
		await received(2);
		const other = await socket();
		const came = once(target, 'message');
		other.send('other', local.port, local.address);
		expect(String((await came)[0])).toBe('other');
		expect(bench.sink.bytes(2, 'out').toString()).toBe('first');
		bench.engine.setFaults(id, 1, undefined);
		expect(bench.engine.connection(1)?.proxy?.faults).toBeUndefined();
	});

	test('a fault of streams is refused', async () => {
		const bench = new TestBench();
		const slicer = faults({ slicer: { averageBytes: 1 } });
		const config = {
			kind: 'udp-proxy',
			name: 'p',
			port: 0,
			target: { host: '127.0.0.1', port: 9 },
			faults: slicer,
		} as const;
		expect(() => bench.create(config)).toThrow('The fault slicer is for streams.');
	});

	test('closeAfter closes both halves; the next datagram of the client is that of a new one', async () => {
		const { bench, id, say } = await proxied({ faults: faults({ closeAfter: { ms: 20 } }) });
		say('a');
		await bench.sink.until(() => bench.sink.events.filter(({ kind }) => kind === 'close').length === 2);
		bench.engine.setFaults(id, undefined, NONE);
		say('b');
		await bench.sink.waitFor(({ connection, text }) => connection === 4 && text === 'b');
		expect(bench.engine.connection(3)?.proxy).toMatchObject({ ordinal: 2, other: 4 });
	});
});

test('rules change datagrams in transit', async () => {
	const rule = {
		match: { type: 'contains', pattern: { format: 'text', text: 'cat' } },
		replace: { format: 'text', text: 'dog' },
		scope: 'matches',
	} as const;
	const { say, upTo, received } = await proxied({ rewrite: { toTarget: [rule], toClient: [] } });
	say('my cat');
	await received(1);
	expect(await upTo('last')).toEqual(['my dog']);
});

test('a silent client is removed', async () => {
	const { bench, say } = await proxied({ idleMs: 50 });
	say('a');
	await bench.sink.until(() => bench.sink.events.filter(({ kind }) => kind === 'close').length === 2);
	expect(bench.sink.events.some(({ text }) => text.startsWith('Nothing came or went for 50 ms'))).toBe(true);
});

test('rules are in the charset that the proxy has at the time', async () => {
	const text = (written: string) => ({ format: 'text', text: written }) as const;
	const rule = { match: { type: 'contains', pattern: text('你') }, replace: text('您'), scope: 'matches' } as const;
	const { bench, id, say, upTo, received, came } = await proxied({ rewrite: { toTarget: [rule], toClient: [] } });
	const [you, polite] = [Uint8Array.of(0xc4, 0xe3), Uint8Array.of(0xc4, 0xfa)];
	say(you);
	await received(1);
	bench.engine.setCharset(id, 'gbk');
	say(you);
	await received(2);
	await upTo('last');
	expect(came.slice(0, 2)).toEqual([Buffer.from(you), Buffer.from(polite)]);
});
