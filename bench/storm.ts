import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Bench, Options } from './lib/bench.ts';
import { root } from './lib/process.ts';
import { summarise } from './lib/statistics.ts';
import { busiest, threadTimes } from './lib/threads.ts';
import { judge, unmeasured, type Verdict } from './lib/verdict.ts';
import { startListen } from './lib/wirebench-server.ts';

const RATE = 1000;
const SECONDS = 60;
/** Below this share of the rate the client was starved. */
const PACE = 0.97;
/** Connections before counting starts: their one-time allocations are not a leak. */
const FIRST = 4;
/** Milliseconds that the server may take to see the last ends. */
const DRAIN_MS = 10_000;
/** Events of a connection: open, a byte in and out, the peer's end or reset, ours, close. */
const EVENTS = { closed: 6, reset: 5 };

interface StormResult {
	readonly answered: number;
	readonly failed: number;
	readonly seconds: number;
}

/** Connects, echoes a byte and closes, a third of the time by a reset, from another process. */
async function storm(port: number, count: number): Promise<StormResult> {
	const args = [join(root, 'e2e/peers/storm.py'), '127.0.0.1', String(port), String(count), String(RATE)];
	const { stdout } = await promisify(execFile)('python3', args);
	const result: StormResult = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
	return result;
}

export const bench: Bench = {
	title: '1,000 connects and closes a second for 60 s, each echoed, every third ended by a reset, capture on',
	async run({ quick, say }: Options): Promise<Verdict[]> {
		if (process.platform !== 'linux') {
			return [unmeasured('connections', 'least', RATE * PACE, '/s', 'Open files are counted in /proc.')];
		}
		const count = RATE * (quick ? 1 : SECONDS);
		const server = await startListen(['tcp://127.0.0.1:0', '--preset', 'class-tcp']);
		try {
			const open = (): number => readdirSync(`/proc/${server.pid}/fd`).length;
			await storm(server.port, FIRST);
			const [before, threads] = [open(), threadTimes(server.pid)];
			const { answered, failed, seconds } = await storm(server.port, count);
			const busy = busiest(threads, threadTimes(server.pid), seconds);
			const deadline = performance.now() + DRAIN_MS;
			while (open() > before && performance.now() < deadline) await delay(10);
			const left = open() - before;
			const { received, stored, dropped } = await server.finish();
			say(`  ${count} connections in ${seconds.toFixed(1)} s, ${answered} answered, ${failed} failed; busy: ${busy}`);
			say(
				`  events received ${received}, stored ${stored}, dropped ${dropped}; files open before and after: ${before}, ${before + left}`,
			);
			const one = (value: number) => summarise([value]);
			const resets = Math.ceil(count / 3) + Math.ceil(FIRST / 3);
			// One more event: listening.
			const expected = 1 + resets * EVENTS.reset + (count + FIRST - resets) * EVENTS.closed;
			const wrong = Math.abs(received - expected);
			return [
				judge('connections', 'least', RATE * PACE, '/s', one(count / seconds)),
				judge('not answered', 'most', 0, 'connections', one(failed)),
				judge('files left open', 'most', 0, 'files', one(left)),
				judge('events more or fewer than the connections have', 'most', 0, 'events', one(wrong)),
				judge('received and not stored', 'most', 0, 'events', one(received - stored + dropped)),
			];
		} finally {
			server.remove();
		}
	},
};
