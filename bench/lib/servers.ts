import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { join } from 'node:path';
import { end, firstLine, LIMIT_MS, loadFolder, start } from './process.ts';
import { startListen } from './wirebench-server.ts';

/** An echo server in a process of its own. */
export interface RunningServer {
	readonly pid: number;
	readonly port: number;
	/** The process of the program that watches its traffic, if there is one. */
	readonly watcher?: number | undefined;
	/** Ends it; returns what is missing in what it has recorded, if it records. Throws when it failed its checks. */
	stop(): Promise<string>;
}

const RECORDS_NOTHING = 'records nothing';

async function freePort(): Promise<number> {
	const server = net.createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	if (address === null || typeof address === 'string') throw new Error('No port to be had.');
	return address.port;
}

function running(child: ChildProcess, port: number): RunningServer {
	if (child.pid === undefined) throw new Error('The server did not start.');
	const stop = async (): Promise<string> => {
		await end(child, 'SIGTERM');
		return RECORDS_NOTHING;
	};
	return { pid: child.pid, port, stop };
}

/** Connects repeatedly until something listens: these programs do not report it. */
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
	const child = start(process.execPath, [join(loadFolder, 'node-echo.ts')], 'pipe');
	return running(child, Number(await firstLine(child)));
}

export async function startWirebench(): Promise<RunningServer> {
	const { pid, port, finish, remove } = await startListen(['tcp://127.0.0.1:0', '--preset', 'class-tcp']);
	return {
		pid,
		port,
		async stop() {
			const summary = await finish();
			remove();
			const whole = summary.received === summary.stored && summary.dropped === 0;
			if (!whole) throw new Error(`The capture is not whole: ${JSON.stringify(summary)}`);
			return `0 of ${summary.received} events`;
		},
	};
}

/** One process per connection, as in the echo of socat's own documentation; `PIPE` is its fastest way. */
export async function startSocat(): Promise<RunningServer> {
	const port = await freePort();
	const listen = `TCP-LISTEN:${port},bind=127.0.0.1,fork,reuseaddr,nodelay,backlog=511`;
	const child = start('socat', [listen, 'PIPE'], 'ignore');
	await listening(port);
	return running(child, port);
}

/** One `cat` per connection: ncat's way to echo. */
export async function startNcat(): Promise<RunningServer> {
	const port = await freePort();
	const args = ['-l', '-k', '--max-conns', '200', '--exec', '/bin/cat', '127.0.0.1', String(port)];
	const child = start('ncat', args, 'ignore');
	await listening(port);
	return running(child, port);
}
