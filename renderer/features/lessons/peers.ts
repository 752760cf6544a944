import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { session } from '../../app/state/host/session.ts';

/** What is at the other end of a connection. */
export interface Peer {
	/** Names of the programs that have the socket; none where the system does not say, or where they have ended. */
	readonly programs: readonly string[];
	/** It is another endpoint of this Wirebench. */
	readonly own: boolean;
}

/** Connections of one call. */
const COUNT = 1000;

/** Who is at the other end of connections: each is asked for once, and best while it is open. */
export class Peers {
	readonly #programs = new Map<number, Promise<readonly string[]>>();

	/** Looks for the program of a connection that has just been opened: it may end soon. */
	look(connection: number): Promise<readonly string[]> {
		const known = this.#programs.get(connection) ?? programsOf(connection);
		this.#programs.set(connection, known);
		return known;
	}

	async of(connection: number): Promise<Peer> {
		const programs = await this.look(connection);
		return { programs, own: await isOwn(connection) };
	}
}

async function programsOf(connection: number): Promise<readonly string[]> {
	try {
		const found = await session.call('connectionProgram', { connection });
		return 'program' in found && found.program.name !== undefined ? [found.program.name] : [];
	} catch (error) {
		// It is closed, or the system has no answer, which is one: what counts then does not depend on the program.
		if (error instanceof WirebenchError) return [];
		throw error;
	}
}

/** Whether the other end of a connection is in the capture, too: then it is an endpoint of ours. */
async function isOwn(connection: number): Promise<boolean> {
	const numbered = await session.call('captureConnections', { text: String(connection), from: 0, count: COUNT });
	const one = numbered.connections.find(({ id }) => id === connection);
	if (one === undefined || one.remote === '') return false;
	const facing = await session.call('captureConnections', { text: one.remote, from: 0, count: COUNT });
	return facing.connections.some(({ local, remote }) => local === one.remote && remote === one.local);
}
