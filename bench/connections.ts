import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Bench, Options } from './lib/bench.ts';
import { startHost } from './lib/host.ts';
import { loadFolder, watched } from './lib/process.ts';
import { percentile, summarise } from './lib/statistics.ts';
import { busiest, threadTimes } from './lib/threads.ts';
import { judge, unmeasured, type Verdict } from './lib/verdict.ts';
import { openPage } from './page/page.ts';

const CONNECTIONS = 10_000;
const CLIENTS = 4;
const FRAME_MS = 50;
/** Descriptors that a process needs besides its sockets. */
const SPARE = 200;
const LIMIT_MS = 180_000;

/** The process's limit of open files; Node raises the soft limit to it. */
function openFiles(): number {
	if (process.platform !== 'linux') return Number.POSITIVE_INFINITY;
	const [, hard] = /^Max open files\s+\S+\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
	return hard === undefined || hard === 'unlimited' ? Number.POSITIVE_INFINITY : Number(hard);
}

/** A process that holds connections. `again`: all echo once more; both return the number of connections that did. */
async function hold(port: number, count: number, first: number) {
	const args = [join(loadFolder, 'hold.ts'), `${port}`, `${count}`, `${first}`];
	const child = watched(spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] }));
	const exited = once(child, 'exit');
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const line = async (): Promise<number> => {
		const { value, done } = await lines.next();
		if (done) throw new Error('A client ended before its connections were echoed.');
		return Number(value);
	};
	return {
		opened: line(),
		again(): Promise<number> {
			child.stdin.write('\n');
			return line();
		},
		async end(): Promise<void> {
			child.stdin.end();
			await exited;
		},
	};
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

export const bench: Bench = {
	title: '10,000 TCP connections at once from processes of their own, the interface open in Chromium',
	async run({ quick, scratch, say }: Options): Promise<Verdict[]> {
		const wanted = quick ? 400 : CONNECTIONS;
		const files = openFiles();
		if (files < wanted + SPARE) {
			const note = `A process may open ${files} files here: raise it with "ulimit -n ${wanted * 2}".`;
			return [unmeasured('accepted and echoed', 'least', wanted, 'connections', note)];
		}
		const host = await startHost(scratch);
		const view = await openPage(host.url);
		const clients: Awaited<ReturnType<typeof hold>>[] = [];
		try {
			const rules = [{ match: { type: 'any' as const }, reply: { format: 'text' as const, text: '{{data}}' } }];
			const port = await host.endpoint({ kind: 'tcp-server', name: 'load', port: 0, responder: { rules } });
			await view.restart();
			const endTrace = await view.trace();
			const [from, before] = [performance.now(), threadTimes(host.pid)];
			for (let i = 0; i < CLIENTS; i += 1) clients.push(await hold(port, wanted / CLIENTS, (wanted / CLIENTS) * i));
			const late = AbortSignal.timeout(LIMIT_MS);
			const opened = await Promise.race([
				Promise.all(clients.map((client) => client.opened)),
				once(late, 'abort').then(() => [0]),
			]);
			const seconds = (performance.now() - from) / 1000;
			const again = await Promise.all(clients.map((client) => client.again()));
			const { frames, tasks, took } = await view.readings();
			const spent = await endTrace();
			const { dropped } = await host.status(({ received, stored }) => received === stored);
			const busy = busiest(before, threadTimes(host.pid), (performance.now() - from) / 1000);
			const slow = frames.filter((frame) => frame > FRAME_MS).length;
			say(
				`  opened and echoed in ${seconds.toFixed(1)} s, then all echoed once more while all were open; dropped ${dropped}`,
			);
			say(
				`  ${frames.length} frames, ${slow} over ${FRAME_MS} ms, p95 ${percentile(frames, 0.95).toFixed(0)} ms; busy: ${busy}`,
			);
			say(
				`  the page: ${Math.round((tasks.TaskDuration / took) * 100)} % of a core, ${(tasks.TaskDuration / frames.length).toFixed(1)} ms a frame`,
			);
			const longest = summarise([Math.max(...frames)]);
			return [
				judge('accepted and echoed', 'least', wanted, 'connections', summarise([total(opened)])),
				judge('echoed again, all open', 'least', wanted, 'connections', summarise([total(again)])),
				judge('frame to frame, p95', 'most', FRAME_MS, 'ms', summarise([percentile(frames, 0.95)])),
				judge('longest frame', 'most', FRAME_MS, 'ms', longest, `busy: ${busy}`),
				judge('longest task, processor time', 'most', FRAME_MS, 'ms', summarise([Math.max(...spent)])),
			];
		} finally {
			for (const client of clients) await client.end();
			await view.close();
			await host.stop();
		}
	},
};
