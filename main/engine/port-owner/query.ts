import type { PortOwner } from '../../../common/contract/base/errors.ts';

/** Which port somebody else holds. */
export interface PortQuery {
	readonly protocol: 'tcp' | 'udp';
	/** The numeric address that could not be bound. */
	readonly address: string;
	readonly port: number;
}

/** A closed connection that keeps its local port though no process has it any more (RFC 9293, 3.3.2). */
export interface LeftConnection {
	/** `closing`: our end or the peer's has not been confirmed. */
	readonly state: 'TIME_WAIT' | 'FIN_WAIT2' | 'closing';
	/** When the system lets go of it, in milliseconds from now, where it says so. */
	readonly goneInMs: number | undefined;
}

/** Who and what holds a port. */
export interface PortHolders {
	readonly owners: readonly PortOwner[];
	/** Known on Linux alone. */
	readonly left: readonly LeftConnection[];
}
