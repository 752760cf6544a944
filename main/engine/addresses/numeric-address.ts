import { readFileSync } from 'node:fs';
import { isIPv4, isIPv6, SocketAddress } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { ErrorDetails, WirebenchError } from '../../../common/contract/base/errors.ts';
import { isMulticast } from '../../../common/contract/config/socket-options.ts';
import { splitZone, zoneReadings } from '../../../common/payload/index.ts';
import { engineError } from '../sentences/engine-error.ts';

/** An interface with IPv6 addresses, which can be their zone. */
interface Zone {
	readonly name: string;
	/** As if_nametoindex(3) returns it; undefined where the system does not report it. */
	readonly index: number | undefined;
	readonly addresses: readonly string[];
}

/**
 * Converts a numeric address to the form that sockets accept and return: an IPv6 address in its short form (RFC 5952),
 * its zone as the name of an existing interface. Undefined for a name. Throws `address-not-available` for an unknown
 * zone, with the existing ones, and `bad-input` for a zone without effect.
 */
export function numericAddress(host: string): string | undefined {
	const { address, zone } = splitZone(host);
	if (isIPv4(address) && zone === undefined) return address;
	if (isIPv4(address)) throw needless(host, zone);
	if (!isIPv6(address)) return undefined;
	const plain = new SocketAddress({ address, family: 'ipv6' }).address;
	if (zone === undefined) return plain;
	const found = zoneNamed(zone, host);
	if (!isLinkLocal(plain) && !isMulticast(plain) && !found.addresses.includes(plain)) throw needless(host, zone);
	return `${plain}%${forSockets(found)}`;
}

/**
 * The interface of a zone, in the form that sockets accept after a `%`. `host` is its name in errors. Throws as
 * `numericAddress`.
 */
export function socketZone(zone: string, host: string): string {
	return forSockets(zoneNamed(zone, host));
}

/** libuv accepts names; on Windows only numbers. */
function forSockets({ name, index }: Zone): string {
	return process.platform === 'win32' && index !== undefined ? String(index) : name;
}

function zoneNamed(zone: string, host: string): Zone {
	const all = zones();
	const meant = zoneReadings(zone).map((reading) =>
		all.find(({ name, index }) => name === reading || (index !== undefined && String(index) === reading)),
	);
	const [first, ...others] = [...new Set(meant.filter((one) => one !== undefined))];
	if (first === undefined) throw absent(zone, host, all);
	if (others.length > 0) throw ambiguous(zone, host, [first, ...others]);
	return first;
}

/** fe80::/10 (RFC 4291, 2.5.6). */
function isLinkLocal(address: string): boolean {
	return /^fe[89ab][\da-f]:/i.test(address);
}

function zones(): Zone[] {
	const byName = new Map<string, Zone>(kernelZones().map((zone) => [zone.name, zone]));
	for (const [name, list = []] of Object.entries(networkInterfaces())) {
		const own = list.filter((one) => one.family === 'IPv6');
		const index = own.find(({ scopeid }) => scopeid !== 0)?.scopeid;
		if (own.length > 0 && !byName.has(name))
			byName.set(name, { name, index, addresses: own.map((one) => one.address) });
	}
	return [...byName.values()];
}

/** Linux lists every interface with its number; Node reports numbers only with link-local addresses. */
function kernelZones(): Zone[] {
	if (process.platform !== 'linux') return [];
	const found = new Map<string, { name: string; index: number; addresses: string[] }>();
	for (const line of kernelTable().split('\n')) {
		// Address, number, length of the prefix, scope, flags (in hexadecimal), name: net/ipv6/addrconf.c.
		const [address, index, , , , name] = line.trim().split(/\s+/);
		const groups = address?.match(/[\da-f]{4}/g);
		if (groups?.length !== 8 || index === undefined || name === undefined) continue;
		const one = found.get(name) ?? { name, index: Number.parseInt(index, 16), addresses: [] };
		one.addresses.push(new SocketAddress({ address: groups.join(':'), family: 'ipv6' }).address);
		found.set(name, one);
	}
	return [...found.values()];
}

/** Empty where there is no IPv6, or no /proc. */
function kernelTable(): string {
	try {
		return readFileSync('/proc/net/if_inet6', 'latin1');
	} catch (error) {
		if (error instanceof Error && 'code' in error) return '';
		throw error;
	}
}

function words({ name, index }: Zone): string {
	return index === undefined ? name : `${name} (${index})`;
}

function absent(zone: string, host: string, all: readonly Zone[]): WirebenchError {
	const there = all.length === 0 ? 'none' : all.map(words).join(', ');
	const details = { address: host, checks: ['addresses'] } satisfies ErrorDetails;
	return engineError('address-not-available', 'zoneAbsent', { host, zone, there }, details);
}

function ambiguous(zone: string, host: string, found: readonly Zone[]): WirebenchError {
	const ways = found.map(words).join(' or ');
	return engineError('bad-input', 'zoneAmbiguous', { host, zone, ways }, { address: host });
}

/** The system would ignore the zone. */
function needless(host: string, zone: string | undefined): WirebenchError {
	return engineError('bad-input', 'zoneNeedless', { host, zone: zone ?? '' }, { address: host });
}
