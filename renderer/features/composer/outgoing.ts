import type { CallInput } from '../../../common/contract/index.ts';
import type { Destination } from './destination.ts';
import type { Target } from './targets.ts';

/** Where something is to go. */
export interface Place {
	readonly target: Target;
	/** Of the endpoint's connections; empty for all of them. */
	readonly chosen: readonly number[];
	/** Of a datagram socket: an address, or a path. */
	readonly to: Destination | string | undefined;
}

/** The same in the words of the contract. */
export function placeInput({ target, chosen, to }: Place): Omit<CallInput<'send'>, 'bytes'> {
	const { endpoint, connection } = target;
	if (connection !== undefined) return { endpoint, connection };
	if (chosen.length > 0) return { endpoint, connections: [...chosen] };
	if (typeof to === 'string') return { endpoint, path: to };
	return { endpoint, ...(to === undefined ? {} : { to }) };
}
