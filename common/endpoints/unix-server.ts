import { z } from 'zod';
import { unixStreamOptionsSchema } from '../contract/config/socket-options.ts';
import { kinds } from '../words/en/kinds.ts';
import { offers } from '../words/en/offers.ts';
import { UNIX } from './shared/command-line.ts';
import { defineEndpoint } from './shared/define.ts';
import { charset, decodeAs, name, PROTOCOL_EXPOSURE, socketPathSchema } from './shared/fields.ts';
import { ROLES } from './shared/kinds.ts';
import { STREAM_TEXTS } from './shared/part-texts.ts';
import { backlog, serve, stream } from './shared/stream.ts';
import { optionNames } from './shared/traits.ts';

export const unixServerConfigSchema = z.object({
	kind: z.literal('unix-server'),
	name,
	charset,
	decodeAs,
	/** Path of the socket's file, which is created. */
	path: socketPathSchema,
	backlog,
	options: unixStreamOptionsSchema.optional(),
	serve,
	...stream,
});
export type UnixServerConfig = z.infer<typeof unixServerConfigSchema>;

export const unixServer = defineEndpoint({
	schema: unixServerConfigSchema,
	traits: {
		...ROLES['unix-server'],
		options: optionNames(unixStreamOptionsSchema),
		tls: [],
		bulk: false,
	},
	names: { title: kinds['unix-server'], noun: 'a Unix server' },
	commandLine: { scheme: UNIX, commands: ['listen'], name: 'unix-listener' },
	texts: { name: 'public', charset: 'public', decodeAs: PROTOCOL_EXPOSURE, path: 'socket', ...STREAM_TEXTS },
	blank: { kind: 'unix-server', name: 'unix-server', path: '/tmp/wirebench.sock' },
	summary: offers.kinds['unix-server'],
});
