import { z } from 'zod';
import type { SocketOptions } from '../contract/config/socket-options.ts';
import { ENDPOINT_KINDS } from './shared/kinds.ts';
import { ENDPOINTS } from './table.ts';

const [firstKind, ...otherKinds] = ENDPOINT_KINDS;

/** Everything a person sets for an endpoint, serialisable. */
export const endpointConfigSchema = z.discriminatedUnion('kind', [
	ENDPOINTS[firstKind].schema,
	...otherKinds.map((kind) => ENDPOINTS[kind].schema),
]);
export type EndpointConfig = z.infer<typeof endpointConfigSchema>;
/** A config as a person may write it: fields with a default may be left out. */
export type EndpointConfigInput = z.input<typeof endpointConfigSchema>;
/** Configs of the kinds that forward data between clients and a target. */
export type ProxyConfig = Extract<EndpointConfig, { faults: unknown }>;

/** The socket options that are set; empty for a kind without options. */
export function optionsOf(config: EndpointConfig): SocketOptions {
	return ('options' in config ? config.options : undefined) ?? {};
}

/** The configured address: where a server or socket is bound, where a client connects to. For a path, address and port have no meaning. */
export function configuredAddress(config: EndpointConfig): { address: string; port: number; path?: string } {
	return 'host' in config
		? { address: config.host, port: config.port }
		: { address: '', port: 0, path: config.path ?? '' };
}
