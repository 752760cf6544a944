import type { PortOwner } from '../../../common/contract/base/errors.ts';

/** The port that another socket holds. */
export interface PortQuery {
	readonly protocol: 'tcp' | 'udp';
	/** The numeric address that could not be bound. */
	readonly address: string;
	readonly port: number;
}

/** A closed connection that holds its local port although no process owns it any more (RFC 9293, 3.3.2). */
export interface LeftConnection {
	/** `closing`: our FIN or the peer's is not acknowledged. */
	readonly state: 'TIME_WAIT' | 'FIN_WAIT2' | 'closing';
	/** When the system releases it, in milliseconds from now, where it reports that. */
	readonly goneInMs: number | undefined;
}

/** Who and what holds a port. */
export interface PortHolders {
	readonly owners: readonly PortOwner[];
	/** Known only on Linux. */
	readonly left: readonly LeftConnection[];
}
