import type { CapturedConnection } from '../../../common/contract/calls/stream.ts';

/** Columns that can still be told apart. */
export const MOST_PARTIES = 12;

/** A column: one end of connections. */
export interface Party {
	/** `127.0.0.1:8080`, or what stands for it where the capture does not say. */
	readonly address: string;
	/** The endpoint whose own end it is; undefined for a peer that is none of ours. */
	readonly endpoint: string | undefined;
}

/** The columns of a connection: where our end of it stands, and the peer's. */
export interface Ends {
	readonly local: number;
	readonly remote: number;
}

export interface Parties {
	readonly columns: readonly Party[];
	/** By connection. */
	readonly ends: ReadonlyMap<number, Ends>;
	/** Connections that found no room. */
	readonly left: number;
}

/** Gives each end a column, in the order of the connections, and each address one only. */
export function partiesOf(connections: readonly CapturedConnection[], most = MOST_PARTIES): Parties {
	const columns: Party[] = [];
	const places = new Map<string, number>();
	const ends = new Map<number, Ends>();
	let left = 0;
	for (const { id, endpoint, local, remote } of connections) {
		const ours = local === '' ? endpoint : local;
		const theirs = remote === '' ? `peer of #${id}` : remote;
		const missing = new Set([ours, theirs].filter((address) => !places.has(address))).size;
		if (columns.length + missing > most) {
			left++;
			continue;
		}
		const place = (address: string, owner: string | undefined): number => {
			const known = places.get(address);
			const at = known ?? columns.length;
			places.set(address, at);
			const party = columns[at] ?? { address, endpoint: undefined };
			columns[at] = { address, endpoint: party.endpoint ?? owner };
			return at;
		};
		ends.set(id, { local: place(ours, endpoint), remote: place(theirs, undefined) });
	}
	return { columns, ends, left };
}

/** The filter that lists what these connections did, of what another filter lets through. Empty for no connection. */
export function filterFor(applied: string, connections: Iterable<number>): string {
	const ours = [...connections].map((id) => `conn:${id}`).join(' or ');
	if (ours === '' || applied === '') return ours;
	return `(${applied}) (${ours})`;
}
