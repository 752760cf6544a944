import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import {
	destinationOf,
	type EndpointConfig,
	type EndpointKind,
	type Place,
	traitsOf,
} from '../../../common/endpoints/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { ENDPOINT_NAMES, type EndpointNames } from '../../../common/words/endpoint-names.ts';
import { words } from '../../words/index.ts';
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

/** The name that an endpoint has until a person chooses one, in the page's language: `server :9000`, `to echo`, `echo proxy`. */
export function nameFor(config: EndpointConfig, endpoints: Iterable<EndpointState>): string {
	return nameOf(namedBy(config), endpoints);
}

export function nameOf(
	{ kind, port = 0, path, to }: Named,
	endpoints: Iterable<EndpointState>,
	names: EndpointNames = words().endpointNames,
): string {
	const { role, protocol } = traitsOf(kind);
	if (role === 'client' && to !== undefined) return names.to(labelOf(to, protocol, endpoints));
	if (role === 'proxy' && to !== undefined) return names.proxy(labelOf(to, protocol, endpoints));
	const noun = role === 'server' ? names.server : protocol === 'udp' ? names.udp : names.datagram;
	const place = path === undefined ? (port === 0 ? '' : `:${port}`) : fileOf(path);
	return place === '' ? noun : `${noun} ${place}`;
}

/**
 * Whether a person, or a preset, has named an endpoint: its name is not the one that it would get in any language, with or
 * without a number.
 */
export function isOwnName(config: EndpointConfig, endpoints: Iterable<EndpointState>): boolean {
	const all = [...endpoints];
	const own = config.name.replace(/ \d+$/, '');
	return ENDPOINT_NAMES.every((names) => own !== nameOf(namedBy(config), all, names).replace(/ \d+$/, ''));
}

/** What the name of a client starts with, in any language. */
const TO = new RegExp(`^(?:${ENDPOINT_NAMES.map(({ to }) => to('')).join('|')})+`);

/** The endpoint of ours that is there, by its name; anything else by its address. */
function labelOf(to: Place, protocol: 'tcp' | 'udp' | 'unix', endpoints: Iterable<EndpointState>): string {
	const own = endpointAt(to, protocol, endpoints);
	// The target's own "to …" is not repeated.
	if (own !== undefined) return own.config.name.replace(TO, '');
	return 'path' in to ? fileOf(to.path) : formatSocketAddress({ address: to.host, port: to.port });
}

function fileOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1) || path;
}
