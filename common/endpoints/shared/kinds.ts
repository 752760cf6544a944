/** Every kind of endpoint, in the order in which people see them. The table of `common/endpoints` describes each. */
export const ENDPOINT_KINDS = [
	'tcp-server',
	'tcp-client',
	'unix-server',
	'unix-client',
	'unix-datagram',
	'udp',
	'tcp-proxy',
	'udp-proxy',
] as const;
export type EndpointKind = (typeof ENDPOINT_KINDS)[number];
