import { isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { NetworkInterface } from '../../../common/contract/calls/system/interfaces.ts';

/** The interfaces of this machine that have addresses, in the system's order. */
export function listInterfaces(): NetworkInterface[] {
	return Object.entries(networkInterfaces()).map(([name, list = []]) => ({
		name,
		internal: list[0]?.internal ?? false,
		mac: list[0]?.mac ?? '',
		addresses: list.map(({ address, family, netmask }) => {
			const broadcast = family === 'IPv4' ? broadcastOf(address, netmask) : undefined;
			return {
				address,
				family: family === 'IPv4' ? 'ipv4' : 'ipv6',
				netmask,
				...(broadcast === undefined ? {} : { broadcast }),
			};
		}),
	}));
}

/** The last address of an IPv4 network (RFC 922); undefined where there are fewer than four (RFC 3021). */
function broadcastOf(address: string, netmask: string): string | undefined {
	const mask = bits(netmask);
	if (~mask >>> 0 < 3) return undefined;
	const all = (bits(address) | ~mask) >>> 0;
	return [24, 16, 8, 0].map((shift) => (all >>> shift) & 0xff).join('.');
}

const bits = (address: string): number =>
	address.split('.').reduce((all, part) => ((all << 8) | Number(part)) >>> 0, 0);

/** Whether a datagram to this address reaches every machine of a connected network. */
export function isBroadcast(address: string): boolean {
	if (!isIPv4(address)) return false;
	if (address === '255.255.255.255') return true;
	return listInterfaces().some((one) => one.addresses.some(({ broadcast }) => broadcast === address));
}
