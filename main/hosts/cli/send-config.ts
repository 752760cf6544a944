import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { type EndpointConfig, endpointConfigSchema } from '../../../common/contract/endpoint.ts';
import { WirebenchError } from '../../../common/contract/errors.ts';
import { meaningOf } from '../../../common/errno/index.ts';
import { type DialFlags, dialChoices } from './dial-flags.ts';
import type { SocketUrl } from './url.ts';

/** The address to send datagrams to. Throws a WirebenchError `name-not-found`. */
async function resolveHost(host: string): Promise<string> {
	if (isIP(host) !== 0) return host;
	try {
		return (await lookup(host)).address;
	} catch (error) {
		const errno = error instanceof Error && 'code' in error ? String(error.code) : 'ENOTFOUND';
		const hint = meaningOf(errno)?.hint({ verb: 'send to', target: host });
		const details = { errno, ...(hint === undefined ? {} : { hint }) };
		throw new WirebenchError('name-not-found', `There is no address for the name "${host}".`, details);
	}
}

/** Where a UDP socket has to be bound to reach an address: datagrams do not leave a loopback socket. */
function sourceFor(address: string): string {
	if (address.includes(':')) return address === '::1' ? '::1' : '::';
	return address.startsWith('127.') ? '127.0.0.1' : '0.0.0.0';
}

/** The client endpoint that sends to `url`. */
export async function sendConfig(url: SocketUrl, flags: DialFlags = {}): Promise<EndpointConfig> {
	const dial = dialChoices(flags, url);
	if (url.protocol === 'unix') return endpointConfigSchema.parse({ kind: 'unix-client', name: 'send', path: url.path });
	if (url.protocol === 'unixgram') {
		return endpointConfigSchema.parse({ kind: 'unix-datagram', name: 'send', remote: url.path });
	}
	const { protocol, host, port } = url;
	if (protocol === 'tcp') return endpointConfigSchema.parse({ kind: 'tcp-client', name: 'send', host, port, ...dial });
	const address = await resolveHost(host);
	return endpointConfigSchema.parse({
		kind: 'udp',
		name: 'send',
		host: sourceFor(address),
		remote: { host: address, port },
	});
}
