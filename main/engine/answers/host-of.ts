import { isIPv6 } from 'node:net';
import { destinationOf, type EndpointConfig } from '../../../common/endpoints/index.ts';
import { withoutZone } from '../../../common/payload/index.ts';

/**
 * The host that an endpoint connects to, as its config names it, an IPv6 address in brackets (RFC 9110, 7.2) and
 * without its zone, which only this machine knows (RFC 6874, 4); undefined for servers and for paths.
 */
export function hostOf(config: EndpointConfig): string | undefined {
	const place = destinationOf(config);
	if (place === undefined || !('host' in place)) return undefined;
	return isIPv6(place.host) ? `[${withoutZone(place.host)}]` : place.host;
}
