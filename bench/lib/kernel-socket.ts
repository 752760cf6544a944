import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** The kernel's counters of a UDP socket: bytes waiting to be read, and datagrams dropped because its buffer was full. */
export interface KernelSocket {
	readonly waiting: number;
	readonly drops: number;
}

/** Reads `/proc/net/udp` for a socket bound to 127.0.0.1; undefined where there is no such file or socket. */
export function kernelSocket(port: number): KernelSocket | undefined {
	if (process.platform !== 'linux') return undefined;
	const local = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
	const row = readFileSync('/proc/net/udp', 'utf8')
		.split('\n')
		.map((line) => line.trim().split(/\s+/))
		.find((columns) => columns[1] === local);
	const [, waiting] = row?.[4]?.split(':') ?? [];
	if (row === undefined || waiting === undefined) return undefined;
	return { waiting: Number.parseInt(waiting, 16), drops: Number(row.at(-1)) };
}

/** Resolves when the socket's reader has read everything, with the last count of drops. */
export async function drained(port: number, limitMs: number): Promise<KernelSocket | undefined> {
	const deadline = performance.now() + limitMs;
	for (;;) {
		const socket = kernelSocket(port);
		if (socket === undefined || socket.waiting === 0 || performance.now() > deadline) return socket;
		await delay(20);
	}
}

/** Datagrams dropped at full receive buffers, of the whole system since boot (`/proc/net/snmp`); undefined where there is no such file. */
export function udpErrors(): number | undefined {
	if (process.platform !== 'linux') return undefined;
	const [names, values] = readFileSync('/proc/net/snmp', 'utf8')
		.split('\n')
		.filter((line) => line.startsWith('Udp: '))
		.map((line) => line.split(' '));
	const column = names?.indexOf('RcvbufErrors') ?? -1;
	return column < 0 ? undefined : Number(values?.[column]);
}
