import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { end, root, start } from './process.ts';
import { profiledEnvironment } from './profile.ts';

export interface RunningGenerator {
	readonly pid: number;
	/** Events of a run besides datagrams: of the endpoint, its connection and the generator. */
	readonly otherEvents: number;
	/** Interrupts it; returns its counts. */
	finish(): Promise<GeneratorSummary>;
}

/** Datagrams sent and refused, the milliseconds, and the capture's own counts of events. */
export interface GeneratorSummary {
	readonly sent: number;
	readonly errors: number;
	readonly elapsedMs: number;
	readonly stored: number;
	readonly dropped: number;
}

/** `listening`, `open`, the generator's notes at its start and end, `close`. */
const OTHER_EVENTS = 5;

/** The built command line with its capture; resolves when it starts to send. */
export async function startGenerate(args: readonly string[], folder: string): Promise<RunningGenerator> {
	const generate = ['generate', ...args, '--json', '--capture', folder];
	const node = ['--max-semi-space-size=32', join(root, 'dist/main/cli.js'), ...generate];
	const child = start(process.execPath, node, 'pipe', profiledEnvironment());
	if (child.stdout === null || child.pid === undefined) throw new Error('Wirebench did not start.');
	const all: string[] = [];
	const lines = createInterface({ input: child.stdout });
	const started = Promise.withResolvers<void>();
	lines.on('line', (line) => {
		all.push(line);
		if (line.includes('The generator begins')) started.resolve();
	});
	const closed = once(lines, 'close');
	await Promise.race([started.promise, closed]);
	return {
		pid: child.pid,
		otherEvents: OTHER_EVENTS,
		async finish() {
			await end(child, 'SIGINT');
			await closed;
			const [generator, summary] = all.slice(-2).map((line) => JSON.parse(line));
			if (summary?.event !== 'summary') throw new Error(`The generator ended without a summary: ${all.at(-1)}`);
			const { sent, errors, elapsedMs } = generator;
			return { sent, errors, elapsedMs, stored: summary.stored, dropped: summary.dropped };
		},
	};
}
