import { type PortOwner, WirebenchError } from '../../../common/contract/errors.ts';
import type { BoundAddresses } from '../bound-addresses.ts';
import { findOwners } from './find.ts';
import { nextFreePort } from './free-port.ts';
import type { PortQuery } from './query.ts';

function describe({ endpoint, process: name, pid, user }: PortOwner): string {
	if (endpoint !== undefined) return 'another endpoint of this Wirebench';
	if (pid !== undefined) return `${name ?? 'a process'} (pid ${pid})`;
	if (user === undefined) return 'a process that the system does not name';
	return `a process of the user ${user}, whose pid the system does not tell`;
}

/** Who holds a port, with the endpoints of this engine named. */
export async function namedOwners(query: PortQuery, bound: BoundAddresses): Promise<PortOwner[]> {
	const others = await findOwners(query);
	const ours = bound.holder(query.protocol, query.address, query.port);
	const owners = others.map((owner) =>
		ours !== undefined && owner.pid === process.pid ? { ...owner, endpoint: ours.endpoint } : owner,
	);
	if (ours !== undefined && !owners.some((owner) => owner.endpoint !== undefined)) {
		owners.push({ address: ours.address, port: ours.port, pid: process.pid, endpoint: ours.endpoint });
	}
	return owners;
}

/** The port that anybody may listen on before which the search begins, where the system has none of its own choice left. */
const LAST_PRIVILEGED = 1023;

/** The system was to choose a port and has none left: its range is used up. */
async function noPortLeft(error: WirebenchError, query: PortQuery): Promise<WirebenchError> {
	const freePort = await nextFreePort({ ...query, port: LAST_PRIVILEGED });
	const instead = freePort === undefined ? 'Choose a port' : `Choose a port, ${freePort} say, which is free`;
	const message = `The system has no port left to choose on ${query.address}: all of its range are taken.`;
	return new WirebenchError('address-in-use', message, {
		...error.details,
		...(freePort === undefined ? {} : { freePort }),
		hint: `${instead}, or wait until connections have closed. On Linux net.ipv4.ip_local_port_range is the range.`,
	});
}

/** Adds to an `address-in-use` error who holds the port, and a port that is free. */
export async function explainAddressInUse(
	error: WirebenchError,
	query: PortQuery,
	bound: BoundAddresses,
): Promise<WirebenchError> {
	if (query.port === 0) return noPortLeft(error, query);
	const [owners, freePort] = await Promise.all([namedOwners(query, bound), nextFreePort(query)]);
	// An owner of all addresses, or of another than we asked for, is in the way just the same.
	const where = ({ address }: PortOwner) => (address === query.address ? '' : ` on ${address}`);
	const names = [...new Set(owners.map((owner) => `${describe(owner)}${where(owner)}`))].join(' and ');
	const by = names === '' ? 'in use; the system does not say by whom' : `in use by ${names}`;
	const instead = freePort === undefined ? 'Use another port' : `Use port ${freePort}, which is free`;
	return new WirebenchError('address-in-use', `Port ${query.port} on ${query.address} is ${by}.`, {
		...error.details,
		owners,
		...(freePort === undefined ? {} : { freePort }),
		hint: `${instead}, or stop the one that holds ${query.port}.`,
	});
}
