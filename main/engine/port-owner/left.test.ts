import { expect, test } from 'vitest';
import { Peer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { describeLeft, goneInMs, waitFor } from './left.ts';

const linux = process.platform === 'linux';

test.runIf(linux)(
	'ports held by closed connections are counted, their release is predicted, and nothing is offered to be stopped',
	async () => {
		const bench = new TestBench();
		const peer = new Peer('leaves_port', ['127.0.0.1', '0.0.0.0', '::1', '::']);
		const ports: number[] = JSON.parse(await peer.line());
		const [waiting = 0, half = 0, waitingAll = 0, , waitingSix = 0, , waitingBoth = 0, , client = 0] = ports;
		const refusal = (host: string, port: number) => {
			const { id } = bench.create({ kind: 'tcp-server', name: `${host} ${port}`, host, port });
			return bench.engine.start(id).then(
				() => undefined,
				(error) => error,
			);
		};
		const asked: [string, number, RegExp][] = [
			['127.0.0.1', waiting, /is in use by 3 closed connections in TIME_WAIT\.$/],
			['127.0.0.1', half, /is in use by 1 closed connection whose peer has not ended its side \(FIN_WAIT2\)\.$/],
			['0.0.0.0', waiting, /is in use by 3 closed connections in TIME_WAIT\.$/],
			['127.0.0.1', waitingAll, /is in use by 3 closed connections in TIME_WAIT\.$/],
			['::1', waitingSix, /is in use by 3 closed connections in TIME_WAIT\.$/],
			['::', waitingBoth, /is in use by 3 closed connections in TIME_WAIT\.$/],
			['127.0.0.1', client, /is in use by 1 closed connection in TIME_WAIT\.$/],
		];
		for (const [host, port, sentence] of asked) {
			const error = await refusal(host, port);
			expect(error?.message).toMatch(sentence);
			expect(error).toMatchObject({ code: 'address-in-use', details: { errno: 'EADDRINUSE', owners: [] } });
			const { closing, hint } = error.details;
			const left = closing?.goneInMs / 1000;
			const most = port === half ? 120 : 60;
			expect(left).toBeGreaterThan(0);
			expect(left).toBeLessThanOrEqual(most);
			expect(hint).toMatch(/or wait at most \d+ s: .*No program has to be stopped\./);
			expect(hint).not.toContain('stop the one');
		}
		// A specific address without remaining connections is free.
		expect(await refusal('127.0.0.2', waiting)).toBeUndefined();
		peer.process.stdin.end();
		await peer.rest();
	},
);

test.runIf(linux)('a client gets the reason why its local port is held', async () => {
	const bench = new TestBench();
	const peer = new Peer('leaves_port', []);
	const [localPort = 0] = JSON.parse(await peer.line());
	const { local } = await bench.start({ kind: 'tcp-server', name: 's', port: 0 });
	const place = { host: '127.0.0.1', port: local.port, localPort } as const;
	for (const localHost of ['127.0.0.1', undefined]) {
		const { id } = bench.create({
			kind: 'tcp-client',
			name: `c ${localHost}`,
			...place,
			...(localHost ? { localHost } : {}),
		});
		await expect(bench.engine.start(id)).rejects.toMatchObject({
			code: 'address-in-use',
			message: expect.stringMatching(
				new RegExp(
					`^The local port ${localPort}.* cannot be used for 127.0.0.1:${local.port}: it is in use by 1 closed`,
				),
			),
			details: { hint: expect.stringMatching(/^Let the system choose the local port.* wait at most \d+ s/) },
		});
	}
	// Held by a connection of ours, and then by its remains towards the same target.
	const { id } = bench.create({ kind: 'tcp-client', name: 'own', ...place, localPort: 0 });
	const own = await bench.engine.start(id);
	const again = bench.create({ kind: 'tcp-client', name: 'again', ...place, localPort: own.local?.port ?? 0 });
	await expect(bench.engine.start(again.id)).rejects.toThrow(/is in use by this Wirebench \(pid \d+\)/);
	peer.process.stdin.end();
	await peer.rest();
});

test('words and times of remaining connections', () => {
	const timeWait = { state: 'TIME_WAIT', goneInMs: 1500 } as const;
	const half = { state: 'FIN_WAIT2', goneInMs: 20_000 } as const;
	const closing = { state: 'closing', goneInMs: undefined } as const;
	expect(describeLeft([])).toEqual([]);
	expect(describeLeft([timeWait, closing, timeWait]).map(({ message }) => message)).toEqual([
		'2 closed connections in TIME_WAIT',
		'1 closed connection whose last bytes or end the peer has not confirmed',
	]);
	expect(waitFor([timeWait]).message).toBe('at most 2 s');
	expect(goneInMs([timeWait, half])).toBe(80_000);
	expect(goneInMs([timeWait, closing])).toBeUndefined();
	expect(waitFor([closing]).message).toBe('until the peers have confirmed or the system gives them up');
});
