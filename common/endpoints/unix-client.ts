import { z } from 'zod';
import { unixStreamOptionsSchema } from '../contract/config/socket-options.ts';
import { kinds } from '../words/en/kinds.ts';
import { offers } from '../words/en/offers.ts';
import { UNIX } from './shared/command-line.ts';
import { defineEndpoint } from './shared/define.ts';
import { charset, decodeAs, name, PROTOCOL_EXPOSURE, socketPathSchema } from './shared/fields.ts';
import { ROLES } from './shared/kinds.ts';
import { STREAM_TEXTS } from './shared/part-texts.ts';
import { OWN_PATH } from './shared/place.ts';
import { reconnectSchema, stream } from './shared/stream.ts';
import { optionNames } from './shared/traits.ts';

export const unixClientConfigSchema = z.object({
	kind: z.literal('unix-client'),
	name,
	charset,
	decodeAs,
	path: socketPathSchema,
	reconnect: reconnectSchema.optional(),
	options: unixStreamOptionsSchema.optional(),
	...stream,
});
export type UnixClientConfig = z.infer<typeof unixClientConfigSchema>;

export const unixClient = defineEndpoint({
	schema: unixClientConfigSchema,
	traits: {
		...ROLES['unix-client'],
		options: optionNames(unixStreamOptionsSchema),
		tls: [],
		bulk: false,
	},
	names: { title: kinds['unix-client'], noun: 'a Unix client' },
	commandLine: { scheme: UNIX, commands: ['connect', 'send'], name: 'unix-client' },
	texts: { name: 'public', charset: 'public', decodeAs: PROTOCOL_EXPOSURE, path: 'socket', ...STREAM_TEXTS },
	blank: { kind: 'unix-client', name: 'unix-client', path: '/tmp/wirebench.sock' },
	summary: offers.kinds['unix-client'],
	destination: OWN_PATH,
});
