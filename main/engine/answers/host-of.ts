import { isIPv6 } from 'node:net';
import type { EndpointConfig } from '../../../common/endpoints/index.ts';
import { withoutZone } from '../../../common/payload/index.ts';

/**
 * The host that an endpoint talks to as its config names it, an IPv6 address in brackets (RFC 9110, 7.2) and without its zone,
 * which is this machine's alone (RFC 6874, 4); undefined for servers.
 */
export function hostOf(config: EndpointConfig): string | undefined {
	const host = config.kind === 'tcp-client' ? config.host : config.kind === 'udp' ? config.remote?.host : undefined;
	return host !== undefined && isIPv6(host) ? `[${withoutZone(host)}]` : host;
}
