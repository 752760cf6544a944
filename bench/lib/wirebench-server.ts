import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { end, LIMIT_MS, root, start } from './process.ts';
import { profiledEnvironment } from './profile.ts';

/** The capture's own counts of events at the end. */
export interface CaptureSummary {
	readonly received: number;
	readonly stored: number;
	readonly dropped: number;
}

export interface RunningWirebench {
	readonly pid: number;
	readonly port: number;
	/** The folder of its capture. */
	readonly folder: string;
	/** Interrupts it; returns the counts of its last line. The capture stays. */
	finish(): Promise<CaptureSummary>;
	/** Removes the capture. */
	remove(): void;
}

/** The built command line with its capture in a separate folder. */
export async function startListen(args: readonly string[]): Promise<RunningWirebench> {
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-bench-'));
	const listen = ['listen', ...args, '--quiet', '--json', '--capture', folder];
	const child = start(process.execPath, [join(root, 'dist/main/cli.js'), ...listen], 'pipe', profiledEnvironment());
	if (child.stdout === null || child.pid === undefined) throw new Error('Wirebench did not start.');
	let last = '';
	const lines = createInterface({ input: child.stdout });
	lines.on('line', (line) => {
		last = line;
	});
	await once(lines, 'line', { signal: AbortSignal.timeout(LIMIT_MS) });
	const { port } = JSON.parse(last);
	return {
		pid: child.pid,
		port,
		folder,
		async finish() {
			const closed = once(lines, 'close');
			await end(child, 'SIGINT');
			await closed;
			const { event, received, stored, dropped } = JSON.parse(last);
			if (event !== 'summary') throw new Error(`Wirebench ended without a summary: ${last}`);
			return { received, stored, dropped };
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
