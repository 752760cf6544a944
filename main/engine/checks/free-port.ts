import { firstFreePort } from '../port-owner/free-port.ts';
import { findAddresses } from './find-addresses.ts';

export interface FreePortRequest {
	readonly protocol: 'tcp' | 'udp';
	readonly host: string;
	/** The first port that is tried. */
	readonly port: number;
	/** Ports that are not wanted, free or not. */
	readonly avoid: readonly number[];
}

/**
 * The first port of an address of this machine, from one on, that can be bound; undefined where none can, as on another
 * machine's address. It is free when the answer is made: nothing reserves it. Fails with a WirebenchError when the name
 * has no address.
 */
export async function freePort({ protocol, host, port, avoid }: FreePortRequest): Promise<number | undefined> {
	const [address] = await findAddresses(host, 'any');
	if (address === undefined) return undefined;
	return firstFreePort({ protocol, address, port }, new Set(avoid));
}
