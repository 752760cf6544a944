import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { isMissing } from '../../files/index.ts';

/** The tables of TCP sockets, IPv4 and IPv6 (proc_net_tcp in the kernel's documentation); only Linux has them. */
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];

/**
 * Whether the other end of a connection within this machine belongs to a process of this user. True where the system
 * does not report it.
 */
export function fromThisUser({ localPort, remotePort }: Socket): boolean {
	const user = process.geteuid?.();
	if (process.platform !== 'linux' || user === undefined) return true;
	const users = TABLES.flatMap((table) => ownersOf(table, remotePort, localPort));
	return users.every((owner) => owner === user);
}

/** The users of all sockets from one port to another, for any addresses. */
function ownersOf(table: string, from: number | undefined, to: number | undefined): number[] {
	return readTable(table).flatMap((line) => {
		const [, local, remote, , , , , user] = line.trim().split(/\s+/);
		return portOf(local) === from && portOf(remote) === to ? [Number(user)] : [];
	});
}

/** Lines of a table; empty where the kernel lacks the address family. */
function readTable(table: string): string[] {
	try {
		return readFileSync(table, 'latin1').split('\n').slice(1);
	} catch (error) {
		if (isMissing(error)) return [];
		throw error;
	}
}

/** The port of an address in hexadecimal, `0100007F:1F90`. */
function portOf(address: string | undefined): number | undefined {
	const port = address?.split(':')[1];
	return port === undefined ? undefined : Number.parseInt(port, 16);
}
