import type { ConnectionState, EndpointState } from '../../../../common/contract/calls/workbench.ts';
import { configuredAddress, isClient, isProxy, traitsOf } from '../../../../common/endpoints/index.ts';
import { formatSocketAddress } from '../../../../common/payload/index.ts';
import { formatCount } from '../../../app/shared/format.ts';

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

export interface TargetChoice {
	readonly key: string;
	readonly label: string;
	readonly target: Target;
}

/** Maximum number of connections in the choice; the others are selected in the tree. */
const MOST_CONNECTIONS = 100;

function endpointLabel({ config, connections }: EndpointState): string {
	const { role } = traitsOf(config.kind);
	if (role === 'client') return `${config.name} → ${formatSocketAddress(configuredAddress(config))}`;
	return role === 'server' && connections > 0 ? `${config.name}: ${everyConnection(connections)}` : config.name;
}

function everyConnection(count: number): string {
	return count === 1 ? 'its connection' : `all ${formatCount(count)} connections`;
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
		add(endpointLabel(endpoint), { endpoint: endpoint.id });
		if (isClient(endpoint.config.kind)) continue;
		for (const id of (connectionIds.get(endpoint.id) ?? []).slice(0, MOST_CONNECTIONS)) {
			const connection = connections.get(id);
			if (connection !== undefined)
				add(connectionLabel(endpoint, connection), { endpoint: endpoint.id, connection: id });
		}
	}
	return choices;
}

/** A target in words, as the list has it; undefined where it is gone. */
export function targetLabel({ endpoint: id, connection }: Target, places: Places): string | undefined {
	const endpoint = places.endpoints.get(id);
	if (endpoint === undefined || connection === undefined) return endpoint && endpointLabel(endpoint);
	const there = places.connections.get(connection);
	return there && connectionLabel(endpoint, there);
}

/** Whether the target can receive a message now; if not, why, and which endpoint must be started. */
export type Readiness =
	| { readonly ready: true }
	| { readonly ready: false; readonly why: string; readonly start?: string };

const no = (why: string): Readiness => ({ ready: false, why });

export function readiness(target: Target | undefined, places: Places): Readiness {
	if (places.endpoints.size === 0)
		return no('Nothing to send to yet: start a server, or type an address at To, as in udp 127.0.0.1:9000.');
	const endpoint = target === undefined ? undefined : places.endpoints.get(target.endpoint);
	if (target === undefined || endpoint === undefined) return no('Choose where to send.');
	const { name, kind } = endpoint.config;
	if (isProxy(kind)) return no(`${name} only passes on what others say: choose where to send.`);
	if (endpoint.status === 'starting') return no(`${name} is starting…`);
	if (endpoint.status === 'stopping') return no(`${name} is stopping…`);
	if (endpoint.status !== 'open') return { ready: false, why: `Start ${name} to send.`, start: endpoint.id };
	if (target.connection !== undefined) {
		const connection = places.connections.get(target.connection);
		if (connection === undefined)
			return no(`#${target.connection} has closed: choose where to send. What you wrote stays.`);
		if (connection.status === 'connecting') return no(`#${connection.id} is still connecting…`);
		if (connection.status === 'ended') return no(`We have ended our side of #${connection.id}: it takes no more.`);
	} else if (traitsOf(kind).role === 'server' && endpoint.connections === 0) {
		return no(`${name} waits for a client: nobody to send to yet.`);
	}
	return { ready: true };
}
