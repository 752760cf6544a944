import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { end, LIMIT_MS, root, start } from './process.ts';

/** What a capture says of itself at the end, in events. */
export interface CaptureSummary {
	readonly received: number;
	readonly stored: number;
	readonly dropped: number;
}

export interface RunningWirebench {
	readonly port: number;
	/** Interrupts it and removes its capture; gives the counts of its last line. */
	finish(): Promise<CaptureSummary>;
}

/** The built command line, capture on, in a folder that is removed afterwards. */
export async function startListen(args: readonly string[]): Promise<RunningWirebench> {
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-bench-'));
	const listen = ['listen', ...args, '--quiet', '--json', '--capture', folder];
	const child = start(process.execPath, [join(root, 'dist/main/cli.js'), ...listen], 'pipe');
	if (child.stdout === null) throw new Error('The server has no stdout to read.');
	let last = '';
	const lines = createInterface({ input: child.stdout });
	lines.on('line', (line) => {
		last = line;
	});
	await once(lines, 'line', { signal: AbortSignal.timeout(LIMIT_MS) });
	const { port } = JSON.parse(last);
	return {
		port,
		async finish() {
			const closed = once(lines, 'close');
			await end(child, 'SIGINT');
			await closed;
			rmSync(folder, { recursive: true, force: true });
			const { event, received, stored, dropped } = JSON.parse(last);
			if (event !== 'summary') throw new Error(`Wirebench ended without a summary: ${last}`);
			return { received, stored, dropped };
		},
	};
}
