import type { CapturedConnection } from '../../../common/contract/calls/stream.ts';

/** Maximum number of distinguishable columns. */
export const MOST_PARTIES = 12;

/** A column: one end of connections. */
export interface Party {
	/** `127.0.0.1:8080`, or a placeholder where the capture does not say. */
	readonly address: string;
	/** The endpoint of this end; undefined for a foreign peer. */
	readonly endpoint: string | undefined;
	/** The connection whose other end it is, where the address is only a placeholder. */
	readonly peerOf?: number;
}

/** The columns of a connection: our end, and the peer's. */
export interface Ends {
	readonly local: number;
	readonly remote: number;
}

export interface Parties {
	readonly columns: readonly Party[];
	/** By connection. */
	readonly ends: ReadonlyMap<number, Ends>;
	/** Connections without a column. */
	readonly left: number;
}

/** Assigns a column to each end, in the order of the connections, and one per address. */
export function partiesOf(connections: readonly CapturedConnection[], most = MOST_PARTIES): Parties {
	const columns: Party[] = [];
	const places = new Map<string, number>();
	const ends = new Map<number, Ends>();
	let left = 0;
	for (const { id, endpoint, local, remote } of connections) {
		const ours = local === '' ? endpoint : local;
		const theirs = remote === '' ? `#${id}` : remote;
		const missing = new Set([ours, theirs].filter((address) => !places.has(address))).size;
		if (columns.length + missing > most) {
			left++;
			continue;
		}
		const place = (address: string, owner: string | undefined, peerOf?: number): number => {
			const known = places.get(address);
			const at = known ?? columns.length;
			places.set(address, at);
			const party = columns[at] ?? { address, endpoint: undefined, ...(peerOf === undefined ? {} : { peerOf }) };
			columns[at] = { ...party, endpoint: party.endpoint ?? owner };
			return at;
		};
		ends.set(id, { local: place(ours, endpoint), remote: place(theirs, undefined, remote === '' ? id : undefined) });
	}
	return { columns, ends, left };
}

/** The filter for the events of these connections that another filter matches. Empty without connections. */
export function filterFor(applied: string, connections: Iterable<number>): string {
	const ours = [...connections].map((id) => `conn:${id}`).join(' or ');
	if (ours === '' || applied === '') return ours;
	return `(${applied}) (${ours})`;
}
