import type { ErrorDetails, PortOwner, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { BoundAddresses } from '../addresses/bound-addresses.ts';
import { engineError } from '../sentences/engine-error.ts';
import { findHolders } from './find.ts';
import { nextFreePort } from './free-port.ts';
import { describeLeft, goneInMs, waitFor } from './left.ts';
import type { LeftConnection, PortHolders, PortQuery } from './query.ts';

function describe({ endpoint, process: name, pid, user }: PortOwner): string {
	if (endpoint !== undefined) return 'another endpoint of this Wirebench';
	if (pid === process.pid) return `this Wirebench (pid ${pid})`;
	if (pid !== undefined) return `${name ?? 'a process'} (pid ${pid})`;
	if (user === undefined) return 'a process that the system does not name';
	return `a process of the user ${user}, whose pid the system does not tell`;
}

/** Who holds a port, with the endpoints of this engine named. */
export async function namedOwners(query: PortQuery, bound: BoundAddresses): Promise<PortOwner[]> {
	return [...(await namedHolders(query, bound)).owners];
}

async function namedHolders(query: PortQuery, bound: BoundAddresses): Promise<PortHolders> {
	const { owners: others, left } = await findHolders(query);
	const ours = bound.holder(query.protocol, query.address, query.port);
	const owners = others.map((owner) =>
		ours !== undefined && owner.pid === process.pid ? { ...owner, endpoint: ours.endpoint } : owner,
	);
	if (ours !== undefined && !owners.some((owner) => owner.endpoint !== undefined)) {
		owners.push({ address: ours.address, port: ours.port, pid: process.pid, endpoint: ours.endpoint });
	}
	return { owners, left };
}

/** The port before the first unprivileged one, where the search starts when the system has no free port to choose. */
const LAST_PRIVILEGED = 1023;

/** The system had to choose a port and has none left: its range is used up. */
async function noPortLeft(error: WirebenchError, query: PortQuery): Promise<WirebenchError> {
	const freePort = await nextFreePort({ ...query, port: LAST_PRIVILEGED });
	const details = { ...error.details, ...(freePort === undefined ? {} : { freePort }) };
	return engineError('address-in-use', 'noPortLeft', { address: query.address, freePort }, details);
}

/** Who and what holds a port, in words; empty where the system does not report it. */
function describeHolders({ owners, left }: PortHolders, asked: string): string {
	// An owner bound to all addresses, or to another than the requested one, blocks it too.
	const where = ({ address }: PortOwner) => (address === asked ? '' : ` on ${address}`);
	const names = new Set(owners.map((owner) => `${describe(owner)}${where(owner)}`));
	return [...names, describeLeft(left)].filter(Boolean).join(' and ');
}

/** The remains of closed connections, for programs. */
function leftDetails(left: readonly LeftConnection[]): ErrorDetails {
	if (left.length === 0) return {};
	const ms = goneInMs(left);
	return { closing: { connections: left.length, ...(ms === undefined ? {} : { goneInMs: ms }) } };
}

/** Possible holders, where the system reports none. */
const UNSEEN = {
	tcp: 'A program may have bound it without listening, or closed connections keep it for a minute or two (TIME_WAIT).',
	udp: 'A program of another user or of another container may have it.',
} as const;

/** The advice for a port in use. `instead`: another port to use. */
function whatToDo(
	{ owners, left }: PortHolders,
	{ protocol, port }: Pick<PortQuery, 'protocol' | 'port'>,
	instead: string,
): string {
	const leaves = `${waitFor(left)}: ${left.length === 1 ? 'it lets' : 'they let'} go by ${left.length === 1 ? 'itself' : 'themselves'}`;
	if (owners.length > 0) {
		const rest = left.length === 0 ? '' : `, and then wait ${leaves}`;
		return `${instead}, or stop the one that holds ${port}${rest}.`;
	}
	if (left.length === 0) return `${instead}. ${UNSEEN[protocol]}`;
	return `${instead}, or wait ${leaves}. No program has to be stopped. One that sets SO_REUSEADDR, as Wirebench does, leaves its port free.`;
}

/** Adds to an `address-in-use` error who or what holds the port, until when, and a free port. */
export async function explainAddressInUse(
	error: WirebenchError,
	query: PortQuery,
	bound: BoundAddresses,
): Promise<WirebenchError> {
	if (query.port === 0) return noPortLeft(error, query);
	const [holders, freePort] = await Promise.all([namedHolders(query, bound), nextFreePort(query)]);
	const names = describeHolders(holders, query.address);
	const by = names === '' ? 'in use; the system does not say by whom' : `in use by ${names}`;
	const instead = freePort === undefined ? 'Use another port' : `Use port ${freePort}, which is free`;
	const { address, port } = query;
	const advice = whatToDo(holders, query, instead);
	const free = freePort === undefined ? {} : { freePort };
	return engineError(
		'address-in-use',
		'portInUse',
		{ address, port, by, advice, ...free },
		{
			...error.details,
			owners: [...holders.owners],
			...leftDetails(holders.left),
			...free,
		},
	);
}

/** The local end of a client with a configured port. */
export interface LocalEnd {
	/** undefined: any address of this machine. */
	readonly localHost?: string | undefined;
	readonly localPort: number;
}

/**
 * Adds to the error of a client that could not bind its local port who or what holds it. Returned unchanged where the
 * system chose the port, for another error, or where the system names no holder.
 */
export async function explainLocalPort(
	error: WirebenchError,
	{ localHost, localPort }: LocalEnd,
	target: string,
): Promise<WirebenchError> {
	const { errno } = error.details;
	if (errno === 'EACCES' && localPort > 0 && localPort <= LAST_PRIVILEGED) {
		return engineError(error.code, 'localPortNotPermitted', { port: localPort, target }, error.details);
	}
	if (localPort === 0 || (errno !== 'EADDRINUSE' && errno !== 'EADDRNOTAVAIL')) return error;
	const query = { protocol: 'tcp', address: localHost ?? '::', port: localPort } as const;
	const holders = await findHolders(query);
	const names = describeHolders(holders, query.address);
	if (names === '') return error;
	const advice = whatToDo(holders, query, 'Let the system choose the local port, or choose another');
	return engineError(
		error.code,
		'localPortTaken',
		{ port: localPort, from: localHost ?? '', target, by: names, advice },
		{ ...error.details, owners: [...holders.owners], ...leftDetails(holders.left) },
	);
}
