import { setTimeout as wait } from 'node:timers/promises';
import { type PortOwner, WirebenchError } from '../../../common/contract/base/errors.ts';
import { portOwners } from './port-owners.ts';

/** How long a program that was told to end may take for it, in milliseconds. */
const PATIENCE_MS = 3000;
/** Between two looks at who has the port. The system tells nobody when a port becomes free. */
const LOOK_MS = 50;

/** A port of this machine and the process that was seen to hold it. */
export interface HeldPort {
	readonly protocol: 'tcp' | 'udp';
	readonly host: string;
	readonly port: number;
	readonly pid: number;
}

/** The owner with that pid, if it has the port still. */
async function holding({ protocol, host, port, pid }: HeldPort): Promise<PortOwner | undefined> {
	return (await portOwners(protocol, host, port)).find((owner) => owner.pid === pid);
}

/** Sends SIGTERM, which a program may use to tidy up; on Windows, where there is no such thing, ends it. */
function tellToEnd(pid: number, name: string): void {
	try {
		process.kill(pid, 'SIGTERM');
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		// It ended by itself meanwhile.
		if (code === 'ESRCH') return;
		if (code !== 'EPERM') throw error;
		throw new WirebenchError('not-permitted', `${name} belongs to another user: the system does not let us end it.`, {
			errno: code,
			hint: 'End it as that user or as the administrator, or use another port.',
		});
	}
}

/**
 * Ends the process that holds a port, and waits until it has let go of it. Only one that holds it at that moment is told to: the
 * pid may be another program's by then. Fails with `not-found` when it holds the port no more, `timeout` when it goes on.
 */
export async function stopOwner(held: HeldPort, patienceMs = PATIENCE_MS): Promise<void> {
	const { pid, port } = held;
	if (pid === process.pid) {
		throw new WirebenchError('wrong-state', 'That is this Wirebench itself: stop the endpoint that has the port.');
	}
	const owner = await holding(held);
	if (owner === undefined) {
		throw new WirebenchError('not-found', `The process ${pid} does not hold port ${port} any more: try again.`);
	}
	const name = `${owner.process ?? 'The process'} (pid ${pid})`;
	tellToEnd(pid, name);
	const deadline = performance.now() + patienceMs;
	while ((await holding(held)) !== undefined) {
		if (performance.now() >= deadline) {
			throw new WirebenchError('timeout', `${name} was told to end (SIGTERM) and still holds port ${port}.`, {
				hint: `It may need longer, or take no notice: kill -9 ${pid} ends it in any case.`,
			});
		}
		await wait(LOOK_MS);
	}
}
