import type { CallInput } from '../../../common/contract/index.ts';
import type { Destination } from '../../app/shared/address/destination.ts';
import type { Target } from './to/targets.ts';

/** The destination of a message. */
export interface Place {
	readonly target: Target;
	/** Selected connections of the endpoint; empty for all. */
	readonly chosen: readonly number[];
	/** For a datagram socket: an address, or a path. */
	readonly to: Destination | string | undefined;
}

/** The same as parameters of the contract. */
export function placeInput({ target, chosen, to }: Place): Omit<CallInput<'send'>, 'bytes'> {
	const { endpoint, connection } = target;
	if (connection !== undefined) return { endpoint, connection };
	if (chosen.length > 0) return { endpoint, connections: [...chosen] };
	if (typeof to === 'string') return { endpoint, path: to };
	return { endpoint, ...(to === undefined ? {} : { to }) };
}
