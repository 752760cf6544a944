import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type EchoCase, loadArguments } from '../lib/measure.ts';
import { watched } from '../lib/process.ts';
import type { RunningServer } from '../lib/servers.ts';
import { timesByKind } from '../lib/threads.ts';
import type { LoadMark, LoadRequest } from '../load/types.ts';

/** The processor time of a server's threads for each message. */
export interface Cost {
	/** Microseconds of all threads, and of each kind. */
	readonly total: number;
	readonly byKind: ReadonlyMap<string, number>;
	/** Messages per second, and microseconds of the load program for each. */
	readonly rate: number;
	readonly load: number;
	/** What is missing in what the server has recorded. */
	readonly lost: string;
}

/** Loads a server until it is warm, then measures. Throws when a byte was wrong. Linux only. */
export async function costOf(
	start: () => Promise<RunningServer>,
	test: EchoCase,
	time: Pick<LoadRequest, 'warmUpMs' | 'measureMs'>,
): Promise<Cost> {
	const server = await start();
	let lost: string | undefined;
	try {
		const args = loadArguments('echo-load.py', server.port, test, time);
		const load = watched(spawn('python3', args, { stdio: ['pipe', 'pipe', 'inherit'] }));
		const ended = once(load, 'exit');
		const marks: { mark: LoadMark; times: ReadonlyMap<string, number> }[] = [];
		for await (const line of createInterface({ input: load.stdout })) {
			marks.push({ mark: JSON.parse(line), times: timesOf(server) });
			load.stdin.write('\n');
		}
		const [code] = await ended;
		const [first, last] = marks;
		if (code !== 0 || first === undefined || last === undefined) throw new Error(`The load has failed (${code}).`);
		const messages = last.mark.messages - first.mark.messages;
		const each = (seconds: number): number => (seconds * 1e6) / messages;
		const byKind = new Map(
			[...last.times].map(([kind, seconds]) => [kind, each(seconds - (first.times.get(kind) ?? 0))] as const),
		);
		lost = await server.stop();
		return {
			total: [...byKind.values()].reduce((sum, one) => sum + one, 0),
			byKind,
			rate: messages / (last.mark.seconds - first.mark.seconds),
			load: each(last.mark.cpu - first.mark.cpu),
			lost,
		};
	} finally {
		if (lost === undefined) await server.stop();
	}
}

/** By kind of thread; the watcher's are one kind. */
function timesOf({ pid, watcher }: RunningServer): ReadonlyMap<string, number> {
	const own = timesByKind(pid) ?? new Map<string, number>();
	if (watcher === undefined) return own;
	const watching = [...(timesByKind(watcher) ?? [])].reduce((sum, [, seconds]) => sum + seconds, 0);
	return new Map([...own, ['dumpcap', watching]]);
}
