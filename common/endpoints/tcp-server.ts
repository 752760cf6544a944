import { z } from 'zod';
import { tcpServerOptionsSchema } from '../contract/config/socket-options.ts';
import { tlsServerSchema } from '../contract/config/tls.ts';
import { kinds } from '../words/en/kinds.ts';
import { offers } from '../words/en/offers.ts';
import { TCP } from './shared/command-line.ts';
import { defineEndpoint } from './shared/define.ts';
import { anyPort, charset, decodeAs, host, name, PROTOCOL_EXPOSURE } from './shared/fields.ts';
import { ROLES } from './shared/kinds.ts';
import { STREAM_TEXTS, TLS_SERVER_TEXTS } from './shared/part-texts.ts';
import { backlog, noDelay, serve, stream } from './shared/stream.ts';
import { optionNames } from './shared/traits.ts';

export const tcpServerConfigSchema = z.object({
	kind: z.literal('tcp-server'),
	name,
	charset,
	decodeAs,
	host: host.default('127.0.0.1'),
	/** 0 lets the system choose. */
	port: anyPort,
	backlog,
	options: tcpServerOptionsSchema.optional(),
	serve,
	/** Left out: received bytes are not encrypted. */
	tls: tlsServerSchema.optional(),
	...stream,
	noDelay,
});
export type TcpServerConfig = z.infer<typeof tcpServerConfigSchema>;

export const tcpServer = defineEndpoint({
	schema: tcpServerConfigSchema,
	traits: {
		...ROLES['tcp-server'],
		options: optionNames(tcpServerOptionsSchema),
		tls: ['server'],
		bulk: false,
	},
	names: { title: kinds['tcp-server'], noun: 'a server' },
	commandLine: { scheme: TCP, commands: ['listen'], name: 'tcp-listener' },
	texts: {
		name: 'public',
		charset: 'public',
		decodeAs: PROTOCOL_EXPOSURE,
		host: 'public',
		tls: TLS_SERVER_TEXTS,
		...STREAM_TEXTS,
	},
	blank: { kind: 'tcp-server', name: 'server', host: '127.0.0.1', port: 9000 },
	summary: offers.kinds['tcp-server'],
});
