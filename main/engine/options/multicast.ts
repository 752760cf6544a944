import { isIP, isIPv4 } from 'node:net';
import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { MulticastGroup } from '../../../common/contract/config/socket-options.ts';
import { splitZone } from '../../../common/payload/index.ts';
import { listInterfaces } from '../addresses/interfaces.ts';
import { numericAddress, socketZone } from '../addresses/numeric-address.ts';
import { engineError } from '../sentences/engine-error.ts';

/**
 * An interface in the form of a socket's family: for IPv4 one of its addresses, for IPv6 its name after a zone
 * (`::%eth0`). `named` is a name or an address, for IPv6 also a number or an address with its zone. Throws `bad-input`
 * or `address-not-available` where there is no such interface.
 */
export function interfaceFor(family: 4 | 6, named: string): string {
	const all = listInterfaces();
	if (family === 4) {
		if (isIPv4(named)) return named;
		const own = all.find(({ name }) => name === named)?.addresses.find((one) => one.family === 'ipv4');
		if (own !== undefined) return own.address;
		throw unknown(named, 'IPv4', names(all));
	}
	const { address, zone } = splitZone(named);
	if (zone !== undefined) return `::%${socketZone(zone, named)}`;
	const found = all.find((one) => one.name === named || one.addresses.some(({ address }) => address === named));
	if (found !== undefined && isIP(address) !== 4) return `::%${found.name}`;
	if (/^\d+$/.test(named)) return `::%${socketZone(named, named)}`;
	throw unknown(named, 'IPv6', names(all));
}

const names = (all: readonly { readonly name: string }[]): string => all.map(({ name }) => name).join(', ');

function unknown(named: string, family: string, there: string): WirebenchError {
	return engineError('bad-input', 'noInterfaceFor', { named, family, there });
}

/** A group membership in the socket's form. Throws as `interfaceFor`, and where zone and interface differ. */
export function membership(family: 4 | 6, { group, interface: on, source }: MulticastGroup) {
	const { address, zone } = splitZone(group);
	const byZone = zone === undefined ? undefined : interfaceFor(family, `%${zone}`);
	const where = on === undefined ? byZone : interfaceFor(family, on);
	if (byZone !== undefined && where !== byZone) {
		throw engineError('bad-input', 'twoInterfaces', { group, on: on ?? '' });
	}
	return { group: address, where, source: source === undefined ? undefined : (numericAddress(source) ?? source) };
}

/** In the form that a person writes: `239.1.2.3@eth0, from 10.0.0.1`. */
export function groupText({ group, interface: on, source }: MulticastGroup): string {
	return `${group}${on === undefined ? '' : `@${on}`}${source === undefined ? '' : `, from ${source}`}`;
}
