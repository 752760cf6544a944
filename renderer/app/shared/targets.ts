import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import {
	configuredAddress,
	destinationOf,
	type EndpointKind,
	isClient,
	isProxy,
	type Place,
	traitsOf,
} from '../../../common/endpoints/index.ts';

/** An address of an endpoint of ours that another endpoint can send to. */
export interface Target {
	readonly id: string;
	readonly name: string;
	readonly kind: EndpointKind;
	readonly host: string;
	readonly port: number;
	/** For a Unix socket, which has no host and no port. */
	readonly path: string | undefined;
}

/** Open servers and UDP sockets, the preferred endpoint (the selected one) first, then the newest. */
export function targetsOf(endpoints: readonly EndpointState[], preferred: string | undefined): Target[] {
	const open = endpoints.flatMap((state): Target[] => (state.status === 'open' ? targetAt(state) : []));
	return open.toReversed().sort((a, b) => Number(b.id === preferred) - Number(a.id === preferred));
}

/** Where an endpoint can be sent to: where it is bound, else where it will be; none for a client and before its port is known. */
export function targetAt({ id, config, local }: Pick<EndpointState, 'id' | 'config' | 'local'>): [Target] | [] {
	if (isClient(config.kind)) return [];
	const { address, port, path } = local ?? configuredAddress(config);
	if (path === '' || (port === 0 && path === undefined)) return [];
	return [{ id, name: config.name, kind: config.kind, host: reachable(address), port, path }];
}

/** Whether an endpoint of a kind can send to the target. */
export function isTargetOf(target: Pick<Target, 'kind'>, kind: EndpointKind): boolean {
	const sender = traitsOf(kind);
	const receiver = traitsOf(target.kind);
	if (sender.protocol !== receiver.protocol || sender.transport !== receiver.transport) return false;
	if (sender.role === 'server' || receiver.role === 'client') return false;
	return !(sender.role === 'proxy' && receiver.role === 'proxy');
}

/** The endpoint of ours that receives what is sent to a place; one that is open before one that is not. */
export function endpointAt(
	place: Place,
	protocol: 'tcp' | 'udp' | 'unix',
	endpoints: Iterable<EndpointState>,
): EndpointState | undefined {
	const there = [...endpoints].filter((state) => {
		const [target] = targetAt(state);
		if (target === undefined || traitsOf(target.kind).protocol !== protocol) return false;
		if ('path' in place) return target.path === place.path;
		return target.path === undefined && target.port === place.port && isSameHost(state, target.host, place.host);
	});
	return there.find(({ status }) => status === 'open') ?? there[0];
}

/** Whether a place is one of a bound address; a wildcard has every address of this machine, of which loopback is known. */
function isSameHost(state: EndpointState, host: string, wanted: string): boolean {
	const name = wanted.trim().toLowerCase();
	if (host === name) return true;
	const { address } = state.local ?? configuredAddress(state.config);
	if (address === '0.0.0.0' || address === '::') return /^(127\.|::1$|localhost$)/.test(name);
	return name === 'localhost' && (host === '127.0.0.1' || host === '::1');
}

/**
 * The endpoint of ours at a place that requires TLS, of its clients; undefined where none is there, and where it does not.
 * A proxy without TLS passes on what its target requires.
 */
export function secureEndpointAt(
	place: Place | undefined,
	endpoints: Iterable<EndpointState>,
	seen: ReadonlySet<string> = new Set(),
): EndpointState | undefined {
	if (place === undefined || 'path' in place) return undefined;
	const state = endpointAt(place, 'tcp', endpoints);
	if (state === undefined || seen.has(state.id)) return undefined;
	const { config } = state;
	if ('tls' in config && config.tls !== undefined) return state;
	if (!isProxy(config.kind) || ('targetTls' in config && config.targetTls !== undefined)) return undefined;
	const behind = secureEndpointAt(destinationOf(config), endpoints, new Set(seen).add(state.id));
	return behind === undefined ? undefined : state;
}

/** Nobody can connect to "all interfaces": use the loopback address of the same family. */
function reachable(address: string): string {
	if (address === '0.0.0.0') return '127.0.0.1';
	return address === '::' ? '::1' : address;
}
