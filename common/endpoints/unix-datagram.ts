import { z } from 'zod';
import { unixDatagramOptionsSchema } from '../contract/config/socket-options.ts';
import { kinds } from '../words/en/kinds.ts';
import { offers } from '../words/en/offers.ts';
import { UNIXGRAM } from './shared/command-line.ts';
import { defineEndpoint } from './shared/define.ts';
import { charset, decodeAs, name, PROTOCOL_EXPOSURE, socketPathSchema } from './shared/fields.ts';
import { ROLES } from './shared/kinds.ts';
import { LEDGER_TEXTS, RESPONDER_TEXTS } from './shared/part-texts.ts';
import { ledger, responder } from './shared/stream.ts';
import { optionNames } from './shared/traits.ts';

export const unixDatagramConfigSchema = z.object({
	kind: z.literal('unix-datagram'),
	name,
	charset,
	decodeAs,
	/** Path of the socket's file, or an abstract name; left out: on Linux a name that the system chooses, elsewhere none. */
	path: socketPathSchema.optional(),
	/** Where a message goes when the sender names no destination. */
	remote: socketPathSchema.optional(),
	options: unixDatagramOptionsSchema.optional(),
	ledger,
	responder,
});
export type UnixDatagramConfig = z.infer<typeof unixDatagramConfigSchema>;

export const unixDatagram = defineEndpoint({
	schema: unixDatagramConfigSchema,
	traits: {
		...ROLES['unix-datagram'],
		options: optionNames(unixDatagramOptionsSchema),
		tls: [],
		bulk: false,
	},
	names: { title: kinds['unix-datagram'], noun: 'a Unix datagram socket' },
	commandLine: { scheme: UNIXGRAM, commands: ['listen', 'send'], name: 'unix-datagrams' },
	texts: {
		name: 'public',
		charset: 'public',
		decodeAs: PROTOCOL_EXPOSURE,
		path: 'socket',
		remote: 'socket',
		ledger: LEDGER_TEXTS,
		responder: RESPONDER_TEXTS,
	},
	blank: { kind: 'unix-datagram', name: 'unix-datagram', path: '/tmp/wirebench-datagrams.sock' },
	summary: offers.kinds['unix-datagram'],
	destination: {
		of: ({ remote }) => (remote === undefined ? undefined : { path: remote }),
		toward: (config, place) => ('path' in place ? { ...config, remote: place.path } : config),
	},
});
