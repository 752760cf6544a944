import type { ErrorDetails } from '../../../common/contract/base/errors.ts';
import type { Said } from '../../../common/words/sentence/said.ts';
import { findLeft } from '../port-owner/find.ts';
import { closingOf, describeLeft, waitFor } from '../port-owner/left.ts';
import { together } from '../sentences/holders.ts';
import { findAddresses } from './find-addresses.ts';

/** Closed connections that hold a port without a process. */
export interface PortLeft {
	/** How many, by state. */
	readonly what: Said;
	/** How long they hold it still. */
	readonly wait: Said;
	readonly closing: NonNullable<ErrorDetails['closing']>;
}

/** What closed connections hold a port of a host that no process holds; undefined where there are none, or the system does not report them. */
export async function portLeft(protocol: 'tcp' | 'udp', host: string, port: number): Promise<PortLeft | undefined> {
	const addresses = await findAddresses(host, 'any');
	const left = (await Promise.all(addresses.map((address) => findLeft({ protocol, address, port })))).flat();
	const what = together(describeLeft(left));
	const { closing } = closingOf(left);
	return what && closing && { what, wait: waitFor(left), closing };
}
