import type { ConnectionState, EndpointState } from '../../../../common/contract/calls/workbench.ts';
import { configuredAddress, isClient, isProxy, traitsOf } from '../../../../common/endpoints/index.ts';
import { charsetOf, formatSocketAddress } from '../../../../common/payload/index.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import { words } from '../../../words/index.ts';

/** The target of a message: an endpoint, or one connection of it. */
export interface Target {
	readonly endpoint: string;
	readonly connection?: number | undefined;
}

/** The part of the workbench state that the composer needs. */
export interface Places {
	readonly endpoints: ReadonlyMap<string, EndpointState>;
	readonly connections: ReadonlyMap<number, ConnectionState>;
	readonly connectionIds: ReadonlyMap<string, readonly number[]>;
}

export function targetKey({ endpoint, connection }: Target): string {
	return connection === undefined ? endpoint : `${endpoint}#${connection}`;
}

/** A client has one connection: both mean the same target. */
export function normalTarget(target: Target, { endpoints }: Places): Target {
	const kind = endpoints.get(target.endpoint)?.config.kind;
	return kind !== undefined && isClient(kind) ? { endpoint: target.endpoint } : target;
}

/** The charset of the endpoint that a message goes to; of an address that has no endpoint yet, UTF-8. */
export function charsetOfTarget(target: Target | undefined, endpoints: Places['endpoints']): CharsetName {
	return charsetOf(endpoints.get(target?.endpoint ?? '')?.config ?? {});
}

export interface TargetChoice {
	readonly key: string;
	readonly label: string;
	readonly target: Target;
}

/** Maximum number of connections in the choice; the others are selected in the tree. */
const MOST_CONNECTIONS = 100;

/** `some`: only picked connections of it receive the message. */
function endpointLabel({ config, connections }: EndpointState, some: boolean): string {
	const { role } = traitsOf(config.kind);
	if (role === 'client') return `${config.name} → ${formatSocketAddress(configuredAddress(config))}`;
	if (role !== 'server' || connections === 0) return config.name;
	const text = words().targets;
	return some ? text.picked(config.name) : text.everyConnection(config.name, connections);
}

function connectionLabel(endpoint: EndpointState, { id, remote }: ConnectionState): string {
	return `#${id} ${endpoint.config.name}, ${formatSocketAddress(remote)}`;
}

/** All targets: endpoints in order, each followed by its connections. A proxy only forwards. */
export function targetChoices({ endpoints, connections, connectionIds }: Places): TargetChoice[] {
	const choices: TargetChoice[] = [];
	for (const endpoint of endpoints.values()) {
		if (isProxy(endpoint.config.kind)) continue;
		const add = (label: string, target: Target) => choices.push({ key: targetKey(target), label, target });
		add(endpointLabel(endpoint, false), { endpoint: endpoint.id });
		if (isClient(endpoint.config.kind)) continue;
		for (const id of (connectionIds.get(endpoint.id) ?? []).slice(0, MOST_CONNECTIONS)) {
			const connection = connections.get(id);
			if (connection !== undefined)
				add(connectionLabel(endpoint, connection), { endpoint: endpoint.id, connection: id });
		}
	}
	return choices;
}

/** A target in words, as the list has it, or with only `some` connections of it; undefined where it is gone. */
export function targetLabel({ endpoint: id, connection }: Target, places: Places, some = false): string | undefined {
	const endpoint = places.endpoints.get(id);
	if (endpoint === undefined || connection === undefined) return endpoint && endpointLabel(endpoint, some);
	const there = places.connections.get(connection);
	return there && connectionLabel(endpoint, there);
}

/** Whether the target can receive a message now; if not, why, and which endpoint must be started. */
export type Readiness =
	| { readonly ready: true }
	| { readonly ready: false; readonly why: string; readonly start?: string };

const no = (why: string): Readiness => ({ ready: false, why });

export function readiness(target: Target | undefined, places: Places): Readiness {
	const text = words().targets;
	if (places.endpoints.size === 0) return no(text.nothing);
	const endpoint = target === undefined ? undefined : places.endpoints.get(target.endpoint);
	if (target === undefined || endpoint === undefined) return no(text.choose);
	const { name, kind } = endpoint.config;
	if (isProxy(kind)) return no(text.proxy(name));
	if (endpoint.status === 'starting') return no(text.starting(name));
	if (endpoint.status === 'stopping') return no(text.stopping(name));
	if (endpoint.status !== 'open') return { ready: false, why: text.start(name), start: endpoint.id };
	if (target.connection !== undefined) {
		const connection = places.connections.get(target.connection);
		if (connection === undefined) return no(text.hasClosed(target.connection));
		if (connection.status === 'connecting') return no(text.connecting(connection.id));
		if (connection.status === 'ended') return no(text.ended(connection.id));
	} else if (traitsOf(kind).role === 'server' && endpoint.connections === 0) {
		return no(text.noClient(name));
	}
	return { ready: true };
}
