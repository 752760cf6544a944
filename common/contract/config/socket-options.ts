import { z } from 'zod';
import { ipSchema } from '../base/ip.ts';
import { LIMITS } from '../base/limits.ts';

/** Every option, as it is called, with what a person reads. What is `live` can be changed while the socket is open. */
export const SOCKET_OPTIONS = {
	reuseAddress: { words: 'address reuse', live: false },
	reusePort: { words: 'port reuse', live: false },
	ipv6Only: { words: 'IPv6 only', live: false },
	connected: { words: 'connected', live: false },
	backlog: { words: 'accept queue', live: false },
	connectTimeoutMs: { words: 'connect timeout', live: false },
	noDelay: { words: 'no delay', live: true },
	keepAliveMs: { words: 'keep-alive', live: true },
	idleTimeoutMs: { words: 'idle timeout', live: true },
	resetOnClose: { words: 'reset on close', live: true },
	receiveBuffer: { words: 'receive buffer', live: true },
	sendBuffer: { words: 'send buffer', live: true },
	ttl: { words: 'TTL', live: true },
	broadcast: { words: 'broadcast', live: true },
	multicastTtl: { words: 'multicast TTL', live: true },
	multicastLoopback: { words: 'multicast loopback', live: true },
	multicastInterface: { words: 'multicast interface', live: true },
	groups: { words: 'multicast groups', live: true },
} as const;
export type SocketOption = keyof typeof SOCKET_OPTIONS;

/** Of IPv4 224.0.0.0/4 (RFC 5771), of IPv6 ff00::/8 (RFC 4291, 2.7). */
export function isMulticast(address: string): boolean {
	const first = /^(\d{1,3})\./.exec(address)?.[1];
	return first === undefined ? /^ff[0-9a-f]{2}:/i.test(address) : Number(first) >= 224 && Number(first) <= 239;
}

const GROUP = 'A group is an address from 224.0.0.0 to 239.255.255.255, or an IPv6 one that begins with ff.';
const ip = ipSchema('Give an address in numbers.');
/** A name such as `eth0`, or an address that the interface has. */
const networkInterface = z.string().trim().min(1, 'Name an interface, or one of its addresses.').max(100);

export const groupSchema = z.object({
	/** With a zone, which is its interface then. */
	group: ipSchema(GROUP).refine(isMulticast, GROUP),
	/** Left out: the system chooses. */
	interface: networkInterface.optional(),
	/** Takes only what this address sends to the group (RFC 4607). */
	source: ip.optional(),
});
export type MulticastGroup = z.infer<typeof groupSchema>;

const idleTimeoutMs = z.number().int().min(1).max(LIMITS.delayMs).optional();
const bufferBytes = z
	.number()
	.int()
	.min(1)
	.max(2 ** 30)
	.optional();
const hops = (lowest: 0 | 1) => z.number().int().min(lowest).max(255).optional();
const flag = z.boolean().optional();

/** Of a stream over a path. */
export const unixStreamOptionsSchema = z.object({
	/** Closes a connection on which nothing came or went for so many milliseconds. */
	idleTimeoutMs,
});

export const tcpOptionsSchema = unixStreamOptionsSchema.extend({
	/** Milliseconds of silence before the system asks whether the peer is still there, in whole seconds; left out: it does not ask. */
	keepAliveMs: z.number().int().min(1000).max(32_767_000).multipleOf(1000).optional(),
	/** Closing a connection resets it (RST) in place of ending it (FIN). */
	resetOnClose: flag,
});

export const tcpServerOptionsSchema = tcpOptionsSchema.extend({
	/** Several sockets may listen on one port, and the system shares connections out among them. */
	reusePort: flag,
	/** On `::`: takes no IPv4 connections. */
	ipv6Only: flag,
});

export const udpOptionsSchema = z.object({
	/** Other sockets that allow it too may be bound to the same address and port. */
	reuseAddress: flag,
	/** The same, and the system shares datagrams out among them. */
	reusePort: flag,
	ipv6Only: flag,
	/** Whether the system ties the socket to its remote; left out: where it has a remote that is one machine, and no port of its own. */
	connected: flag,
	/** Bytes that are asked for; the system may give another number. Left out: as much as it grants, at most 8 MiB. */
	receiveBuffer: bufferBytes,
	sendBuffer: bufferBytes,
	/** Hops that a datagram may make; left out: as many as the system gives (64, mostly). */
	ttl: hops(1),
	/** Sending to broadcast addresses. */
	broadcast: flag,
	/** The same for groups; left out: 1, which is the local network. */
	multicastTtl: hops(0),
	/** Whether this machine gets what it sends to groups itself; left out: it does. */
	multicastLoopback: flag,
	/** Where what is sent to groups goes out; left out: the system chooses. */
	multicastInterface: networkInterface.optional(),
	groups: z.array(groupSchema).max(200).optional(),
	/** Forgets a peer from which nothing came and to which nothing went for so many milliseconds. */
	idleTimeoutMs,
});

export const unixDatagramOptionsSchema = z.object({
	receiveBuffer: bufferBytes,
	sendBuffer: bufferBytes,
	idleTimeoutMs,
});

export type UdpOptions = z.infer<typeof udpOptionsSchema>;

/** The options of any kind: each kind takes those of its own schema. */
export const socketOptionsSchema = z.object({
	...tcpServerOptionsSchema.shape,
	...udpOptionsSchema.shape,
	...unixDatagramOptionsSchema.shape,
});
export type SocketOptions = z.infer<typeof socketOptionsSchema>;

/** One option of a running endpoint as it is. */
export const optionInForceSchema = z.object({
	option: z.custom<SocketOption>((name) => typeof name === 'string' && name in SOCKET_OPTIONS),
	/** For people: `on`, `5`, `425984 bytes`. */
	value: z.string(),
	/** `read`: the system was asked just now. `set`: it took this, and Node has no way to ask. `system`: nothing was set. */
	source: z.enum(['read', 'set', 'system']),
	/** Why the system did not take what is configured. */
	refused: z.string().optional(),
});
export type OptionInForce = z.infer<typeof optionInForceSchema>;
