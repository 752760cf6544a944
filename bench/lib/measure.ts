import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LoadRequest, LoadResult } from '../load/types.ts';
import { loadFolder } from './process.ts';
import type { RunningServer } from './servers.ts';
import { busiest, threadTimes } from './threads.ts';

const run = promisify(execFile);
const WARM_UP_MS = 300;
/** A load that takes this much longer than requested has stalled. */
const STALLED_MS = 15_000;

/** One load for echo servers. */
export interface EchoCase {
	readonly connections: number;
	/** Bytes per message. */
	readonly size: number;
	/** Messages in flight on each connection. */
	readonly inFlight: number;
}

export interface Measured {
	/** Messages per second. */
	readonly rate: number;
	/** The busiest threads of the server. */
	readonly busy: string;
}

/** The arguments of a program of `bench/load` that loads an echo server. */
export function loadArguments(
	program: string,
	port: number,
	{ connections, size, inFlight }: EchoCase,
	time: Pick<LoadRequest, 'warmUpMs' | 'measureMs'>,
): string[] {
	const request: LoadRequest = { host: '127.0.0.1', port, connections, size, inFlight, ...time };
	return [join(loadFolder, program), JSON.stringify(request)];
}

/** Starts a server, loads it from another process, and ends it. Throws when a byte was wrong. */
export async function measure(
	start: () => Promise<RunningServer>,
	test: EchoCase,
	measureMs: number,
): Promise<Measured> {
	const server = await start();
	try {
		const args = loadArguments('echo-load.ts', server.port, test, { warmUpMs: WARM_UP_MS, measureMs });
		const [before, from] = [threadTimes(server.pid), performance.now()];
		const { stdout } = await run(process.execPath, args, { timeout: WARM_UP_MS + measureMs + STALLED_MS });
		const seconds = (performance.now() - from) / 1000;
		const result: LoadResult = JSON.parse(stdout);
		return { rate: result.messagesPerSecond, busy: busiest(before, threadTimes(server.pid), seconds) };
	} finally {
		await server.stop();
	}
}
