import { z } from 'zod';
import { LIMITS } from '../contract/base/limits.ts';
import { proxyShape } from '../contract/config/proxy.ts';
import { kinds } from '../words/en/kinds.ts';
import { UDP } from './shared/command-line.ts';
import { defineEndpoint } from './shared/define.ts';
import { anyPort, charset, decodeAs, family, host, name, PROTOCOL_EXPOSURE, remotePlace } from './shared/fields.ts';
import { ROLES } from './shared/kinds.ts';
import { PLACE_TEXTS, REWRITE_TEXTS } from './shared/part-texts.ts';
import { TARGET } from './shared/place.ts';

export const udpProxyConfigSchema = z.object({
	kind: z.literal('udp-proxy'),
	name,
	charset,
	decodeAs,
	/** Where it listens. */
	host: host.default('127.0.0.1'),
	/** 0 lets the system choose. */
	port: anyPort,
	/** Destination of each client's datagrams, sent from a port of its own: the first address of the name that does not refuse. */
	target: remotePlace,
	/** Which addresses of the target's name are tried; left out: any. */
	family: family.optional(),
	/** A client that is silent in both directions for this many milliseconds is removed. */
	idleMs: z.number().int().min(1).max(LIMITS.delayMs).default(60_000),
	...proxyShape,
});
export type UdpProxyConfig = z.infer<typeof udpProxyConfigSchema>;

export const udpProxy = defineEndpoint({
	schema: udpProxyConfigSchema,
	traits: { ...ROLES['udp-proxy'], options: [], tls: [], bulk: false },
	names: { title: kinds['udp-proxy'], noun: 'a UDP proxy' },
	commandLine: { scheme: UDP, commands: ['proxy'], name: 'udp-proxy' },
	texts: {
		name: 'public',
		charset: 'public',
		decodeAs: PROTOCOL_EXPOSURE,
		host: 'public',
		target: PLACE_TEXTS,
		rewrite: REWRITE_TEXTS,
	},
	blank: {
		kind: 'udp-proxy',
		name: 'udp-proxy',
		host: '127.0.0.1',
		port: 0,
		target: { host: '127.0.0.1', port: 9000 },
	},
	destination: TARGET,
});
