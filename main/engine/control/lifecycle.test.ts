import { once } from 'node:events';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import { describe, expect, onTestFinished, test } from 'vitest';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { hex, Peer, runPeer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

const server = { kind: 'tcp-server', name: 'server', port: 0 } as const;

describe('starting and stopping', () => {
	test('create, start, stop and remove, as shown in the state', async () => {
		const bench = new TestBench();
		const made = bench.create(server);
		expect(made).toMatchObject({ status: 'stopped', connections: 0 });
		expect(made.local).toBeUndefined();
		const started = await bench.engine.start(made.id);
		expect(started).toMatchObject({ status: 'open', local: { address: '127.0.0.1' } });
		expect(bench.sink.events).toMatchObject([{ kind: 'listening', text: `127.0.0.1:${started.local?.port}` }]);
		await expect(bench.engine.start(made.id)).rejects.toMatchObject({ code: 'wrong-state' });
		expect(() => bench.engine.update(made.id, made.config)).toThrow(expect.objectContaining({ code: 'wrong-state' }));
		await bench.engine.stop(made.id);
		await bench.engine.stop(made.id);
		expect(bench.engine.endpoint(made.id)).toMatchObject({ status: 'stopped' });
		await bench.engine.remove(made.id);
		expect(bench.engine.endpoints()).toEqual([]);
		await expect(bench.engine.start(made.id)).rejects.toMatchObject({ code: 'not-found' });
	});

	test('a server that has just served clients starts again at once on the same port', async () => {
		const bench = new TestBench();
		const first = await bench.preset('greeting');
		await runPeer('tcp_read_all', first.args);
		const open = connect(first.local.port, first.local.address);
		onTestFinished(() => {
			open.destroy();
		});
		await once(open.resume(), 'end');
		await bench.engine.stop(first.id);
		const config = bench.engine.endpoint(first.id)?.config;
		if (config?.kind !== 'tcp-server') throw new Error('It is a server.');
		bench.engine.update(first.id, { ...config, port: first.local.port });
		expect((await bench.engine.start(first.id)).local).toEqual(first.local);
		expect(await runPeer('tcp_read_all', first.args)).toEqual([hex('thank you for connecting')]);
		expect(bench.sink.endpoints.length).toBe(2);
	});

	test('endpoints that are stopped together close before they read the end of each other', async () => {
		const bench = new TestBench();
		const served = await bench.start(server);
		const { address: host, port } = served.local;
		const { id } = bench.create({ kind: 'tcp-client', name: 'client', host, port });
		await bench.engine.start(id);
		await expect.poll(() => bench.engine.connections().length).toBe(2);
		await bench.engine.stopAll([id, 'gone', served.id]);
		const ends = bench.sink.events.filter(({ kind }) => kind === 'end');
		expect(ends.map(({ direction }) => direction)).toEqual(['out', 'out']);
		expect(ends.map(({ text }) => text)).toEqual(Array(2).fill('We closed the connection (FIN).'));
	});

	test('a start during a stop waits for it', async () => {
		const bench = new TestBench();
		const { id } = await bench.start(server);
		const stopping = bench.engine.stop(id);
		expect(bench.engine.endpoint(id)?.status).toBe('stopping');
		expect((await bench.engine.start(id)).status).toBe('open');
		await stopping;
	});

	test('a stop during a start ends it', async () => {
		const bench = new TestBench();
		for (const config of [
			server,
			{ kind: 'udp', name: 'socket' },
			{ kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 1 },
		] as const) {
			const { id } = bench.create(config);
			const starting = expect(bench.engine.start(id)).rejects.toMatchObject({ code: 'wrong-state' });
			await Promise.resolve();
			await bench.engine.stop(id);
			await starting;
			expect(bench.engine.endpoint(id)).toMatchObject({ status: 'stopped' });
			expect(bench.engine.endpoint(id)?.local).toBeUndefined();
		}
		expect(bench.sink.events).toEqual([]);
	});

	test('stop is immediate under load, and every connection has its close event', async () => {
		const bench = new TestBench();
		const { id, args } = await bench.preset('class-tcp');
		const peers = [1, 2, 3].map(() => new Peer('endless_sender', args));
		await bench.sink.until(
			() => (bench.engine.endpoint(id)?.bytesIn ?? 0) > 1024 * 1024 && bench.sink.connections.size === 3,
		);
		await bench.engine.stop(id);
		expect([1, 2, 3].map((connection) => bench.sink.story(connection).at(-1))).toEqual(['close', 'close', 'close']);
		expect(bench.engine.endpoint(id)).toMatchObject({ status: 'stopped', connections: 0 });
		for (const peer of peers) await peer.kill();
	});

	test('a config that does not compile is refused with its path and position', () => {
		const bench = new TestBench();
		const reply = { format: 'text' as const, text: 'a{{what}}' };
		const config = endpointConfigSchema.parse({ ...server, responder: { rules: [{ match: { type: 'any' }, reply }] } });
		const refused = expect.objectContaining({
			code: 'bad-input',
			details: expect.objectContaining({ path: 'responder.rules[0].reply', position: 3 }),
		});
		expect(() => bench.engine.create(config)).toThrow(refused);
		const { id } = bench.create(server);
		expect(() => bench.engine.update(id, config)).toThrow(refused);
		expect(bench.engine.endpoints()).toMatchObject([{ config: { responder: { rules: [] } } }]);
	});
});

describe('what cannot start', () => {
	test.each(['tcp', 'udp'] as const)(
		'a %s port that another program holds: its pid and name, and a free port',
		async (protocol) => {
			const bench = new TestBench();
			const holder = new Peer('port_holder', [protocol]);
			const port = Number(await holder.line());
			const { id } = bench.create({ ...(protocol === 'tcp' ? server : { kind: 'udp', name: 'socket' }), port });
			const error = await bench.engine.start(id).then(
				() => undefined,
				(thrown: unknown) => thrown,
			);
			const { pid } = holder.process;
			const owner = {
				address: '127.0.0.1',
				port,
				pid,
				process: expect.stringContaining('python'),
				user: userInfo().username,
			};
			expect(error).toMatchObject({
				code: 'address-in-use',
				message: expect.stringMatching(
					new RegExp(`^Port ${port} on 127.0.0.1 is in use by python\\S* \\(pid ${pid}\\)\\.$`),
				),
				details: { errno: 'EADDRINUSE', errnoNumber: 98, owners: [owner] },
			});
			const state = bench.engine.endpoint(id);
			expect(state).toMatchObject({ status: 'failed', error: { code: 'address-in-use' } });
			expect(bench.sink.events).toMatchObject([{ kind: 'error', connection: 0 }]);
			bench.engine.update(id, endpointConfigSchema.parse({ ...state?.config, port: state?.error?.details.freePort }));
			expect(await bench.engine.start(id)).toMatchObject({
				status: 'open',
				local: { port: state?.error?.details.freePort },
			});
		},
	);

	test('a port that an endpoint of ours holds names that endpoint', async () => {
		const bench = new TestBench();
		const holder = await bench.start({ ...server, host: '0.0.0.0' });
		const { id } = bench.create({ ...server, port: holder.local.port });
		await expect(bench.engine.start(id)).rejects.toMatchObject({
			code: 'address-in-use',
			details: { owners: [{ endpoint: holder.id, pid: process.pid, address: '0.0.0.0' }] },
		});
		bench.engine.dismissError(id);
		expect(bench.engine.endpoint(id)).toMatchObject({ status: 'stopped' });
		expect(bench.engine.endpoint(id)?.error).toBeUndefined();
	});

	test('an address that is not of this machine', async () => {
		const bench = new TestBench();
		const { id } = bench.create({ ...server, host: '192.0.2.1' });
		await expect(bench.engine.start(id)).rejects.toMatchObject({
			code: 'address-not-available',
			details: { errno: 'EADDRNOTAVAIL', errnoNumber: 99, hint: expect.stringContaining('127.0.0.1') },
		});
	});

	test('a refused connection: errno name and number, and what to check', async () => {
		const bench = new TestBench();
		const gone = await bench.start(server);
		await bench.engine.stop(gone.id);
		const { id } = bench.create({ kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: gone.local.port });
		await expect(bench.engine.start(id)).rejects.toMatchObject({
			code: 'refused',
			message: `Nothing listens on 127.0.0.1:${gone.local.port}: it refused.`,
			details: {
				errno: 'ECONNREFUSED',
				errnoNumber: 111,
				port: gone.local.port,
				hint: expect.stringContaining('Check'),
			},
		});
		expect(bench.engine.endpoint(id)).toMatchObject({ status: 'failed', error: { code: 'refused' } });
		expect(bench.sink.events.at(-1)).toMatchObject({ kind: 'error', connection: 0 });
		expect(bench.sink.events.at(-1)?.text).toMatch(/^ECONNREFUSED \(111\): /);
	});

	test('a server that does not answer: our timeout applies', async () => {
		const bench = new TestBench();
		const listener = new Peer('full_listener', []);
		const port = Number(await listener.line());
		const config = { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port, connectTimeoutMs: 60 } as const;
		const { id } = bench.create(config);
		await expect(bench.engine.start(id)).rejects.toMatchObject({
			code: 'timeout',
			details: { errno: 'ETIMEDOUT', errnoNumber: 110 },
		});
		expect(bench.engine.endpoint(id)).toMatchObject({ status: 'failed', error: { code: 'timeout' } });
	});

	test('a name without an address', async () => {
		const bench = new TestBench();
		const { id } = bench.create({ kind: 'tcp-client', name: 'client', host: 'no.such.name.invalid', port: 80 });
		await expect(bench.engine.start(id)).rejects.toMatchObject({ code: 'name-not-found' });
	});
});

describe('what the state says', () => {
	test('changes are reported once until they are taken, with their ids', async () => {
		const bench = new TestBench();
		let reported = 0;
		bench.engine.onChange(() => {
			reported++;
		});
		const started = await bench.preset('upper-echo');
		expect(reported).toBe(1);
		expect(bench.engine.takeChanges().endpoints).toEqual(new Set([started.id]));
		await runPeer('tcp_client', [...started.args, hex('abc')]);
		await bench.sink.waitFor((event) => event.kind === 'close');
		expect(reported).toBe(2);
		expect(bench.engine.takeChanges()).toEqual({ endpoints: new Set([started.id]), connections: new Set([1]) });
		expect(bench.engine.takeChanges()).toEqual({ endpoints: new Set(), connections: new Set() });
		expect(bench.engine.endpoint(started.id)).toMatchObject({ bytesIn: 3, bytesOut: 3, connections: 0 });
	});

	test('rates follow the traffic, return to zero, and then nothing changes any more', async () => {
		const bench = new TestBench();
		const started = await bench.preset('upper-echo');
		await runPeer('tcp_client', [...started.args, hex('abc')]);
		await bench.sink.waitFor((event) => event.kind === 'close');
		const rates: number[] = [];
		await new Promise<void>((resolve) => {
			const look = (): void => {
				bench.engine.takeChanges();
				const rate = bench.engine.endpoint(started.id)?.rateIn ?? 0;
				if (rate > 0 || rates.length > 0) rates.push(rate);
				if (rates.length > 0 && rate === 0) resolve();
			};
			bench.engine.onChange(look);
			look();
		});
		// Less than the 3 bytes only where this process was late to look.
		expect(rates[0]).toBeGreaterThanOrEqual(1);
		expect(rates[0]).toBeLessThanOrEqual(3);
		expect(bench.engine.endpoint(started.id)).toMatchObject({ rateIn: 0, rateOut: 0, eventRate: 0 });
	});

	test('a client to a server of the same engine is mirrored, also through a wildcard; to another program it is not', async () => {
		const bench = new TestBench();
		const server4 = await bench.start({ ...server, host: '0.0.0.0' });
		const server6 = await bench.start({ ...server, host: '::' });
		const other = new Peer('echo_server', ['1', '']);
		const ports = [server4.local.port, server6.local.port, Number(await other.line())];
		for (const port of ports) await bench.start({ kind: 'tcp-client', name: 'client', host: '127.0.0.1', port });
		await bench.sink.until(() => bench.sink.connections.size === 5);
		const opened = [...bench.sink.connections.values()].filter((one) => one.role === 'opened');
		expect(opened.map((one) => [one.remote.port, one.mirrored])).toEqual([
			[ports[0], true],
			[ports[1], true],
			[ports[2], false],
		]);
		const accepted = [...bench.sink.connections.values()].filter((one) => one.role === 'accepted');
		expect(accepted.map((one) => [one.mirrored, one.local.address])).toEqual([
			[false, '127.0.0.1'],
			[false, '127.0.0.1'],
		]);
	});

	test('a message to a server goes to every open connection', async () => {
		const bench = new TestBench();
		const started = await bench.start(server);
		await expect(bench.engine.send({ endpoint: started.id, bytes: Buffer.from('x') })).rejects.toMatchObject({
			code: 'wrong-state',
		});
		for (const name of ['a', 'b'])
			await bench.start({ kind: 'tcp-client', name, host: '127.0.0.1', port: started.local.port });
		await bench.sink.until(() => bench.engine.endpoint(started.id)?.connections === 2);
		expect(await bench.engine.send({ endpoint: started.id, bytes: Buffer.from('all') })).toEqual({
			bytes: 6,
			connections: 2,
		});
		await bench.sink.until(
			() => bench.sink.events.filter((event) => event.direction === 'in' && event.text === 'all').length === 2,
		);
	});
});
