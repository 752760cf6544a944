import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ReceiveResult } from '../load/types.ts';
import { LIMIT_MS, loadFolder, watched } from './process.ts';

/** A receiver of numbered datagrams, in a process of its own. */
export interface UdpReceiver {
	readonly port: number;
	/** Reads the rest, ends it, and returns its counts. */
	finish(): Promise<ReceiveResult>;
}

export async function startReceiver(): Promise<UdpReceiver> {
	const program = join(loadFolder, 'udp-receive.py');
	const child = watched(spawn('python3', [program], { stdio: ['pipe', 'pipe', 'inherit'] }));
	const lines = createInterface({ input: child.stdout });
	const [port]: unknown[] = await once(lines, 'line', { signal: AbortSignal.timeout(LIMIT_MS) });
	return {
		port: Number(port),
		async finish() {
			const last = once(lines, 'line', { signal: AbortSignal.timeout(LIMIT_MS) });
			child.stdin.end();
			const [line] = await last;
			const result: ReceiveResult = JSON.parse(String(line));
			return result;
		},
	};
}
