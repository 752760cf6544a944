import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import {
	destinationOf,
	type EndpointConfig,
	type EndpointKind,
	type Place,
	traitsOf,
} from '../../../common/endpoints/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { endpointAt } from './targets.ts';

/** What the name of an endpoint is made of. */
export interface Named {
	readonly kind: EndpointKind;
	/** Where it listens; 0 or undefined: not known yet. */
	readonly port?: number | undefined;
	readonly path?: string | undefined;
	/** Where it sends to. */
	readonly to?: Place | undefined;
}

/** What the name of a config is made of. */
export function namedBy(config: EndpointConfig): Named {
	return {
		kind: config.kind,
		port: 'port' in config ? config.port : undefined,
		path: 'path' in config ? config.path : undefined,
		to: destinationOf(config),
	};
}

/** The name that an endpoint has until a person chooses one: `server :9000`, `to echo`, `echo proxy`. */
export function nameFor(config: EndpointConfig, endpoints: Iterable<EndpointState>): string {
	return nameOf(namedBy(config), endpoints);
}

export function nameOf({ kind, port = 0, path, to }: Named, endpoints: Iterable<EndpointState>): string {
	const { role, protocol } = traitsOf(kind);
	if (role === 'client' && to !== undefined) return `to ${labelOf(to, protocol, endpoints)}`;
	if (role === 'proxy' && to !== undefined) return `${labelOf(to, protocol, endpoints)} proxy`;
	const noun = role === 'server' ? 'server' : protocol === 'udp' ? 'udp' : 'datagram';
	const place = path === undefined ? (port === 0 ? '' : `:${port}`) : fileOf(path);
	return place === '' ? noun : `${noun} ${place}`;
}

/** Whether a person, or a preset, has named an endpoint: its name is not the one that it would get, with or without a number. */
export function isOwnName(config: EndpointConfig, endpoints: Iterable<EndpointState>): boolean {
	return config.name.replace(/ \d+$/, '') !== nameFor(config, endpoints).replace(/ \d+$/, '');
}

/** The endpoint of ours that is there, by its name; anything else by its address. */
function labelOf(to: Place, protocol: 'tcp' | 'udp' | 'unix', endpoints: Iterable<EndpointState>): string {
	const own = endpointAt(to, protocol, endpoints);
	// The target's own "to …" is not repeated.
	if (own !== undefined) return own.config.name.replace(/^(?:to )+/, '');
	return 'path' in to ? fileOf(to.path) : formatSocketAddress({ address: to.host, port: to.port });
}

function fileOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1) || path;
}
