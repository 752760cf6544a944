import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { TestBench } from '../testing/workbench.fixture.ts';
import { collect, connectTo, proxied, startProxy, Target } from './proxy.fixture.ts';

describe('forwarding', () => {
	test('bytes go both ways, half-closes pass through, and both halves are in the capture', async () => {
		const bench = new TestBench();
		const { client: socket, there } = await proxied(bench);
		socket.end('question');
		expect(String(await collect(there))).toBe('question');
		there.end('answer');
		expect(String(await collect(socket))).toBe('answer');
		await bench.sink.until(() => bench.engine.connections().length === 0);
		expect(bench.sink.story(1)).toEqual(['open', 'note', 'in question', 'end in', 'out answer', 'end out', 'close']);
		expect(bench.sink.story(2)).toEqual(['open', 'out question', 'end out', 'in answer', 'end in', 'close']);
	});

	test('a reset on one side resets the other', async () => {
		const bench = new TestBench();
		const { client: socket, there } = await proxied(bench);
		const failed = once(socket.resume(), 'error');
		there.resetAndDestroy();
		const [error] = await failed;
		expect(error).toMatchObject({ code: 'ECONNRESET' });
		await bench.sink.until(() => bench.engine.connections().length === 0);
		expect(bench.sink.story(1)).toEqual(['open', 'note', 'reset out', 'close']);
		expect(bench.sink.story(2)).toEqual(['open', 'reset in', 'close']);
	});

	test('a target that refuses is an error of the client, which is closed', async () => {
		const bench = new TestBench();
		const target = new Target();
		const port = await target.listen();
		target.server.close();
		await once(target.server, 'close');
		const socket = await connectTo(await startProxy(bench, port));
		expect(String(await collect(socket))).toBe('');
		await bench.sink.until(() => bench.engine.connections().length === 0);
		expect(bench.sink.story(1)).toEqual(['open', 'error', 'end out', 'close']);
		const error = await bench.sink.waitFor((event) => event.kind === 'error');
		expect(error.text).toMatch(new RegExp(`ECONNREFUSED.*127\\.0\\.0\\.1:${port}`));
	});

	test('a stopped proxy closes both halves, also one that is being opened', async () => {
		const bench = new TestBench();
		const target = new Target();
		const started = await startProxy(bench, await target.listen());
		const socket = await connectTo(started);
		const there = await target.accepted();
		await connectTo(started);
		await bench.engine.stop(started.id);
		expect(bench.engine.connections()).toEqual([]);
		expect(String(await collect(socket))).toBe('');
		expect(String(await collect(there))).toBe('');
	});
});
