import { z } from 'zod';
import { asksSchema } from './asks.ts';
import { framingSchema } from './framing.ts';
import { ipSchema } from './ip.ts';
import { LIMITS } from './limits.ts';
import { numberingSchema } from './numbering.ts';
import { proxyShape } from './proxy.ts';
import { responderSchema } from './responder.ts';
import {
	type SocketOptions,
	tcpOptionsSchema,
	tcpServerOptionsSchema,
	udpOptionsSchema,
	unixDatagramOptionsSchema,
	unixStreamOptionsSchema,
} from './socket-options.ts';
import { tlsClientSchema, tlsServerSchema } from './tls.ts';
import { viaSchema } from './via.ts';

export const ENDPOINT_KINDS = [
	'tcp-server',
	'tcp-client',
	'udp',
	'unix-server',
	'unix-client',
	'unix-datagram',
	'tcp-proxy',
	'udp-proxy',
] as const;
export type EndpointKind = (typeof ENDPOINT_KINDS)[number];

const name = z.string().trim().min(1, 'Give it a name.').max(LIMITS.nameChars);
const host = z.string().trim().min(1, 'Give an address or a host name.').max(255);
const anyPort = z
	.number('A port is a whole number from 0 to 65535.')
	.int('A port is a whole number from 0 to 65535.')
	.min(0, 'A port is a whole number from 0 to 65535.')
	.max(65535, 'A port is a whole number from 0 to 65535.');
const remotePort = anyPort.min(1, 'A port to connect to is a whole number from 1 to 65535.');

/**
 * `end`: our FIN follows when every answer that is owed has been sent, delayed ones too. `end-at-once`: it follows at
 * once, and what was not due yet stays unanswered. `keep`: the connection stays half open.
 */
const AFTER_PEER_END = ['end', 'end-at-once', 'keep'] as const;
export type AfterPeerEnd = (typeof AFTER_PEER_END)[number];

/** How both directions of a stream are cut. It may be changed while the endpoint runs. */
export const streamFramingSchema = z.object({
	/** What the peer sends: its messages are what the responder answers. */
	framing: framingSchema.default({ type: 'none' }),
	/** What we send, for the eye; left out: as what the peer sends. */
	framingOut: framingSchema.optional(),
});
export type StreamFraming = z.infer<typeof streamFramingSchema>;

/** Matches the numbered messages that come; left out: it does not. It may be changed while the endpoint runs. */
const ledger = numberingSchema.optional();

const stream = {
	ledger,
	...streamFramingSchema.shape,
	responder: responderSchema.default({ rules: [] }),
	/** What we do once the peer has sent its FIN. */
	afterPeerEnd: z.enum(AFTER_PEER_END).default('end'),
};

const tcpStream = {
	...stream,
	/** Nagle's algorithm off. */
	noDelay: z.boolean().default(true),
};

/** Length of the kernel's accept queue. */
const backlog = z.number().int().min(1).max(65535).default(511);

/**
 * `one-at-a-time`: a connection is read and answered once all before it have closed, as an iterative server does it; until
 * then it waits with what it has sent.
 */
export const SERVE = ['all', 'one-at-a-time'] as const;
export type Serve = (typeof SERVE)[number];
const serve = z.enum(SERVE).default('all');

export const tcpServerConfigSchema = z.object({
	kind: z.literal('tcp-server'),
	name,
	host: host.default('127.0.0.1'),
	/** 0 lets the system choose. */
	port: anyPort,
	backlog,
	options: tcpServerOptionsSchema.optional(),
	serve,
	/** Left out: what comes is not encrypted. */
	tls: tlsServerSchema.optional(),
	...tcpStream,
});

/** Which kinds of address of a host name are tried. */
export const FAMILIES = ['any', 'ipv4', 'ipv6'] as const;

const reconnectSchema = z.object({
	/** Before the first new attempt; it doubles with each failure, up to `maxMs`. */
	firstMs: z.number().int().min(1).max(LIMITS.delayMs).default(1000),
	maxMs: z.number().int().min(1).max(LIMITS.delayMs).default(30_000),
	/** Attempts in a row; 0 for no end. */
	attempts: z.number().int().min(0).max(1_000_000).default(0),
});

export const tcpClientConfigSchema = z.object({
	kind: z.literal('tcp-client'),
	name,
	host,
	port: remotePort,
	family: z.enum(FAMILIES).default('any'),
	/** Address to connect from; left out: the system chooses. */
	localHost: ipSchema('Give an address of this machine in numbers.').optional(),
	/** Port to connect from; 0 lets the system choose. */
	localPort: anyPort.default(0),
	/** For each address that is tried, in milliseconds. */
	connectTimeoutMs: z.number().int().min(1).max(LIMITS.delayMs).default(10_000),
	/** A proxy on the way; left out: the connection goes straight to the host. */
	via: viaSchema.optional(),
	/** Opens the connection again when the peer has ended it or it could not be opened; left out: it does not. */
	reconnect: reconnectSchema.optional(),
	options: tcpOptionsSchema.optional(),
	/** Left out: what is sent is not encrypted. */
	tls: tlsClientSchema.optional(),
	...tcpStream,
});

export const udpConfigSchema = z.object({
	kind: z.literal('udp'),
	name,
	/** Of a name, each address is bound; of a client, the one of the family of the remote's address. */
	host: host.default('127.0.0.1'),
	/** Which addresses of `host` and of every name that is sent to count; left out: any. */
	family: z.enum(FAMILIES).optional(),
	/** 0 lets the system choose. */
	port: anyPort.default(0),
	/**
	 * Where a message goes when the sender names no destination. With port 0, or with `connected`, the endpoint is a client of it:
	 * one address of its name after the other is tried, until one does not refuse.
	 */
	remote: z.object({ host, port: remotePort }).optional(),
	/** Sent to `remote` once it is open. */
	asks: asksSchema.optional(),
	options: udpOptionsSchema.optional(),
	responder: responderSchema.default({ rules: [] }),
	ledger,
});

/** Bytes of a path: the system's field has 108 with the zero at its end (sys/un.h; 104 on macOS). */
const MAX_PATH = 107;
export const socketPathSchema = z
	.string()
	.min(1, 'Give a path.')
	.max(MAX_PATH, `A socket's path has at most ${MAX_PATH} bytes.`)
	.refine((text) => !text.includes('\0'), 'A path has no zero byte; write an abstract name with @ in front.');

export const unixServerConfigSchema = z.object({
	kind: z.literal('unix-server'),
	name,
	/** Of the socket's file, which is made; with `@` in front an abstract name, on Linux. */
	path: socketPathSchema,
	backlog,
	options: unixStreamOptionsSchema.optional(),
	serve,
	...stream,
});

export const unixClientConfigSchema = z.object({
	kind: z.literal('unix-client'),
	name,
	path: socketPathSchema,
	reconnect: reconnectSchema.optional(),
	options: unixStreamOptionsSchema.optional(),
	...stream,
});

export const tcpProxyConfigSchema = z.object({
	kind: z.literal('tcp-proxy'),
	name,
	/** Where it listens. */
	host: host.default('127.0.0.1'),
	/** 0 lets the system choose. */
	port: anyPort,
	backlog,
	/** Where it connects to for each client. */
	target: z.object({ host, port: remotePort }),
	family: z.enum(FAMILIES).default('any'),
	/** For each address of the target that is tried, in milliseconds. */
	connectTimeoutMs: z.number().int().min(1).max(LIMITS.delayMs).default(10_000),
	/** Nagle's algorithm off, on both sides. */
	noDelay: z.boolean().default(true),
	/** Towards clients; left out: what they send is taken as it is. */
	tls: tlsServerSchema.optional(),
	/** Towards the target; left out: as it is. */
	targetTls: tlsClientSchema.optional(),
	/** `framing` cuts what clients send, `framingOut` what the target sends; left out: the same. */
	...streamFramingSchema.shape,
	...proxyShape,
});

export const udpProxyConfigSchema = z.object({
	kind: z.literal('udp-proxy'),
	name,
	/** Where it listens. */
	host: host.default('127.0.0.1'),
	/** 0 lets the system choose. */
	port: anyPort,
	/** Where the datagrams of each client go, from a port of its own: to the first address of the name that does not refuse. */
	target: z.object({ host, port: remotePort }),
	/** Which addresses of the target's name are tried; left out: any. */
	family: z.enum(FAMILIES).optional(),
	/** A client that has been silent for so long, both ways, is forgotten; in milliseconds. */
	idleMs: z.number().int().min(1).max(LIMITS.delayMs).default(60_000),
	...proxyShape,
});

export const unixDatagramConfigSchema = z.object({
	kind: z.literal('unix-datagram'),
	name,
	/** Of the socket's file, or an abstract name; left out: on Linux a name of the system's choice, elsewhere none. */
	path: socketPathSchema.optional(),
	/** Where a message goes when the sender names no destination. */
	remote: socketPathSchema.optional(),
	options: unixDatagramOptionsSchema.optional(),
	ledger,
	responder: responderSchema.default({ rules: [] }),
});

/** The serialisable whole of what a person sets for an endpoint. */
export const endpointConfigSchema = z.discriminatedUnion('kind', [
	tcpServerConfigSchema,
	tcpClientConfigSchema,
	udpConfigSchema,
	unixServerConfigSchema,
	unixClientConfigSchema,
	unixDatagramConfigSchema,
	tcpProxyConfigSchema,
	udpProxyConfigSchema,
]);
export type EndpointConfig = z.infer<typeof endpointConfigSchema>;
/** The socket options that are set; none of a kind that has none. */
export function optionsOf(config: EndpointConfig): SocketOptions {
	return ('options' in config ? config.options : undefined) ?? {};
}
/** A config as a person may write it: what has a default may be left out. */
export type EndpointConfigInput = z.input<typeof endpointConfigSchema>;
export type TcpServerConfig = z.infer<typeof tcpServerConfigSchema>;
export type TcpClientConfig = z.infer<typeof tcpClientConfigSchema>;
export type UdpConfig = z.infer<typeof udpConfigSchema>;
export type UnixServerConfig = z.infer<typeof unixServerConfigSchema>;
export type UnixClientConfig = z.infer<typeof unixClientConfigSchema>;
export type TcpProxyConfig = z.infer<typeof tcpProxyConfigSchema>;
export type UdpProxyConfig = z.infer<typeof udpProxyConfigSchema>;
export type UnixDatagramConfig = z.infer<typeof unixDatagramConfigSchema>;
export type Reconnect = z.infer<typeof reconnectSchema>;
