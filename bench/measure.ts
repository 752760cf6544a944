import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { EchoCase } from './echo-cases.ts';
import type { LoadRequest, LoadResult } from './load-types.ts';
import type { RunningServer } from './servers.ts';

const run = promisify(execFile);
const WARM_UP_MS = 300;
/** A load that takes this much longer than asked has stalled. */
const STALLED_MS = 15_000;

/** Starts a server, loads it from a process of its own, ends it. Messages per second; throws when a byte was wrong. */
export async function measure(
	start: () => Promise<RunningServer>,
	{ connections, size, inFlight }: EchoCase,
	measureMs: number,
): Promise<number> {
	const server = await start();
	try {
		const request: LoadRequest = {
			host: '127.0.0.1',
			port: server.port,
			connections,
			size,
			inFlight,
			warmUpMs: WARM_UP_MS,
			measureMs,
		};
		const args = [join(import.meta.dirname, 'load.ts'), JSON.stringify(request)];
		const { stdout } = await run(process.execPath, args, { timeout: WARM_UP_MS + measureMs + STALLED_MS });
		const result: LoadResult = JSON.parse(stdout);
		return result.messagesPerSecond;
	} finally {
		await server.stop();
	}
}
