import type { PortOwner, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Said } from '../../../common/words/sentence/said.ts';
import type { BoundAddresses } from '../addresses/bound-addresses.ts';
import { engineError } from '../sentences/engine-error.ts';
import { holding, processHolding, together } from '../sentences/holders.ts';
import { findHolders } from './find.ts';
import { nextFreePort } from './free-port.ts';
import { closingOf, describeLeft, waitFor } from './left.ts';
import type { PortHolders, PortQuery } from './query.ts';

function describe({ endpoint, process: name, pid, user }: PortOwner): Said {
	if (endpoint !== undefined) return holding('otherEndpoint');
	if (pid === process.pid) return holding('thisWirebench', { pid });
	if (pid !== undefined) return processHolding(name, pid);
	return user === undefined ? holding('processUnnamed') : holding('processOfUser', { user });
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

/** Who and what holds a port, in words; undefined where the system does not report it. */
function describeHolders({ owners, left }: PortHolders, asked: string): Said | undefined {
	// An owner bound to all addresses, or to another than the requested one, blocks it too.
	const named = owners.map((owner) => {
		const holder = describe(owner);
		return owner.address === asked ? holder : holding('holderOn', { holder, address: owner.address });
	});
	return together([...named, ...describeLeft(left)]);
}

/** The advice for a port in use. `instead`: another port to use. */
function whatToDo(
	{ owners, left }: PortHolders,
	{ protocol, port }: Pick<PortQuery, 'protocol' | 'port'>,
	instead: Said,
): Said {
	const remains = { instead, wait: waitFor(left), count: left.length };
	if (owners.length > 0) {
		return left.length === 0
			? holding('stopHolder', { instead, port })
			: holding('stopHolderAndWait', { ...remains, port });
	}
	if (left.length > 0) return holding('waitForLeft', remains);
	return protocol === 'tcp' ? holding('unseenTcp', { instead }) : holding('unseenUdp', { instead });
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
	const by = names === undefined ? holding('inUseUnseen') : holding('inUseBy', { names });
	const instead = freePort === undefined ? holding('useOtherPort') : holding('useFreePort', { port: freePort });
	const { address, port } = query;
	const advice = whatToDo(holders, query, instead);
	const free = freePort === undefined ? {} : { freePort };
	return engineError(
		'address-in-use',
		'portInUse',
		{ address, port, by, advice },
		{
			...error.details,
			owners: [...holders.owners],
			...closingOf(holders.left),
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
	if (names === undefined) return error;
	const advice = whatToDo(holders, query, holding('otherLocalPort'));
	return engineError(
		error.code,
		'localPortTaken',
		{ port: localPort, from: localHost ?? '', target, by: names, advice },
		{ ...error.details, owners: [...holders.owners], ...closingOf(holders.left) },
	);
}
