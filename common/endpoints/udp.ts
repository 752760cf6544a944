import { z } from 'zod';
import { requestListSchema } from '../contract/config/request-list.ts';
import { udpOptionsSchema } from '../contract/config/socket-options.ts';
import { kinds } from '../words/en/kinds.ts';
import { offers } from '../words/en/offers.ts';
import { UDP } from './shared/command-line.ts';
import { defineEndpoint } from './shared/define.ts';
import { anyPort, charset, decodeAs, family, host, name, PROTOCOL_EXPOSURE, remotePlace } from './shared/fields.ts';
import { ROLES } from './shared/kinds.ts';
import {
	LEDGER_TEXTS,
	PLACE_TEXTS,
	REQUEST_LIST_TEXTS,
	RESPONDER_TEXTS,
	UDP_OPTIONS_TEXTS,
} from './shared/part-texts.ts';
import { ledger, responder } from './shared/stream.ts';
import { optionNames } from './shared/traits.ts';

export const udpConfigSchema = z.object({
	kind: z.literal('udp'),
	name,
	charset,
	decodeAs,
	/** Of a name, each address is bound; for a client, the one of the same family as the remote's address. */
	host: host.default('127.0.0.1'),
	/** Which address families of `host` and of every destination name are used; left out: any. */
	family: family.optional(),
	/** 0 lets the system choose. */
	port: anyPort.default(0),
	/**
	 * Where a message goes when the sender names no destination. With port 0, or with `connected`, the endpoint is a
	 * client of it: the addresses of its name are tried in order, until one does not refuse.
	 */
	remote: remotePlace.optional(),
	/** The request list: sent to `remote` after opening. */
	asks: requestListSchema.optional(),
	options: udpOptionsSchema.optional(),
	responder,
	ledger,
});
export type UdpConfig = z.infer<typeof udpConfigSchema>;

/** A socket that sends to a place, bound to any port of the place's family; the limited broadcast address needs an option (RFC 919). */
export function udpSender(name: string, remote: { readonly host: string; readonly port: number }) {
	return {
		kind: 'udp',
		name,
		host: remote.host.includes(':') ? '::' : '0.0.0.0',
		port: 0,
		remote,
		...(remote.host === '255.255.255.255' ? { options: { broadcast: true } } : {}),
	} as const satisfies z.input<typeof udpConfigSchema>;
}

export const udp = defineEndpoint({
	schema: udpConfigSchema,
	traits: {
		...ROLES.udp,
		options: optionNames(udpOptionsSchema),
		tls: [],
		bulk: true,
	},
	names: { title: kinds.udp, noun: 'a UDP socket' },
	commandLine: { scheme: UDP, commands: ['listen', 'send', 'ask'], name: 'udp-listener' },
	texts: {
		name: 'public',
		charset: 'public',
		decodeAs: PROTOCOL_EXPOSURE,
		host: 'public',
		remote: PLACE_TEXTS,
		asks: REQUEST_LIST_TEXTS,
		options: UDP_OPTIONS_TEXTS,
		ledger: LEDGER_TEXTS,
		responder: RESPONDER_TEXTS,
	},
	blank: { kind: 'udp', name: 'udp', host: '127.0.0.1', port: 0 },
	summary: offers.kinds.udp,
	destination: {
		of: ({ remote }) => remote,
		toward: (config, place) =>
			'host' in place ? { ...config, remote: { host: place.host, port: place.port } } : config,
	},
});
