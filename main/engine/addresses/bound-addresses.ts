import { isMulticast } from '../../../common/contract/config/socket-options.ts';
import { withoutZone } from '../../../common/payload/index.ts';
import { covers } from './address.ts';
import { isBroadcast } from './interfaces.ts';

type Protocol = 'tcp' | 'udp' | 'unix';

export interface BoundAddress {
	readonly protocol: Protocol;
	/** Id of the endpoint that listens or is bound there. */
	readonly endpoint: string;
	/** The path of a Unix socket. */
	readonly address: string;
	readonly port: number;
}

/** The bound addresses of this engine's endpoints, to recognise connections whose two ends are both ours. */
export class BoundAddresses {
	/** Changes with every change, so that a result can be cached. */
	version = 0;
	readonly #groups = new Map<string, ReadonlySet<string>>();
	readonly #byPort = new Map<number, Set<BoundAddress>>();

	/** Returns a function that removes it. */
	add(bound: BoundAddress): () => void {
		const there = this.#byPort.get(bound.port) ?? new Set();
		there.add(bound);
		this.#byPort.set(bound.port, there);
		this.version++;
		return () => {
			there.delete(bound);
			if (there.size === 0) this.#byPort.delete(bound.port);
			this.version++;
		};
	}

	/** Sets the multicast groups that an endpoint receives in addition to its address. */
	setGroups(endpoint: string, groups: ReadonlySet<string>): void {
		if (groups.size === 0) this.#groups.delete(endpoint);
		else this.#groups.set(endpoint, groups);
		this.version++;
	}

	/** What an endpoint has bound on a port. */
	of(endpoint: string, port: number): BoundAddress[] {
		return [...(this.#byPort.get(port) ?? [])].filter((one) => one.endpoint === endpoint);
	}

	/** The endpoint that receives packets to an address. */
	receiver(protocol: Protocol, address: string, port: number): BoundAddress | undefined {
		return this.#find(port, (one) => one.protocol === protocol && this.#receives(one, address));
	}

	/** The endpoint that prevents another socket from binding there. */
	holder(protocol: Protocol, address: string, port: number): BoundAddress | undefined {
		const clash = (one: BoundAddress) => covers(one.address, address) || covers(address, one.address);
		return this.#find(port, (one) => one.protocol === protocol && clash(one));
	}

	#receives({ protocol, address: bound, endpoint }: BoundAddress, address: string): boolean {
		if (protocol === 'udp' && isMulticast(address))
			return this.#groups.get(endpoint)?.has(withoutZone(address)) === true;
		if (protocol === 'udp' && bound === '0.0.0.0' && isBroadcast(address)) return true;
		return covers(bound, address);
	}

	#find(port: number, matches: (one: BoundAddress) => boolean): BoundAddress | undefined {
		for (const one of this.#byPort.get(port) ?? []) if (matches(one)) return one;
		return undefined;
	}
}
