import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { TcpClientConfig } from '../../../common/contract/endpoint.ts';
import { toWirebenchError } from '../errno.ts';

const FAMILIES = { any: 0, ipv4: 4, ipv6: 6 } as const;

/** The addresses of a host, each once, as the system orders them. Fails with a WirebenchError when its name has none. */
export async function findAddresses(host: string, family: TcpClientConfig['family']): Promise<string[]> {
	if (isIP(host) !== 0) return [host];
	try {
		const found = await lookup(host, { all: true, family: FAMILIES[family] });
		return [...new Set(found.map(({ address }) => address))];
	} catch (error) {
		throw toWirebenchError(error, { verb: 'connect to', address: host, target: host });
	}
}
