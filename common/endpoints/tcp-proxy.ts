import { z } from 'zod';
import { streamFramingSchema } from '../contract/config/framing.ts';
import { proxyShape } from '../contract/config/proxy.ts';
import { tlsClientSchema, tlsServerSchema } from '../contract/config/tls.ts';
import { kinds } from '../words/en/kinds.ts';
import { TCP } from './shared/command-line.ts';
import { defineEndpoint } from './shared/define.ts';
import {
	anyPort,
	charset,
	connectTimeoutMs,
	decodeAs,
	family,
	host,
	name,
	PROTOCOL_EXPOSURE,
	remotePlace,
} from './shared/fields.ts';
import { ROLES } from './shared/kinds.ts';
import { FRAMING_TEXTS, PLACE_TEXTS, REWRITE_TEXTS, TLS_CLIENT_TEXTS, TLS_SERVER_TEXTS } from './shared/part-texts.ts';
import { TARGET } from './shared/place.ts';
import { backlog, noDelay } from './shared/stream.ts';

export const tcpProxyConfigSchema = z.object({
	kind: z.literal('tcp-proxy'),
	name,
	charset,
	decodeAs,
	/** Where it listens. */
	host: host.default('127.0.0.1'),
	/** 0 lets the system choose. */
	port: anyPort,
	backlog,
	/** Where it connects to for each client. */
	target: remotePlace,
	/** Which addresses of the target's name are tried. */
	family: family.default('any'),
	/** For each address of the target. */
	connectTimeoutMs,
	/** On both sides. */
	noDelay,
	/** Towards clients; left out: their bytes are not encrypted. */
	tls: tlsServerSchema.optional(),
	/** Towards the target; left out: bytes to it are not encrypted. */
	targetTls: tlsClientSchema.optional(),
	/** `framing` is of what clients send, `framingOut` of what the target sends; left out: the same. */
	...streamFramingSchema.shape,
	...proxyShape,
});
export type TcpProxyConfig = z.infer<typeof tcpProxyConfigSchema>;

export const tcpProxy = defineEndpoint({
	schema: tcpProxyConfigSchema,
	traits: { ...ROLES['tcp-proxy'], options: [], tls: ['server', 'client'], bulk: false },
	names: { title: kinds['tcp-proxy'], noun: 'a TCP proxy' },
	commandLine: { scheme: TCP, commands: ['proxy'], name: 'tcp-proxy' },
	texts: {
		name: 'public',
		charset: 'public',
		decodeAs: PROTOCOL_EXPOSURE,
		host: 'public',
		target: PLACE_TEXTS,
		tls: TLS_SERVER_TEXTS,
		targetTls: TLS_CLIENT_TEXTS,
		rewrite: REWRITE_TEXTS,
		...FRAMING_TEXTS,
	},
	blank: {
		kind: 'tcp-proxy',
		name: 'tcp-proxy',
		host: '127.0.0.1',
		port: 0,
		target: { host: '127.0.0.1', port: 9000 },
	},
	destination: TARGET,
});
