import type { Traits } from './traits.ts';

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

/** The traits of each kind that need no schema, so that threads can load them alone. */
export const ROLES = {
	'tcp-server': { transport: 'stream', role: 'server', protocol: 'tcp' },
	'tcp-client': { transport: 'stream', role: 'client', protocol: 'tcp' },
	'unix-server': { transport: 'stream', role: 'server', protocol: 'unix' },
	'unix-client': { transport: 'stream', role: 'client', protocol: 'unix' },
	'unix-datagram': { transport: 'datagram', role: 'socket', protocol: 'unix' },
	udp: { transport: 'datagram', role: 'socket', protocol: 'udp' },
	'tcp-proxy': { transport: 'stream', role: 'proxy', protocol: 'tcp' },
	'udp-proxy': { transport: 'datagram', role: 'proxy', protocol: 'udp' },
} as const satisfies Readonly<Record<EndpointKind, Pick<Traits, 'transport' | 'role' | 'protocol'>>>;
