import { setTimeout as wait } from 'node:timers/promises';
import type { PortOwner } from '../../../common/contract/base/errors.ts';
import { engineError } from '../sentences/engine-error.ts';
import { portOwners } from './port-owners.ts';

/** Milliseconds that a signalled program may take to end. */
const PATIENCE_MS = 3000;
/** Interval of checking the port's owner. The system does not notify when a port becomes free. */
const LOOK_MS = 50;

/** A port of this machine and the process that was found to hold it. */
export interface HeldPort {
	readonly protocol: 'tcp' | 'udp';
	readonly host: string;
	readonly port: number;
	readonly pid: number;
}

/** The owner with that pid, if it still holds the port. */
async function holding({ protocol, host, port, pid }: HeldPort): Promise<PortOwner | undefined> {
	return (await portOwners(protocol, host, port)).find((owner) => owner.pid === pid);
}

/** Sends SIGTERM, which lets a program clean up; on Windows, which has no such signal, ends it. */
function tellToEnd(pid: number, name: string): void {
	try {
		process.kill(pid, 'SIGTERM');
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		// It ended by itself meanwhile.
		if (code === 'ESRCH') return;
		if (code !== 'EPERM') throw error;
		throw engineError('not-permitted', 'ownerOfAnotherUser', { name }, { errno: code });
	}
}

/**
 * Ends the process that holds a port, and waits until it has released it. Only a process that holds it at that moment
 * is signalled: the pid may belong to another program by then. Fails with `not-found` when it no longer holds the port,
 * `timeout` when it keeps running.
 */
export async function stopOwner(held: HeldPort, patienceMs = PATIENCE_MS): Promise<void> {
	const { pid, port } = held;
	if (pid === process.pid) {
		throw engineError('wrong-state', 'ownerIsWirebench');
	}
	const owner = await holding(held);
	if (owner === undefined) {
		throw engineError('not-found', 'ownerHasGone', { pid, port });
	}
	const name = `${owner.process ?? 'The process'} (pid ${pid})`;
	tellToEnd(pid, name);
	const deadline = performance.now() + patienceMs;
	while ((await holding(held)) !== undefined) {
		if (performance.now() >= deadline) {
			throw engineError('timeout', 'ownerStays', { name, pid, port });
		}
		await wait(LOOK_MS);
	}
}
