import type { SocketAddress } from '../contract/base/address.ts';
import type { NetworkInterface } from '../contract/calls/system/interfaces.ts';
import { isMulticast } from '../contract/config/socket-options.ts';
import { formatSocketAddress, splitZone } from '../payload/index.ts';
import { reaches } from '../words/en/sentences/sockets/reaches.ts';
import { type Said, sayingOf } from '../words/sentence/said.ts';

const reaching = sayingOf(reaches);

/** Addresses that a sentence names at most. */
const MOST = 8;

/** Where a socket is bound. */
export interface Bound {
	readonly local: SocketAddress;
	/** IPV6_V6ONLY is set. */
	readonly ipv6Only?: boolean | undefined;
}

/** Who can reach a socket that is bound there, in a sentence, with the addresses that this machine has at the moment. */
export function reachOf({ local, ipv6Only = false }: Bound, interfaces: readonly NetworkInterface[]): Said {
	const { address: written, path } = local;
	if (path !== undefined) return reaching(path.startsWith('@') ? 'reachAbstract' : 'reachPath', { path });
	const { address, zone } = splitZone(written);
	const bound = formatSocketAddress({ address: written, port: 0 }).slice(0, -':0'.length);
	if (address === '0.0.0.0') return reachAll(bound, reaching('reachIpv4'), ['ipv4'], interfaces);
	if (address === '::' && ipv6Only) return reachAll(bound, reaching('reachIpv6'), ['ipv6'], interfaces);
	if (address === '::') return reachAll(bound, reaching('reachBoth'), ['ipv4', 'ipv6'], interfaces);
	if (address === '::1' || address.startsWith('127.')) return reaching('reachMachine', { bound });
	if (isMulticast(address)) return reaching('reachGroup', { bound });
	const own = interfaces.find((one) => one.addresses.some((known) => known.address === address));
	if (isLinkLocal(address)) return reaching('reachLink', { bound, name: zone ?? own?.name ?? '' });
	return own === undefined ? reaching('reachNobody', { bound }) : reaching('reachOne', { bound, name: own.name });
}

/** fe80::/10 (RFC 4291, 2.5.6). */
function isLinkLocal(address: string): boolean {
	return /^fe[89ab]/i.test(address);
}

function reachAll(
	bound: string,
	which: Said,
	families: readonly ('ipv4' | 'ipv6')[],
	interfaces: readonly NetworkInterface[],
): Said {
	const named = interfaces
		.filter(({ internal }) => !internal)
		.flatMap(({ name, addresses }) =>
			addresses
				.filter(({ family }) => families.includes(family))
				// Others reach the address of a link through their own interface: its name is for this machine.
				.map(({ address }) => `${isLinkLocal(address) ? `${address}%${name}` : address} (${name})`),
		);
	if (named.length === 0) return reaching('reachAllAlone', { bound, which });
	const addresses = `${named.slice(0, MOST).join(', ')}${named.length > MOST ? ', …' : ''}`;
	return reaching('reachAll', { bound, which, addresses });
}
