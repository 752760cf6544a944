import { z } from 'zod';
import type { SocketOptions } from '../contract/config/socket-options.ts';
import { ENDPOINT_KINDS } from './shared/kinds.ts';
import { ENDPOINTS } from './table.ts';

const [firstKind, ...otherKinds] = ENDPOINT_KINDS;

/** The serialisable whole of what a person sets for an endpoint. */
export const endpointConfigSchema = z.discriminatedUnion('kind', [
	ENDPOINTS[firstKind].schema,
	...otherKinds.map((kind) => ENDPOINTS[kind].schema),
]);
export type EndpointConfig = z.infer<typeof endpointConfigSchema>;
/** A config as a person may write it: what has a default may be left out. */
export type EndpointConfigInput = z.input<typeof endpointConfigSchema>;
/** Of the kinds that forward what clients and a target send to each other. */
export type ProxyConfig = Extract<EndpointConfig, { faults: unknown }>;

/** The socket options that are set; none of a kind that has none. */
export function optionsOf(config: EndpointConfig): SocketOptions {
	return ('options' in config ? config.options : undefined) ?? {};
}

/** What is configured: where a server or socket is bound, where a client connects to; of a path, address and port say nothing. */
export function configuredAddress(config: EndpointConfig): { address: string; port: number; path?: string } {
	return 'host' in config
		? { address: config.host, port: config.port }
		: { address: '', port: 0, path: config.path ?? '' };
}
