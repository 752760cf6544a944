import { z } from 'zod';
import { INPUT_SENTENCES } from '../contract/base/input-sentences.ts';
import { ipSchema } from '../contract/config/ip.ts';
import { tcpOptionsSchema } from '../contract/config/socket-options.ts';
import { tlsClientSchema } from '../contract/config/tls.ts';
import { upstreamProxySchema } from '../contract/config/upstream-proxy.ts';
import { kinds } from '../words/en/kinds.ts';
import { offers } from '../words/en/offers.ts';
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
	remotePort,
} from './shared/fields.ts';
import { ROLES } from './shared/kinds.ts';
import { STREAM_TEXTS, TLS_CLIENT_TEXTS, UPSTREAM_PROXY_TEXTS } from './shared/part-texts.ts';
import { OWN_PORT } from './shared/place.ts';
import { noDelay, reconnectSchema, stream } from './shared/stream.ts';
import { optionNames } from './shared/traits.ts';

export const tcpClientConfigSchema = z.object({
	kind: z.literal('tcp-client'),
	name,
	charset,
	decodeAs,
	host,
	port: remotePort,
	family: family.default('any'),
	/** Address to connect from; left out: the system chooses. */
	localHost: ipSchema(INPUT_SENTENCES.localAddress).optional(),
	/** Port to connect from; 0 lets the system choose. */
	localPort: anyPort.default(0),
	connectTimeoutMs,
	/** An upstream proxy; left out: the connection goes straight to the host. */
	via: upstreamProxySchema.optional(),
	/** Reconnects when the peer has ended the connection or it could not be opened; left out: off. */
	reconnect: reconnectSchema.optional(),
	options: tcpOptionsSchema.optional(),
	/** Left out: sent bytes are not encrypted. */
	tls: tlsClientSchema.optional(),
	...stream,
	noDelay,
});
export type TcpClientConfig = z.infer<typeof tcpClientConfigSchema>;

export const tcpClient = defineEndpoint({
	schema: tcpClientConfigSchema,
	traits: {
		...ROLES['tcp-client'],
		options: optionNames(tcpOptionsSchema),
		tls: ['client'],
		bulk: false,
	},
	names: { title: kinds['tcp-client'], noun: 'a client' },
	commandLine: { scheme: TCP, commands: ['connect', 'send'], name: 'tcp-client' },
	texts: {
		name: 'public',
		charset: 'public',
		decodeAs: PROTOCOL_EXPOSURE,
		host: 'public',
		localHost: 'public',
		via: UPSTREAM_PROXY_TEXTS,
		tls: TLS_CLIENT_TEXTS,
		...STREAM_TEXTS,
	},
	blank: { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 9000 },
	summary: offers.kinds['tcp-client'],
	destination: OWN_PORT,
});
