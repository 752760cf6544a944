import type { SocketOption, SocketOptions } from '../../contract/config/socket-options.ts';
import type { Omissions } from './omissions.ts';
import type { CodeOption } from './program.ts';

export const REUSE: CodeOption = {
	on: 'listener',
	level: 'SOL_SOCKET',
	name: 'SO_REUSEADDR',
	value: 1,
	why: 'reuseAddress',
};
export const NO_DELAY: CodeOption = {
	on: 'connection',
	level: 'IPPROTO_TCP',
	name: 'TCP_NODELAY',
	value: 1,
	why: 'noDelay',
};

type Row = readonly [on: CodeOption['on'], level: string, name: string, why: CodeOption['why']];

/** Options that are one call of setsockopt with a number: those of IPv4, which IPv6 names otherwise. */
const IP: Partial<Readonly<Record<SocketOption, Row>>> = {
	ttl: ['listener', 'IPPROTO_IP', 'IP_TTL', 'ttl'],
	multicastTtl: ['listener', 'IPPROTO_IP', 'IP_MULTICAST_TTL', 'multicast'],
	multicastLoopback: ['listener', 'IPPROTO_IP', 'IP_MULTICAST_LOOP', 'multicast'],
};
const IPV6: Partial<Readonly<Record<SocketOption, Row>>> = {
	ttl: ['listener', 'IPPROTO_IPV6', 'IPV6_UNICAST_HOPS', 'ttl'],
	multicastTtl: ['listener', 'IPPROTO_IPV6', 'IPV6_MULTICAST_HOPS', 'multicast'],
	multicastLoopback: ['listener', 'IPPROTO_IPV6', 'IPV6_MULTICAST_LOOP', 'multicast'],
};
const ANY: Partial<Readonly<Record<SocketOption, Row>>> = {
	reuseAddress: ['listener', 'SOL_SOCKET', 'SO_REUSEADDR', 'reuseAddress'],
	reusePort: ['listener', 'SOL_SOCKET', 'SO_REUSEPORT', 'reusePort'],
	ipv6Only: ['listener', 'IPPROTO_IPV6', 'IPV6_V6ONLY', 'ipv6Only'],
	receiveBuffer: ['listener', 'SOL_SOCKET', 'SO_RCVBUF', 'buffer'],
	sendBuffer: ['listener', 'SOL_SOCKET', 'SO_SNDBUF', 'buffer'],
	broadcast: ['listener', 'SOL_SOCKET', 'SO_BROADCAST', 'broadcast'],
};

/** Those of a socket's own call. */
function optionOf(key: string, value: unknown, isV6: boolean): CodeOption[] | undefined {
	if (key === 'keepAliveMs' && typeof value === 'number') {
		return [
			{ on: 'connection', level: 'SOL_SOCKET', name: 'SO_KEEPALIVE', value: 1, why: 'keepAlive' },
			{ on: 'connection', level: 'IPPROTO_TCP', name: 'TCP_KEEPIDLE', value: value / 1000, why: 'keepAliveIdle' },
		];
	}
	const found = Object.entries({ ...ANY, ...(isV6 ? IPV6 : IP) }).find(([name]) => name === key)?.[1];
	if (found === undefined || (typeof value !== 'boolean' && typeof value !== 'number')) return undefined;
	const [on, level, name, why] = found;
	return [{ on, level, name, value: Number(value), why }];
}

/** The options that a config sets; those that a program cannot set in one call are named. `connected` is part of the task. */
export function optionsAsCalls(options: SocketOptions, isV6: boolean, omissions: Omissions): CodeOption[] {
	const calls: CodeOption[] = [];
	for (const [key, value] of Object.entries(options)) {
		if (value === undefined || value === false || key === 'connected') continue;
		const made = optionOf(key, value, isV6);
		if (made === undefined) omissions.add('option', key);
		else calls.push(...made);
	}
	return calls;
}
