import { lstat, unlink } from 'node:fs/promises';
import { connect } from 'node:net';
import type { PortOwner, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Said } from '../../../common/words/sentence/said.ts';
import type { BoundAddresses } from '../addresses/bound-addresses.ts';
import { fittingPath, systemPath } from '../addresses/unix-address.ts';
import { engineError } from '../sentences/engine-error.ts';
import { holding, processHolding, together } from '../sentences/holders.ts';
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
		return engineError('address-in-use', 'pathUsedHere', { path: words }, { ...error.details, owners: [owner] });
	}
	if (!path.startsWith('@') && !(await isSocket(path))) {
		return engineError('address-in-use', 'pathIsNoSocket', { path: words }, error.details);
	}
	const owners = process.platform === 'linux' ? await linuxPathOwners(fittingPath(path)) : [];
	// Only where the system's table has no result: connecting could use up a server that accepts a single client.
	if (owners.length > 0 || (await answers(path))) {
		const by = names(owners);
		return engineError('address-in-use', 'pathUsed', { path: words, by }, { ...error.details, owners });
	}
	return engineError('address-in-use', 'pathLeftBehind', { path: words }, { ...error.details, stale: true });
}

/**
 * Removes a socket file that nothing listens on. Throws `wrong-state` where it is not a socket or something listens,
 * and the system's error where it cannot be removed. `words`: the path for people.
 */
export async function removeStaleSocket(path: string, words: string): Promise<void> {
	if (!(await isSocket(path)) || (await answers(path))) {
		throw engineError('wrong-state', 'pathNotLeftBehind', { path: words });
	}
	await unlink(path);
}

function names(owners: readonly PortOwner[]): Said {
	const known = owners.map(({ process: name, pid = 0 }) => processHolding(name, pid));
	return together(known) ?? holding('programUnnamed');
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
