import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import {
	destinationOf,
	ENDPOINT_KINDS,
	ENDPOINTS,
	type EndpointConfig,
	type EndpointConfigInput,
	type EndpointKind,
	endpointConfigSchema,
	isProxy,
	toward,
	traitsOf,
} from '../../../common/endpoints/index.ts';
import { besideAll } from './free.ts';
import { nameFor } from './names.ts';
import { isTargetOf, secureEndpointAt, type Target } from './targets.ts';

/** The config with its destination, with TLS where that endpoint of ours requires it. */
export function towardTarget(
	config: EndpointConfig,
	{ host, port, path }: Pick<Target, 'host' | 'port' | 'path'>,
	endpoints: readonly EndpointState[],
): EndpointConfig {
	const { role } = traitsOf(config.kind);
	const placed = endpointConfigSchema.parse({
		...toward(config, path === undefined ? { host, port } : { path }),
		// A socket that sends to a path of ours is bound to a name that the system chooses.
		...(role === 'socket' && path !== undefined ? { path: undefined } : {}),
	});
	return secureEndpointAt(destinationOf(placed), endpoints) === undefined ? placed : withTls(placed);
}

/** The config with TLS towards its destination; unchanged where its kind has none, and where it is set already. */
function withTls(config: EndpointConfig): EndpointConfig {
	const { role, tls } = traitsOf(config.kind);
	const key = role === 'proxy' ? 'targetTls' : 'tls';
	if (!tls.includes('client') || Reflect.get(config, key) !== undefined) return config;
	return endpointConfigSchema.parse({ ...config, [key]: {} });
}

/** The kind that a client of an endpoint has: one that opens connections to it, or a socket that sends to it; none for a client. */
export function clientKindFor(kind: EndpointKind): EndpointKind | undefined {
	const senders = ENDPOINT_KINDS.filter((candidate) => isTargetOf({ kind }, candidate) && !isProxy(candidate));
	return senders[0];
}

/** The kind of a proxy that can stand in front of an endpoint; undefined for none. */
export function proxyKindFor(kind: EndpointKind): EndpointKind | undefined {
	return ENDPOINT_KINDS.find((candidate) => isTargetOf({ kind }, candidate) && isProxy(candidate));
}

const blanks: Readonly<Record<EndpointKind, { readonly blank: EndpointConfigInput }>> = ENDPOINTS;

/** A blank config of a kind that sends to a target, beside all endpoints. */
export function blankToward(kind: EndpointKind, target: Target, endpoints: readonly EndpointState[]): EndpointConfig {
	const blank = endpointConfigSchema.parse(blanks[kind].blank);
	const placed = towardTarget(blank, target, endpoints);
	return besideAll({ ...placed, name: nameFor(placed, endpoints) }, endpoints);
}
