import { expect, test } from 'vitest';
import { suiteServer } from './suite-contract.fixture.ts';
import type { Bench } from './transport-suite.fixture.ts';

/** A payload with a pattern that reveals misplaced parts. */
function largePayload(mib: number): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(mib * 1024 * 1024);
	const words = new Uint32Array(bytes.buffer);
	for (let i = 0; i < words.length; i++) words[i] = Math.imul(i, 2_654_435_761);
	return bytes;
}

/** Position of the first byte that differs, or -1. */
function firstDifference(a: Uint8Array, b: Uint8Array): number {
	if (Buffer.compare(a, b) === 0) return -1;
	if (a.byteLength !== b.byteLength) return Math.min(a.byteLength, b.byteLength);
	for (let i = 0; i < a.byteLength; i++) if (a[i] !== b[i]) return i;
	return -1;
}

export function testCalls(bench: Bench): void {
	test('a call is answered, and the server fills in defaults', async () => {
		const { rpc } = bench.client(suiteServer());
		expect(await rpc.call('add', { a: 2 })).toEqual({ sum: 3 });
		expect(rpc.state).toBe('connected');
	});

	test('bytes travel as bytes, bigints as bigints', async () => {
		const { rpc } = bench.client(suiteServer());
		const bytes = Uint8Array.of(0, 255, 10, 13, 128);
		const answer = await rpc.call('bytes', { bytes });
		expect(answer).toEqual(bytes);
		expect(answer.constructor).toBe(Uint8Array);
		expect(await rpc.call('bytes', { bytes: new Uint8Array(0) })).toEqual(new Uint8Array(0));
		expect(await rpc.call('negate', { value: 1_790_000_000_123_456_789n })).toBe(-1_790_000_000_123_456_789n);
		expect(await rpc.call('negate', { value: -5n })).toBe(5n);
		expect(await rpc.call('add', { a: 2 ** 40, b: 0.5 })).toEqual({ sum: 2 ** 40 + 0.5 });
	});

	// 64 MiB is the contract's largest payload; the other one has several frames too.
	const mib = bench.largest ? 64 : 4;
	test(`a payload of ${mib} MiB arrives intact, in both directions`, async () => {
		const { rpc } = bench.client(suiteServer());
		const bytes = largePayload(mib);
		expect(firstDifference(await rpc.call('bytes', { bytes }), bytes)).toBe(-1);
	});

	if (bench.largest) {
		test('a message over the limit is refused before it is sent', async () => {
			const { rpc } = bench.client(suiteServer());
			await expect(rpc.call('bytes', { bytes: new Uint8Array(66 * 1024 * 1024) })).rejects.toMatchObject({
				code: 'too-large',
			});
			expect(await rpc.call('add', { a: 1 })).toEqual({ sum: 2 });
		});
	}

	test('concurrent calls are answered as they finish', async () => {
		const server = suiteServer();
		const { rpc } = bench.client(server);
		const order: string[] = [];
		const call = async (key: string) => order.push(await rpc.call('slow', { key }));
		const calls = new Map(['a', 'b', 'c'].map((key) => [key, call(key)]));
		await Promise.all([...calls.keys()].map(server.arrived));
		for (const key of ['c', 'a', 'b']) {
			server.release(key);
			await calls.get(key);
		}
		expect(order).toEqual(['c', 'a', 'b']);
	});

	test("bad input names the path and quotes the schema's sentence", async () => {
		const { rpc } = bench.client(suiteServer());
		const config = JSON.parse('{ "port": "80", "rules": [] }');
		await expect(rpc.call('configure', { config })).rejects.toMatchObject({
			code: 'bad-input',
			message: 'A port is a number.',
			details: { path: 'config.port' },
		});
		const rules = JSON.parse('[{ "match": "a" }, { "match": 1 }]');
		await expect(rpc.call('configure', { config: { port: 80, rules } })).rejects.toMatchObject({
			code: 'bad-input',
			details: { path: 'config.rules[1].match' },
		});
	});

	test("a handler's error arrives unchanged; an unexpected one arrives without its internals", async () => {
		const { rpc } = bench.client(suiteServer());
		await expect(rpc.call('fail', { how: 'known' })).rejects.toMatchObject({
			name: 'WirebenchError',
			code: 'refused',
			message: 'Nobody listens there.',
			details: { errno: 'ECONNREFUSED' },
		});
		expect(bench.internalErrors).toHaveLength(0);
		const unmeant = rpc.call('fail', { how: 'unknown' });
		await expect(unmeant).rejects.toMatchObject({ code: 'internal' });
		await expect(unmeant).rejects.not.toThrow(/secret/);
		expect(bench.internalErrors).toEqual([new TypeError('a secret of the inside')]);
	});

	test('an error with a code that the contract does not declare arrives, and is a fault of the server', async () => {
		const { rpc } = bench.client(suiteServer());
		await expect(rpc.call('fail', { how: 'undeclared' })).rejects.toMatchObject({ code: 'timeout' });
		expect(bench.internalErrors).toMatchObject([{ name: 'UndeclaredError', cause: { code: 'timeout' } }]);
	});

	test('an invalid answer is an error that names the place', async () => {
		const { rpc } = bench.client(suiteServer());
		await expect(rpc.call('wrong', {})).rejects.toThrow(/answer to wrong, at rows\[1\]\.n/);
		await expect(rpc.call('wrong', {})).rejects.toMatchObject({ code: 'internal', details: { path: 'rows[1].n' } });
	});

	test('a call in progress fails when the connection ends, and the next one works', async () => {
		for (const side of ['client', 'server'] as const) {
			const server = suiteServer();
			const client = bench.client(server);
			const pending = client.rpc.call('slow', { key: side });
			await server.arrived(side);
			client.drop(side);
			await expect(pending).rejects.toMatchObject({ code: 'disconnected' });
			expect(await client.rpc.call('add', { a: 1 })).toEqual({ sum: 2 });
			server.release(side);
			expect(await client.rpc.call('add', { a: 2 })).toEqual({ sum: 3 });
		}
	});
}
