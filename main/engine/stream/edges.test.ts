import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FileBudget } from '../core/file-budget.ts';
import { CountingSink } from '../testing/counting-sink.fixture.ts';
import { Peer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

const STORM = 1500;

/** Counts opens and closes, and waits until they are equal. */
class OpenCloseSink extends CountingSink {
	opened = 0;
	closed = 0;
	readonly #waiting = new Set<() => void>();

	override open(): void {
		super.open();
		this.opened++;
	}

	override connectionEvent(_connection?: number, kind?: string): void {
		super.connectionEvent();
		if (kind !== 'close') return;
		this.closed++;
		for (const look of this.#waiting) look();
	}

	async allClosed(): Promise<void> {
		while (this.closed < this.opened) {
			await new Promise<void>((resolve) => {
				const look = (): void => {
					this.#waiting.delete(look);
					resolve();
				};
				this.#waiting.add(look);
			});
		}
	}
}

const openSockets = (): number => readdirSync('/proc/self/fd', { withFileTypes: true }).length;
const echo = { rules: [{ match: { type: 'any' as const }, reply: { format: 'text' as const, text: '{{data}}' } }] };

test.runIf(process.platform === 'linux')(
	'a storm of connects, closes and resets is counted exactly and leaves nothing open; also with a stop and a start in the middle',
	async () => {
		const sink = new OpenCloseSink();
		const bench = new TestBench({}, sink);
		const { id, local, args } = await bench.start({ kind: 'tcp-server', name: 'storm', port: 0, responder: echo });
		const before = openSockets();
		const calm = new Peer('storm', [...args, String(STORM), '0']);
		expect(await calm.line()).toBe('some');
		expect(JSON.parse(await calm.line())).toMatchObject({ answered: STORM, failed: 0 });
		await calm.rest();
		await sink.allClosed();
		expect([sink.opened, sink.closed, sink.bytes]).toEqual([STORM, STORM, 2 * STORM]);
		expect(bench.engine.connections()).toEqual([]);
		expect(bench.engine.endpoint(id)).toMatchObject({ connections: 0, bytesIn: STORM, bytesOut: STORM });

		const rude = new Peer('storm', [...args, String(STORM), '0']);
		expect(await rude.line()).toBe('some');
		await bench.engine.stop(id);
		const config = bench.engine.endpoint(id)?.config;
		if (config?.kind !== 'tcp-server') throw new Error('It is still there.');
		bench.engine.update(id, { ...config, port: local.port });
		await bench.engine.start(id);
		const { answered, failed } = JSON.parse(await rude.line());
		await rude.rest();
		expect(answered + failed).toBe(STORM);
		expect(answered).toBeGreaterThan(STORM / 4);
		await sink.allClosed();
		expect(sink.closed).toBe(sink.opened);
		expect(bench.engine.connections()).toEqual([]);
		// The pipes of both storms' processes are closed as they end; nothing else must stay.
		expect(openSockets()).toBeLessThanOrEqual(before);
		await bench.engine.stop(id);
	},
);

test('a line that arrives a byte at a time is one message, and each byte is recorded as it arrives', async () => {
	const bench = new TestBench();
	const rules = [{ match: { type: 'any' as const }, reply: { format: 'text' as const, text: '{{data|upper}}' } }];
	const config = { kind: 'tcp-server' as const, name: 'slow', port: 0, framing: { type: 'line' as const } };
	const { args } = await bench.start({ ...config, responder: { rules } });
	const peer = new Peer('byte_by_byte', [...args, 'abcd']);
	for (const byte of 'abcd\n') {
		peer.tell('next');
		await bench.sink.waitFor(({ direction, text }) => direction === 'in' && text === byte);
	}
	expect(await peer.rest()).toEqual(['ABCD']);
	await bench.sink.waitFor(({ kind }) => kind === 'close');
	expect(bench.sink.story(1).filter((event) => event.startsWith('in '))).toEqual([
		'in a',
		'in b',
		'in c',
		'in d',
		'in \n',
	]);
});

test('connections are allowed while enough files are free, and the more are free, the fewer queries are made', () => {
	let free = 400;
	let asked = 0;
	const budget = new FileBudget(() => {
		asked++;
		return free;
	});
	let taken = 0;
	while (budget.take()) {
		taken++;
		free--;
	}
	expect(taken).toBe(385);
	expect(asked).toBeLessThan(30);
	free++;
	expect([budget.take(), budget.take()]).toEqual([true, true]);
});
