import { expect, test } from 'vitest';
import { Peer, runPeer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

test('one-at-a-time answers the second client once the first has closed; waiting ones are listed in order', async () => {
	const bench = new TestBench();
	const { args, id } = await bench.preset('one-at-a-time');
	const peer = new Peer('turn_clients', args);
	expect(await peer.line()).toBe('A1');
	await bench.sink.until(() => bench.engine.connections().length === 3);
	expect(bench.engine.connections().map(({ status, place, bytesIn }) => [status, place, bytesIn])).toEqual([
		['open', undefined, 2],
		['waiting', 1, 0],
		['waiting', 2, 0],
	]);
	peer.tell('go on');
	expect(await peer.rest()).toEqual(['A2', '0 of the others', 'B1', 'C1']);
	await bench.sink.until(() => bench.engine.connections().length === 0);
	expect(bench.sink.story(2)).toEqual(['open', 'note', 'note', 'in B1', 'out B1', 'end in', 'end out', 'close']);
	const order = bench.sink.events.filter((event) => event.kind !== 'note').map((event) => event.connection);
	expect(order.lastIndexOf(1)).toBeLessThan(order.lastIndexOf(2));
	expect(bench.engine.endpoint(id)?.answers).toEqual({ hits: [4], unanswered: 0 });
});

test('leaving the queue advances the others, and the server stops with all waiting ones', async () => {
	const bench = new TestBench();
	const { args, id } = await bench.preset('one-at-a-time');
	const peer = new Peer('turn_clients', args);
	await peer.line();
	await bench.sink.until(() => bench.engine.connections().length === 3);
	bench.engine.closeConnection(2);
	await bench.sink.waitFor((event) => event.kind === 'close' && event.connection === 2);
	expect(bench.engine.connection(3)).toMatchObject({ status: 'waiting', place: 1 });
	await bench.engine.stop(id);
	expect(bench.engine.connections()).toEqual([]);
	await peer.kill();
});

test('concurrent answers a thousand clients that are all connected', async () => {
	const bench = new TestBench();
	const { args, id } = await bench.preset('concurrent');
	expect(await runPeer('many_clients', [...args, '1000', 'echo'])).toEqual(['1000']);
	expect(bench.engine.endpoint(id)?.answers?.unanswered).toBe(0);
});
