import type { CapturedConnection } from '../contract/calls/stream.ts';
import { align } from './bytes/align.ts';
import { pairsInOrder } from './similar.ts';

/** Connections of two captures that belong together; one that is alone is missing in the other capture. */
export interface ConnectionPair {
	readonly a?: CapturedConnection;
	readonly b?: CapturedConnection;
}

/** The connections of one endpoint, in the order in which they opened. */
interface Group {
	readonly endpoint: string;
	readonly protocol: string;
	readonly connections: CapturedConnection[];
}

/**
 * Pairs the connections of two captures, in the order of the first. Endpoints belong together by name and protocol, else by a
 * port that both have, else by their order; then their connections by order, where one more in the middle does not shift
 * those whose numbers of bytes are the same. Addresses and ephemeral ports make no difference.
 */
export function pairConnections(a: readonly CapturedConnection[], b: readonly CapturedConnection[]): ConnectionPair[] {
	const [left, right] = [groups(a), groups(b)];
	const pairs: ConnectionPair[] = [];
	const tests: ((one: Group, other: Group) => boolean)[] = [
		(one, other) => one.protocol === other.protocol && one.endpoint === other.endpoint,
		(one, other) => one.protocol === other.protocol && portsOf(one).some((port) => portsOf(other).includes(port)),
		(one, other) => one.protocol === other.protocol,
	];
	for (const fits of tests) {
		for (const one of [...left]) {
			const other = [...right].find((group) => fits(one, group));
			if (other === undefined) continue;
			left.delete(one);
			right.delete(other);
			pairs.push(...inOrder(one.connections, other.connections));
		}
	}
	for (const { connections } of left) pairs.push(...connections.map((connection) => ({ a: connection })));
	for (const { connections } of right) pairs.push(...connections.map((connection) => ({ b: connection })));
	const place = ({ a: one }: ConnectionPair): number => one?.first ?? Number.POSITIVE_INFINITY;
	return pairs.sort((one, other) => place(one) - place(other) || (one.b?.first ?? 0) - (other.b?.first ?? 0));
}

function groups(connections: readonly CapturedConnection[]): Set<Group> {
	const byName = new Map<string, Group>();
	for (const connection of connections) {
		const { endpoint, protocol } = connection;
		const key = JSON.stringify([endpoint, protocol]);
		const group = byName.get(key) ?? { endpoint, protocol, connections: [] };
		group.connections.push(connection);
		byName.set(key, group);
	}
	return new Set(byName.values());
}

/** The ports of its first connection. */
function portsOf({ connections: [first] }: Group): string[] {
	const port = (address: string | undefined): string[] => /:(\d+)$/.exec(address ?? '')?.slice(1) ?? [];
	return [...port(first?.local), ...port(first?.remote)];
}

function inOrder(a: readonly CapturedConnection[], b: readonly CapturedConnection[]): ConnectionPair[] {
	const ids = new Map<string, number>();
	const idOf = ({ bytesIn, bytesOut }: CapturedConnection): number => {
		const key = `${bytesIn}/${bytesOut}`;
		const id = ids.get(key) ?? ids.size;
		ids.set(key, id);
		return id;
	};
	const result: ConnectionPair[] = [];
	let [i, j] = [0, 0];
	const pairUp = (aEnd: number, bEnd: number): void => {
		for (const pair of pairsInOrder(aEnd - i, bEnd - j)) {
			const one = pair.a === undefined ? undefined : a[i + pair.a];
			const other = pair.b === undefined ? undefined : b[j + pair.b];
			result.push({ ...(one && { a: one }), ...(other && { b: other }) });
		}
		[i, j] = [aEnd, bEnd];
	};
	for (const edit of align(Float64Array.from(a, idOf), Float64Array.from(b, idOf), 1).edits) {
		pairUp(edit.a, edit.b);
		pairUp(edit.aEnd, edit.bEnd);
	}
	pairUp(a.length, b.length);
	return result;
}
