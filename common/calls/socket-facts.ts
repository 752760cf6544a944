import type { EndpointKind } from '../endpoints/shared/kinds.ts';
import { isObject } from '../json/is-object.ts';
import type { Place } from './call.ts';

/** The values of a config that decide about calls. */
export interface SocketFacts {
	/** Undefined where the capture does not say, as in an imported one. */
	readonly kind: EndpointKind | undefined;
	/** Where it binds. */
	readonly own?: Place;
	/** Where it connects or sends to. */
	readonly remote?: Place;
	readonly backlog?: number;
	readonly noDelay?: boolean;
	/** Of a UDP socket; undefined: where it has a remote and no port of its own. */
	readonly connected?: boolean;
	/** Connections that it accepts, or opens, are encrypted. */
	readonly tlsAccept?: boolean;
	readonly tlsConnect?: boolean;
	/** The socket options of the config, by their names in it. */
	readonly options: Readonly<Record<string, unknown>>;
}

export const NO_FACTS: SocketFacts = { kind: undefined, options: {} };

/** Reads them from the config that a capture has, without its schema: capture threads load none. */
export function readSocketFacts(kind: EndpointKind | undefined, config: unknown): SocketFacts {
	if (kind === undefined || !isObject(config)) return { ...NO_FACTS, kind };
	const { host, port, path, remote, target, localHost, localPort, backlog, noDelay, options, tls, targetTls, via } =
		config;
	const all = isObject(options) ? options : {};
	const place = placeOf(host, port) ?? placeOfPath(path);
	const isClient = kind === 'tcp-client' || kind === 'unix-client';
	const proxied = isObject(via) ? placeOf(via.host, via.port) : undefined;
	const own = isClient ? placeOf(localHost, localPort ?? 0) : place;
	const other = isClient ? (proxied ?? place) : (readRemote(target) ?? readRemote(remote));
	return {
		kind,
		options: all,
		...(own && { own }),
		...(other && { remote: other }),
		...(typeof backlog === 'number' && { backlog }),
		...(typeof noDelay === 'boolean' && { noDelay }),
		...(typeof all.connected === 'boolean' && { connected: all.connected }),
		...(isObject(tls) && (isClient ? { tlsConnect: true } : { tlsAccept: true })),
		...(isObject(targetTls) && { tlsConnect: true }),
	};
}

function readRemote(value: unknown): Place | undefined {
	return isObject(value) ? placeOf(value.host, value.port) : placeOfPath(value);
}

function placeOf(host: unknown, port: unknown): Place | undefined {
	return typeof host === 'string' && typeof port === 'number' ? { host, port } : undefined;
}

function placeOfPath(path: unknown): Place | undefined {
	return typeof path === 'string' ? { path } : undefined;
}
