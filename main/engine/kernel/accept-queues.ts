import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { KernelSource } from '../../../common/kernel/sources.ts';
import { kernelNote } from '../sentences/kernel.ts';
import { type Reading, unread } from './reading.ts';

const run = promisify(execFile);
/** Time limit of a system tool, in milliseconds. */
const TIMEOUT_MS = 5000;
/** Bytes of its output: thousands of listeners. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Connections that wait for accept on a listener, and their limit. */
export interface AcceptQueue {
	readonly acceptQueue: number;
	readonly acceptLimit: number;
}

/** Lists each Unix listener: netid, state, queue, limit, path, inode, and the same of its peer, which it has not. */
const SS = ['-xlnH'];
/** Lists queue, incomplete connections, limit and address of each TCP listener. */
const NETSTAT = ['-L', '-a', '-n', '-W', '-p', 'tcp'];

/** The queue of the listener on a path, in the output of `ss -xlnH` (iproute2). */
export function unixQueue(output: string, path: string): AcceptQueue | undefined {
	for (const line of output.split('\n')) {
		const [, queue, limit, name] = /^u_\w+\s+LISTEN\s+(\d+)\s+(\d+)\s+(.*?)\s+\d+\s+\*\s+\d+\s*$/.exec(line) ?? [];
		if (name === path) return { acceptQueue: Number(queue), acceptLimit: Number(limit) };
	}
	return undefined;
}

/** The queue of the listener on an address, in the output of `netstat -L` of macOS: `1/0/128  127.0.0.1.8080`. */
export function darwinQueue(output: string, address: string, port: number): AcceptQueue | undefined {
	const names = [`${address}.${port}`, ...(address === '::' || address === '0.0.0.0' ? [`*.${port}`] : [])];
	for (const line of output.split('\n')) {
		const [, queue, limit, name = ''] = /^(\d+)\/\d+\/(\d+)\s+(\S+)\s*$/.exec(line) ?? [];
		if (names.includes(name)) return { acceptQueue: Number(queue), acceptLimit: Number(limit) };
	}
	return undefined;
}

async function byTool(
	program: Extract<KernelSource, 'ss' | 'netstat'>,
	args: readonly string[],
	find: (output: string) => AcceptQueue | undefined,
): Promise<Reading> {
	const output = await run(program, [...args], { timeout: TIMEOUT_MS, maxBuffer: MOST_BYTES }).then(
		({ stdout }) => stdout,
		// One that is missing, or fails, reports nothing: the note says so.
		() => '',
	);
	const facts = find(output);
	return facts === undefined
		? unread(kernelNote('kernelNoListenQueue', { program }))
		: { sources: [program], state: 'LISTEN', facts, notes: [] };
}

/** The accept queue of a Unix listener on Linux, which no socket option reports. */
export function readUnixListener(path: string): Promise<Reading> {
	return byTool('ss', SS, (output) => unixQueue(output, path));
}

/** The accept queue of a TCP listener on macOS, which no socket option reports. */
export function readDarwinListener(address: string, port: number): Promise<Reading> {
	return byTool('netstat', NETSTAT, (output) => darwinQueue(output, address, port));
}
