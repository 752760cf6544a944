import { expect, test } from 'vitest';
import { Peer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

const responder = {
	rules: [{ match: { type: 'any' as const }, reply: { format: 'text' as const, text: 'got {{data}}' } }],
};
const linux = process.platform === 'linux';

test.runIf(linux)(
	'a connected client that is answered from another address than it used is reported, once',
	async () => {
		const bench = new TestBench();
		const { id, local } = await bench.start({ kind: 'udp', name: 'server', host: '0.0.0.0', responder });
		const peer = new Peer('udp_connected', ['127.0.0.5', String(local.port), '127.0.0.6', String(local.port)]);
		const { text } = await bench.sink.waitFor(({ kind }) => kind === 'note');
		expect(text).toMatch(
			/^127\.0\.0\.1:\d+ asked 127\.0\.0\.5, and its answer goes out from 127\.0\.0\.1: .* Bind the socket/,
		);
		expect(bench.engine.endpoint(id)?.warning).toMatchObject({ hint: expect.stringContaining('in place of 0.0.0.0') });
		await bench.sink.until(() => bench.sink.events.filter(({ direction }) => direction === 'out').length === 2);
		expect(await peer.line()).toBe('asked');
		await bench.engine.stop(id);
		expect(bench.sink.events.filter(({ kind }) => kind === 'note')).toHaveLength(1);
		bench.engine.dismissError(id);
		expect(bench.engine.endpoint(id)?.warning).toBeUndefined();
	},
);

test.each([
	['127.0.0.5', '127.0.0.5'],
	['0.0.0.0', '127.0.0.1'],
	['::', '::1'],
])('bound to %s, a client that uses %s is answered from there, without a warning', async (host, asked) => {
	const bench = new TestBench();
	const { id, local } = await bench.start({ kind: 'udp', name: 'server', host, responder });
	const peer = new Peer('udp_connected', [asked, String(local.port)]);
	expect(await peer.line()).toBe('asked');
	expect(await peer.line()).toBe('got hello');
	await bench.engine.stop(id);
	expect(bench.sink.events.filter(({ kind }) => kind === 'note')).toEqual([]);
});
