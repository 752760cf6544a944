import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const root = join(import.meta.dirname, '../..');
/** The load programs, each run in its own process. */
export const loadFolder = join(root, 'bench/load');
/** How long a server may take to listen or to end, in milliseconds. */
export const LIMIT_MS = 60_000;

/** Started processes that have not ended: none outlives the run. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
	for (const child of running) child.kill('SIGKILL');
});

/** Ends a process with the run. */
export function watched<Child extends ChildProcess>(child: Child): Child {
	running.add(child);
	child.once('exit', () => running.delete(child));
	return child;
}

/** Starts a server as its own process group, so that its child processes end with it. */
export function start(
	program: string,
	args: readonly string[],
	stdout: 'pipe' | 'ignore',
	env = process.env,
): ChildProcess {
	return watched(spawn(program, args, { cwd: root, env, stdio: ['ignore', stdout, 'inherit'], detached: true }));
}

/** Signals a server and waits for its end: SIGINT is sent to the process alone, any other signal to its group. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
	const exited = once(child, 'exit', { signal: AbortSignal.timeout(LIMIT_MS) });
	process.kill(signal === 'SIGINT' ? child.pid : -child.pid, signal);
	await exited;
}

export async function firstLine(child: ChildProcess): Promise<string> {
	if (child.stdout === null) throw new Error('The server has no stdout to read.');
	const lines = createInterface({ input: child.stdout });
	const [line]: unknown[] = await once(lines, 'line', { signal: AbortSignal.timeout(LIMIT_MS) });
	return String(line);
}
