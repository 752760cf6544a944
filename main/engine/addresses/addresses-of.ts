import { lookup } from 'node:dns/promises';
import type { TcpClientConfig } from '../../../common/endpoints/index.ts';
import { numericAddress } from './numeric-address.ts';

const FAMILIES = { any: 0, ipv4: 4, ipv6: 6 } as const;

/**
 * The addresses of a host, each once, in the order of the system's resolver, in the form of `numericAddress`; `family` chooses
 * among those of a name. Fails as dns.lookup and `numericAddress` do.
 */
export async function addressesOf(host: string, family: TcpClientConfig['family'] = 'any'): Promise<string[]> {
	const numeric = numericAddress(host);
	if (numeric !== undefined) return [numeric];
	const found = await lookup(host, { all: true, family: FAMILIES[family] });
	// Some resolvers name an address once for each kind of socket.
	return [...new Set(found.map(({ address }) => address))];
}
