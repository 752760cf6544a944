import { type EndpointConfig, isClient } from '../../../../common/endpoints/index.ts';

/** The loopback and wildcard addresses of one family, mapped to those of the other. */
const TWINS: Readonly<Record<string, string>> = {
	'127.0.0.1': '::1',
	'::1': '127.0.0.1',
	'0.0.0.0': '::',
	'::': '0.0.0.0',
};

/**
 * The same endpoint with the other address family, and its label. Undefined where there is none: other numeric
 * addresses have no counterpart, and of a name every address was tried unless one family was set.
 */
export function otherFamily(
	config: EndpointConfig,
): { readonly name: string; readonly config: EndpointConfig } | undefined {
	if (!('host' in config)) return undefined;
	const twin = TWINS[config.host];
	if (twin !== undefined) return { name: twin, config: { ...config, host: twin } };
	if (!isClient(config.kind) || !('family' in config) || config.family === 'any' || /^[\d.]+$|:/.test(config.host))
		return undefined;
	return config.family === 'ipv4'
		? { name: 'IPv6', config: { ...config, family: 'ipv6' } }
		: { name: 'IPv4', config: { ...config, family: 'ipv4' } };
}
