import { lookup } from 'node:dns/promises';
import type { TcpClientConfig } from '../../../common/endpoints/index.ts';
import { numericAddress } from './numeric-address.ts';

const FAMILIES = { any: 0, ipv4: 4, ipv6: 6 } as const;

/**
 * The distinct addresses of a host, in the order of the system's resolver, in the form of `numericAddress`; `family`
 * selects among those of a name. Fails as dns.lookup and `numericAddress` do.
 */
export async function addressesOf(host: string, family: TcpClientConfig['family'] = 'any'): Promise<string[]> {
	const numeric = numericAddress(host);
	if (numeric !== undefined) return [numeric];
	const found = await lookup(host, { all: true, family: FAMILIES[family] });
	// Some resolvers return an address once for each socket type.
	return [...new Set(found.map(({ address }) => address))];
}
