import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** An echo server in a process of its own. */
export interface RunningServer {
	readonly port: number;
	/** Ends it; throws when it did not keep its promises. */
	stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..');
/** How long a server may take to listen or to end, in milliseconds. */
const LIMIT_MS = 15_000;

function start(program: string, args: readonly string[], stdout: 'pipe' | 'ignore'): ChildProcess {
	// A group of its own, so that the processes that a server forks end with it.
	return spawn(program, args, { cwd: root, stdio: ['ignore', stdout, 'inherit'], detached: true });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
	const exited = once(child, 'exit', { signal: AbortSignal.timeout(LIMIT_MS) });
	process.kill(signal === 'SIGINT' ? child.pid : -child.pid, signal);
	await exited;
}

async function firstLine(child: ChildProcess): Promise<string> {
	if (child.stdout === null) throw new Error('The server has no stdout to read.');
	const lines = createInterface({ input: child.stdout });
	const [line]: unknown[] = await once(lines, 'line', { signal: AbortSignal.timeout(LIMIT_MS) });
	return String(line);
}

async function freePort(): Promise<number> {
	const server = net.createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	if (address === null || typeof address === 'string') throw new Error('No port to be had.');
	return address.port;
}

/** Connects again and again until something listens: these programs do not tell. */
async function listening(port: number): Promise<void> {
	const deadline = performance.now() + LIMIT_MS;
	for (;;) {
		const socket = net.connect(port, '127.0.0.1');
		try {
			await once(socket, 'connect');
			return;
		} catch (error) {
			if (performance.now() > deadline) throw error;
		} finally {
			socket.destroy();
		}
	}
}

export async function startNode(): Promise<RunningServer> {
	const child = start(process.execPath, [join(import.meta.dirname, 'node-echo.ts')], 'pipe');
	return { port: Number(await firstLine(child)), stop: () => end(child, 'SIGTERM') };
}

/** The built command line, capture on, in a folder that is removed afterwards. */
export async function startWirebench(): Promise<RunningServer> {
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-bench-'));
	const listen = ['listen', 'tcp://127.0.0.1:0', '--preset', 'class-tcp', '--quiet', '--json', '--capture', folder];
	const child = start(process.execPath, [join(root, 'dist/main/cli.js'), ...listen], 'pipe');
	let last = '';
	if (child.stdout === null) throw new Error('The server has no stdout to read.');
	const lines = createInterface({ input: child.stdout });
	lines.on('line', (line) => {
		last = line;
	});
	await once(lines, 'line', { signal: AbortSignal.timeout(LIMIT_MS) });
	return {
		port: JSON.parse(last).port,
		async stop() {
			const closed = once(lines, 'close');
			await end(child, 'SIGINT');
			await closed;
			rmSync(folder, { recursive: true, force: true });
			const { event, received, stored, dropped } = JSON.parse(last);
			if (event !== 'summary' || received !== stored || dropped !== 0) {
				throw new Error(`The capture is not whole: ${last}`);
			}
		},
	};
}

/** One process a connection, as socat's own documentation has an echo; `PIPE` is what it does fastest. */
export async function startSocat(): Promise<RunningServer> {
	const port = await freePort();
	const child = start(
		'socat',
		[`TCP-LISTEN:${port},bind=127.0.0.1,fork,reuseaddr,nodelay,backlog=511`, 'PIPE'],
		'ignore',
	);
	await listening(port);
	return { port, stop: () => end(child, 'SIGTERM') };
}

/** One `cat` a connection, which is how ncat echoes. */
export async function startNcat(): Promise<RunningServer> {
	const port = await freePort();
	const args = ['-l', '-k', '--max-conns', '200', '--exec', '/bin/cat', '127.0.0.1', String(port)];
	const child = start('ncat', args, 'ignore');
	await listening(port);
	return { port, stop: () => end(child, 'SIGTERM') };
}
