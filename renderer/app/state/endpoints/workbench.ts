import { create } from 'zustand';
import type {
	ConnectionState,
	EndpointState,
	WorkbenchDelta,
	WorkbenchSnapshot,
} from '../../../../common/contract/calls/workbench.ts';

export interface Workbench {
	/** By id, in order of creation. */
	readonly endpoints: ReadonlyMap<string, EndpointState>;
	readonly connections: ReadonlyMap<number, ConnectionState>;
	/** Connection ids of each endpoint that has any, in order of arrival. */
	readonly connectionIds: ReadonlyMap<string, readonly number[]>;
	/** False until the first snapshot. */
	readonly loaded: boolean;
}

/** Every endpoint and connection of the host, from the `workbench` topic. */
export const useWorkbench = create<Workbench>()(() => fromSnapshot({ endpoints: [], connections: [] }, false));

/** The only endpoint of a name; undefined where several have it, or none. */
export function onlyNamed({ endpoints }: Workbench, name: string): EndpointState | undefined {
	const [only, ...others] = [...endpoints.values()].filter(({ config }) => config.name === name);
	return others.length === 0 ? only : undefined;
}

/** The state of a snapshot, independent of the state before. */
export function fromSnapshot(snapshot: WorkbenchSnapshot, loaded = true): Workbench {
	const connectionIds = new Map<string, number[]>();
	for (const { id, endpoint } of snapshot.connections) {
		const ids = connectionIds.get(endpoint);
		if (ids === undefined) connectionIds.set(endpoint, [id]);
		else ids.push(id);
	}
	return {
		endpoints: new Map(snapshot.endpoints.map((endpoint) => [endpoint.id, endpoint])),
		connections: new Map(snapshot.connections.map((connection) => [connection.id, connection])),
		connectionIds,
		loaded,
	};
}

/** The state after a delta. Unchanged maps keep their identity, so that only changes are rendered again. */
export function withDelta(before: Workbench, delta: WorkbenchDelta): Workbench {
	const changed = delta.endpoints.map((state) => withKept(before.endpoints.get(state.id), state));
	const endpoints = patched(before.endpoints, changed, delta.removedEndpoints);
	const moved = delta.connections.map((state) => withKeptEnds(before.connections.get(state.id), state));
	const connections = patched(before.connections, moved, delta.removedConnections);
	const added = delta.connections.filter(({ id }) => !before.connections.has(id));
	const removed = delta.removedConnections.flatMap((id) => before.connections.get(id) ?? []);
	const connectionIds =
		added.length + removed.length === 0 ? before.connectionIds : regrouped(before.connectionIds, added, removed);
	return { endpoints, connections, connectionIds, loaded: true };
}

/** The new state with the config and the address of the old one, where they are equal: what shows them is not rendered again. */
function withKept(before: EndpointState | undefined, after: EndpointState): EndpointState {
	if (before === undefined) return after;
	const { local } = after;
	return {
		...after,
		config: isEqual(before.config, after.config) ? before.config : after.config,
		...(local === undefined ? {} : { local: before.local && isEqual(before.local, local) ? before.local : local }),
	};
}

/** The new state with the addresses, the TLS facts and the half of the old one, where they are equal. */
function withKeptEnds(before: ConnectionState | undefined, after: ConnectionState): ConnectionState {
	if (before === undefined) return after;
	const { tls, proxy } = after;
	return {
		...after,
		local: isSameAddress(before.local, after.local) ? before.local : after.local,
		remote: isSameAddress(before.remote, after.remote) ? before.remote : after.remote,
		...(tls === undefined ? {} : { tls: before.tls && isEqual(before.tls, tls) ? before.tls : tls }),
		...(proxy === undefined ? {} : { proxy: before.proxy && isEqual(before.proxy, proxy) ? before.proxy : proxy }),
	};
}

/** Compared field by field: thousands of connections may change at once. */
function isSameAddress(a: ConnectionState['local'], b: ConnectionState['local']): boolean {
	return a.address === b.address && a.port === b.port && a.path === b.path && a.unknown === b.unknown;
}

/** Of values that a file could hold as JSON. */
function isEqual(a: object, b: object): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

function patched<K, V extends { readonly id: K }>(
	before: ReadonlyMap<K, V>,
	replaced: readonly V[],
	removed: readonly K[],
): ReadonlyMap<K, V> {
	if (replaced.length + removed.length === 0) return before;
	const after = new Map(before);
	for (const value of replaced) after.set(value.id, value);
	for (const id of removed) after.delete(id);
	return after;
}

function regrouped(
	before: ReadonlyMap<string, readonly number[]>,
	added: readonly ConnectionState[],
	removed: readonly ConnectionState[],
): ReadonlyMap<string, readonly number[]> {
	const after = new Map(before);
	for (const [endpoint, gone] of Map.groupBy(removed, (connection) => connection.endpoint)) {
		const ids = new Set(gone.map(({ id }) => id));
		const kept = (after.get(endpoint) ?? []).filter((id) => !ids.has(id));
		if (kept.length === 0) after.delete(endpoint);
		else after.set(endpoint, kept);
	}
	for (const [endpoint, come] of Map.groupBy(added, (connection) => connection.endpoint)) {
		after.set(endpoint, [...(after.get(endpoint) ?? []), ...come.map(({ id }) => id)]);
	}
	return after;
}
