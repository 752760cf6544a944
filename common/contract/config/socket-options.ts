import { z } from 'zod';
import { INPUT_SENTENCES } from '../base/input-sentences.ts';
import { LIMITS } from '../base/limits.ts';
import { OPTION_NAMES } from '../base/option-names.ts';
import { sentenceSchema } from '../base/sentence.ts';
import { ipSchema } from './ip.ts';

/** Every option by its name, with its label for people. A `live` option can be changed while the socket is open. */
export const SOCKET_OPTIONS = {
	reuseAddress: { words: OPTION_NAMES.reuseAddress, live: false },
	reusePort: { words: OPTION_NAMES.reusePort, live: false },
	ipv6Only: { words: OPTION_NAMES.ipv6Only, live: false },
	connected: { words: OPTION_NAMES.connected, live: false },
	backlog: { words: OPTION_NAMES.backlog, live: false },
	connectTimeoutMs: { words: OPTION_NAMES.connectTimeoutMs, live: false },
	noDelay: { words: OPTION_NAMES.noDelay, live: true },
	keepAliveMs: { words: OPTION_NAMES.keepAliveMs, live: true },
	idleTimeoutMs: { words: OPTION_NAMES.idleTimeoutMs, live: true },
	resetOnClose: { words: OPTION_NAMES.resetOnClose, live: true },
	receiveBuffer: { words: OPTION_NAMES.receiveBuffer, live: true },
	sendBuffer: { words: OPTION_NAMES.sendBuffer, live: true },
	ttl: { words: OPTION_NAMES.ttl, live: true },
	broadcast: { words: OPTION_NAMES.broadcast, live: true },
	multicastTtl: { words: OPTION_NAMES.multicastTtl, live: true },
	multicastLoopback: { words: OPTION_NAMES.multicastLoopback, live: true },
	multicastInterface: { words: OPTION_NAMES.multicastInterface, live: true },
	groups: { words: OPTION_NAMES.groups, live: true },
} as const;
export type SocketOption = keyof typeof SOCKET_OPTIONS;

/** IPv4 224.0.0.0/4 (RFC 5771), IPv6 ff00::/8 (RFC 4291, 2.7). */
export function isMulticast(address: string): boolean {
	const first = /^(\d{1,3})\./.exec(address)?.[1];
	return first === undefined ? /^ff[0-9a-f]{2}:/i.test(address) : Number(first) >= 224 && Number(first) <= 239;
}

const GROUP = INPUT_SENTENCES.group;
const ip = ipSchema(INPUT_SENTENCES.numericAddress);
/** A name such as `eth0`, or an address of the interface. */
const networkInterface = z.string().trim().min(1, INPUT_SENTENCES.networkInterface).max(100);

export const groupSchema = z.object({
	/** May have a zone, which is then its interface. */
	group: ipSchema(GROUP).refine(isMulticast, GROUP),
	/** Left out: the system chooses. */
	interface: networkInterface.optional(),
	/** Receives only what this address sends to the group (RFC 4607). */
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
	/** Closes a connection after this many milliseconds without traffic. */
	idleTimeoutMs,
});

export const tcpOptionsSchema = unixStreamOptionsSchema.extend({
	/** Milliseconds of silence before the system probes the peer, in whole seconds; left out: it does not. */
	keepAliveMs: z.number().int().min(1000).max(32_767_000).multipleOf(1000).optional(),
	/** Closing a connection resets it (RST) instead of ending it (FIN). */
	resetOnClose: flag,
});

export const tcpServerOptionsSchema = tcpOptionsSchema.extend({
	/** Several sockets may listen on one port, and the system distributes connections among them. */
	reusePort: flag,
	/** On `::`: takes no IPv4 connections. */
	ipv6Only: flag,
});

export const udpOptionsSchema = z.object({
	/** Other sockets with this option may bind the same address and port. */
	reuseAddress: flag,
	/** The same, and the system distributes datagrams among them. */
	reusePort: flag,
	ipv6Only: flag,
	/** Whether the socket is connected to its remote; left out: where it has a remote that is one machine, and no port of its own. */
	connected: flag,
	/** Requested bytes; the system may set another number. Left out: as much as it grants, at most 32 MiB. */
	receiveBuffer: bufferBytes,
	/** As `receiveBuffer`. */
	sendBuffer: bufferBytes,
	/** Maximum hops of a datagram; left out: the system's default (mostly 64). */
	ttl: hops(1),
	/** Permits sending to broadcast addresses. */
	broadcast: flag,
	/** Maximum hops to groups; left out: 1, the local network. */
	multicastTtl: hops(0),
	/** Whether this machine receives its own packets to groups; left out: it does. */
	multicastLoopback: flag,
	/** The outgoing interface for groups; left out: the system chooses. */
	multicastInterface: networkInterface.optional(),
	groups: z.array(groupSchema).max(200).optional(),
	/** Removes a peer after this many milliseconds without traffic in either direction. */
	idleTimeoutMs,
});

export const unixDatagramOptionsSchema = z.object({
	/** Requested bytes; the system may set another number. */
	receiveBuffer: bufferBytes,
	/** As `receiveBuffer`. */
	sendBuffer: bufferBytes,
	idleTimeoutMs,
});

export type UdpOptions = z.infer<typeof udpOptionsSchema>;

/** The options of any kind: each kind accepts those of its own schema. */
export const socketOptionsSchema = z.object({
	...tcpServerOptionsSchema.shape,
	...udpOptionsSchema.shape,
	...unixDatagramOptionsSchema.shape,
});
export type SocketOptions = z.infer<typeof socketOptionsSchema>;

/** Options, and how datagrams are read and sent, which nobody sets. */
export type InForceName = SocketOption | 'datagramCalls';

/** The value of one option of a running endpoint. */
export const optionInForceSchema = z.object({
	option: z.custom<InForceName>(
		(name) => typeof name === 'string' && (name in SOCKET_OPTIONS || name === 'datagramCalls'),
	),
	/** For people: `on`, `5`, `425984 bytes`, `recvmmsg, sendmmsg`. */
	value: z.string(),
	/** `read`: read from the system just now. `set`: the system accepted it, and Node cannot read it back. `system`: nothing was set. */
	source: z.enum(['read', 'set', 'system']),
	/** Why the system refused the configured value. */
	refused: z.string().optional(),
	/** Why datagrams are read and sent one by one. */
	why: z.object({ message: z.string(), says: sentenceSchema }).optional(),
});
export type OptionInForce = z.infer<typeof optionInForceSchema>;
