import type { PortOwner } from '../../../common/contract/base/errors.ts';
import { BoundAddresses } from '../addresses/bound-addresses.ts';
import { namedOwners } from '../port-owner/explain.ts';
import { findAddresses } from './find-addresses.ts';

/**
 * Who holds a port of a host, as far as the system reports it; each socket once. Fails with a WirebenchError when its
 * name has no address.
 */
export async function portOwners(
	protocol: 'tcp' | 'udp',
	host: string,
	port: number,
	bound = new BoundAddresses(),
): Promise<PortOwner[]> {
	const addresses = await findAddresses(host, 'any');
	const found = await Promise.all(addresses.map((address) => namedOwners({ protocol, address, port }, bound)));
	return [...new Map(found.flat().map((owner) => [`${owner.address} ${owner.pid} ${owner.endpoint}`, owner])).values()];
}
