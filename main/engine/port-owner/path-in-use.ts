import { lstat, unlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { type PortOwner, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { BoundAddresses } from '../addresses/bound-addresses.ts';
import { fittingPath, systemPath } from '../addresses/unix-address.ts';
import { linuxPathOwners } from './linux.ts';

/** Adds to an `address-in-use` error what holds the path: a program, another endpoint, a stale socket file, or a regular file. `words`: the path for people. */
export async function explainPathInUse(
	error: WirebenchError,
	path: string,
	words: string,
	bound: BoundAddresses,
	port: number,
): Promise<WirebenchError> {
	const ours = bound.holder('unix', path, port);
	if (ours !== undefined) {
		const owner = { address: path, port: 0, pid: process.pid, endpoint: ours.endpoint };
		return refuse(error, `${words} is in use by another endpoint of this Wirebench.`, {
			owners: [owner],
			hint: 'Stop that endpoint, or choose another path.',
		});
	}
	if (!path.startsWith('@') && !(await isSocket(path))) {
		return refuse(error, `${words} is there already, and is no socket.`, { hint: 'Choose another path.' });
	}
	const owners = process.platform === 'linux' ? await linuxPathOwners(fittingPath(path)) : [];
	// Only where the system's table has no result: connecting could use up a server that accepts a single client.
	if (owners.length > 0 || (await answers(path))) {
		return refuse(error, `${words} is in use by ${names(owners)}.`, {
			owners,
			hint: 'Choose another path, or stop the program that listens there.',
		});
	}
	return refuse(error, `${words} was left behind: nothing listens there any more.`, {
		stale: true,
		hint: 'Remove it and start again.',
	});
}

/**
 * Removes a socket file that nothing listens on. Throws `wrong-state` where it is not a socket or something listens,
 * and the system's error where it cannot be removed. `words`: the path for people.
 */
export async function removeStaleSocket(path: string, words: string): Promise<void> {
	if (!(await isSocket(path)) || (await answers(path))) {
		throw new WirebenchError('wrong-state', `${words} is not a socket that was left behind: it stays.`);
	}
	await unlink(path);
}

function refuse(error: WirebenchError, message: string, details: WirebenchError['details']): WirebenchError {
	return new WirebenchError('address-in-use', message, { ...error.details, ...details });
}

function names(owners: readonly PortOwner[]): string {
	const all = owners.map(({ process: name, pid }) => `${name ?? 'a process'} (pid ${pid})`);
	return all.length === 0 ? 'a program that the system does not name' : [...new Set(all)].join(' and ');
}

async function isSocket(path: string): Promise<boolean> {
	try {
		return (await lstat(path)).isSocket();
	} catch (error) {
		if (error instanceof Error && 'code' in error) return false;
		throw error;
	}
}

/** Whether something listens there: connects and closes at once. */
function answers(path: string): Promise<boolean> {
	const socket = connect({ path: systemPath(path) });
	return new Promise((resolve) => {
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		// A full accept queue gives another error; only a refusal means that nobody listens.
		socket.once('error', (error) => resolve(!('code' in error && error.code === 'ECONNREFUSED')));
	});
}
