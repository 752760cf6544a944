import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { end, LIMIT_MS, watched } from '../lib/process.ts';
import { type RunningServer, startNode } from '../lib/servers.ts';

/** Bare Node whose packets dumpcap writes to a file, with the buffer that it has unless set otherwise. */
export async function startWatchedNode(): Promise<RunningServer> {
	const node = await startNode();
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-bench-'));
	const args = ['-i', 'lo', '-f', `tcp port ${node.port}`, '-w', join(folder, 'all.pcapng')];
	const child = watched(spawn('dumpcap', args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true }));
	const lines = createInterface({ input: child.stderr });
	let lost: string | undefined;
	lines.on('line', (line) => {
		const [, received, dropped] = /received\/dropped on interface .*: (\d+)\/(\d+)/.exec(line) ?? [];
		if (dropped !== undefined) lost = `${dropped} of ${Number(received) + Number(dropped)} packets`;
	});
	const closed = once(lines, 'close');
	// Its first line names the interface, its second one the file, once it captures.
	for (let n = 0; n < 2; n += 1) await once(lines, 'line', { signal: AbortSignal.timeout(LIMIT_MS) });
	return {
		...node,
		watcher: child.pid,
		async stop() {
			await node.stop();
			await end(child, 'SIGINT');
			await closed;
			rmSync(folder, { recursive: true, force: true });
			return lost ?? 'dumpcap does not report it';
		},
	};
}
