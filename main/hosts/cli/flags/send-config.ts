import { isMulticast } from '../../../../common/contract/config/socket-options.ts';
import { type EndpointConfig, endpointConfigSchema } from '../../../../common/endpoints/index.ts';
import { type DialFlags, dialChoices } from './dial-flags.ts';
import type { SocketUrl } from './url.ts';

/** How a client gets to its server, with the one socket option that counts for that. */
interface SendFlags extends DialFlags {
	readonly broadcast?: boolean;
}

/** The client endpoint that sends to `url`. */
export function sendConfig(url: SocketUrl, flags: SendFlags = {}): EndpointConfig {
	const dial = dialChoices(flags, url);
	if (url.protocol === 'unix') return endpointConfigSchema.parse({ kind: 'unix-client', name: 'send', path: url.path });
	if (url.protocol === 'unixgram') {
		return endpointConfigSchema.parse({ kind: 'unix-datagram', name: 'send', remote: url.path });
	}
	const { protocol, host, port } = url;
	if (protocol === 'tcp') return endpointConfigSchema.parse({ kind: 'tcp-client', name: 'send', host, port, ...dial });
	const { localHost = '0.0.0.0', localPort = 0, family } = dial;
	// Of groups and of whole networks answers come from elsewhere.
	const many = flags.broadcast === true || isMulticast(host);
	return endpointConfigSchema.parse({
		kind: 'udp',
		name: 'send',
		host: localHost,
		port: localPort,
		family,
		remote: { host, port },
		...(localPort > 0 && !many ? { options: { connected: true } } : {}),
	});
}
