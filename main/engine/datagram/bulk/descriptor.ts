import { readdirSync } from 'node:fs';
import { type Written, writtenAddress } from './address.ts';
import type { BulkCalls } from './calls.ts';

/** Numbers of open files and sockets of this process (proc_pid_fd(5)). */
const OPEN = '/proc/self/fd';

/** Those in use, so that sockets which share an address are not mistaken for each other. */
const taken = new Set<number>();

/**
 * The number of a bound socket of node:dgram, which does not report it: the one datagram socket of this process that has
 * its address and is not taken. It is taken until `releaseDescriptor`. Undefined where it is not certain.
 */
export function takeDescriptor(bound: Written, calls: BulkCalls): number | undefined {
	const all = openNumbers().filter((number) => !taken.has(number) && isAt(number, bound, calls));
	const [number] = all;
	if (number === undefined || all.length > 1) return undefined;
	taken.add(number);
	return number;
}

/** Before the socket is closed: its number may be the next file's. */
export function releaseDescriptor(number: number): void {
	taken.delete(number);
}

function isAt(number: number, { address, port }: Written, calls: BulkCalls): boolean {
	const name = calls.name(number);
	const written = name === undefined ? undefined : writtenAddress(name, calls);
	return written?.port === port && written.address === address;
}

/** None where a container hides them. */
function openNumbers(): number[] {
	try {
		return readdirSync(OPEN).map(Number);
	} catch (error) {
		if (error instanceof Error && 'code' in error) return [];
		throw error;
	}
}
