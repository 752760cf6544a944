import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Faults, ProxyFaults } from '../../../common/contract/config/proxy.ts';
import { TestBench } from '../testing/workbench.fixture.ts';
import { collect, hear, type ProxyInput, proxied } from './proxy.fixture.ts';

const any = { toxicity: 1 };
const HOUR = 3_600_000;
const toTarget = (faults: Faults): ProxyFaults => ({ toTarget: faults, toClient: {} });
const none = toTarget({});

/** A proxied connection whose faults on the way to the target can be changed. */
async function switched(faults: Faults, more: ProxyInput = {}) {
	const bench = new TestBench();
	const pair = await proxied(bench, { faults: toTarget(faults), ...more });
	const set = (now: Faults): void => {
		bench.engine.setFaults(pair.id, undefined, toTarget(now));
	};
	const arrived = (text: string) => bench.sink.waitFor((event) => event.connection === 1 && event.text === text);
	return { ...pair, bench, set, arrived };
}

/** How a socket ends, by FIN or by reset, and the data before it. */
async function untilTheEnd(socket: Socket): Promise<{ text: string; reset: boolean }> {
	const parts: Buffer[] = [];
	socket.on('data', (part) => parts.push(part));
	const reset = await new Promise<boolean>((resolve) => {
		socket.once('end', () => resolve(false));
		socket.once('error', () => resolve(true));
	});
	return { text: String(Buffer.concat(parts)), reset };
}

describe('a fault that lost bytes and is switched off ends the stream at the gap', () => {
	test.each<[string, Faults, string]>([
		['timeout', { timeout: { ms: 0, ...any } }, ''],
		['timeout that would have closed later', { timeout: { ms: HOUR, ...any } }, ''],
		['half-open', { halfOpen: { afterBytes: 0, ...any } }, ''],
		['half-open after some bytes', { halfOpen: { afterBytes: 2, ...any } }, 'lo'],
		['reset that waits for its time', { reset: { afterBytes: 2, afterMs: HOUR, ...any } }, 'lo'],
	])('%s', async (_name, faults, passed) => {
		const { client, there, bench, set, arrived } = await switched(faults);
		const ended = Promise.all([untilTheEnd(there), untilTheEnd(client)]);
		client.write('lost');
		await arrived('lost');
		set({});
		client.write('behind the gap');
		const [atTarget, atClient] = await ended;
		expect(atTarget).toEqual({ text: passed, reset: false });
		// Closed with unread bytes: the system may send a reset.
		expect(atClient).toMatchObject({ text: '' });
		const note = await bench.sink.waitFor(({ kind, text }) => kind === 'note' && text.includes('closing both sides'));
		expect(note.text).toContain(`${4 - passed.length} bytes were lost to a fault`);
		await bench.sink.until(() => bench.engine.connections().length === 0);
	});

	test('the same when another losing fault replaces it that would pass more', async () => {
		const { client, there, set, arrived } = await switched({ timeout: { ms: 0, ...any } });
		client.write('lost');
		await arrived('lost');
		set({ halfOpen: { afterBytes: 100, ...any } });
		client.write('behind the gap');
		expect(String(await collect(there))).toBe('');
	});
});

describe('a stream without lost bytes continues', () => {
	test('timeout and half-open without traffic', async () => {
		const { client, there, set } = await switched({ timeout: { ms: 0, ...any } });
		set({ halfOpen: { afterBytes: 0, ...any } });
		set({});
		client.end('all of it');
		expect(String(await collect(there))).toBe('all of it');
	});

	test('a held-back end and reset are passed on', async () => {
		const ended = await switched({ halfOpen: { afterBytes: 3, ...any } });
		ended.client.end('all');
		expect(await hear(ended.there, 3)).toBe('all');
		await ended.bench.sink.waitFor(({ kind, connection }) => kind === 'end' && connection === 1);
		ended.set({});
		expect(String(await collect(ended.there))).toBe('');

		const reset = await switched({ halfOpen: { afterBytes: 0, ...any } });
		reset.client.resetAndDestroy();
		await reset.bench.sink.waitFor(({ kind, connection }) => kind === 'close' && connection === 1);
		const there = untilTheEnd(reset.there);
		reset.set({});
		expect(await there).toEqual({ text: '', reset: true });
	});

	test('a slow close keeps its time while other faults are changed, and ends at once when it is switched off', async () => {
		const slowClose = { delayMs: HOUR, ...any };
		const { client, there, bench, set } = await switched({ slowClose });
		client.end('last');
		await bench.sink.waitFor(({ kind, connection }) => kind === 'end' && connection === 1);
		expect(await hear(there, 4)).toBe('last');
		set({ slowClose, bandwidth: { bytesPerSecond: 1000, ...any } });
		there.write('still open');
		expect(await hear(client, 10)).toBe('still open');
		expect(bench.engine.connection(2)?.status).toBe('open');
		set({});
		expect(String(await collect(there))).toBe('');
	});

	test('a delayed reset keeps its time while other faults are changed', async () => {
		const reset = { afterBytes: 4, afterMs: 100, ...any };
		const { client, there, set } = await switched({ reset });
		const ended = untilTheEnd(there);
		client.write('four and more');
		await once(there, 'data');
		set({ reset, latency: { delayMs: 1, jitterMs: 0, ...any } });
		expect(await ended).toEqual({ text: 'four', reset: true });
	});
});

/** The byte at each position of the stream; its period is a prime, so that a gap or an exchange is detected. */
const byteAt = (at: number): number => (at % 251) ^ ((at >> 8) & 0xff);
const stretch = (from: number, length: number): Buffer =>
	Buffer.from(Array.from({ length }, (_, i) => byteAt(from + i)));

const faultsOf = fc.oneof(
	fc.constant<Faults>({}),
	fc.record({ delayMs: fc.nat(4), jitterMs: fc.nat(4) }).map((one): Faults => ({ latency: { ...one, ...any } })),
	fc.integer({ min: 50_000, max: 5_000_000 }).map((one): Faults => ({ bandwidth: { bytesPerSecond: one, ...any } })),
	fc
		.record({ averageBytes: fc.integer({ min: 1, max: 3000 }), variationBytes: fc.nat(500), delayMs: fc.nat(1) })
		.map((one): Faults => ({ slicer: { ...one, ...any }, latency: { delayMs: 2, jitterMs: 2, ...any } })),
	fc.nat(3).map((one): Faults => ({ slowClose: { delayMs: one, ...any } })),
	fc.nat(60_000).map((one): Faults => ({ halfOpen: { afterBytes: one, ...any } })),
	fc.constant<Faults>({ timeout: { ms: 0, ...any } }),
	fc.nat(60_000).map((one): Faults => ({ reset: { afterBytes: one + 1, afterMs: HOUR, ...any } })),
);

type Step = { readonly send: number } | { readonly set: Faults } | { readonly turns: number };
const steps = fc.array(
	fc.oneof<fc.Arbitrary<Step>[]>(
		fc.integer({ min: 1, max: 9000 }).map((send) => ({ send })),
		faultsOf.map((set) => ({ set })),
		fc.nat(4).map((turns) => ({ turns })),
	),
	{ minLength: 4, maxLength: 30 },
);
const framing = fc.constantFrom<NonNullable<ProxyInput['framing']>>({ type: 'none' }, { type: 'fixed', length: 700 });

test('faults changed at random: the received data is a prefix of the stream, and all of it where nothing was lost', async () => {
	const bench = new TestBench();
	await fc.assert(
		fc.asyncProperty(steps, framing, async (all, how) => {
			const { id, client, there } = await proxied(bench, { framing: how });
			const came = collect(there);
			client.resume();
			let sent = 0;
			for (const step of all) {
				if ('set' in step) bench.engine.setFaults(id, undefined, toTarget(step.set));
				else if ('send' in step) {
					client.write(stretch(sent, step.send));
					sent += step.send;
				} else for (let i = 0; i < step.turns; i++) await turn();
			}
			client.end();
			bench.engine.setFaults(id, undefined, none);
			const got = await came;
			there.end();
			const torn = bench.sink.events.some(({ text }) => text.includes('closing both sides'));
			expect(got.equals(stretch(0, got.length))).toBe(true);
			if (!torn) expect(got.length).toBe(sent);
			await bench.engine.remove(id);
			bench.sink.events.length = 0;
		}),
		{ numRuns: 30 },
	);
});
