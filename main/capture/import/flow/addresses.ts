import type { SocketAddress } from '../../../../common/contract/base/address.ts';
import { groupsText } from '../../../../common/payload/ip-text.ts';
import type { Transport } from '../link/transport.ts';

/** One end of a packet: the source (0) or the destination (4) of its addresses. */
export function endOf(packet: Transport, which: 0 | 4): SocketAddress {
	const port = which === 0 ? packet.sourcePort : packet.destinationPort;
	return { address: packet.version === 4 ? ipv4(packet.addresses[which] ?? 0) : ipv6(packet.addresses, which), port };
}

function ipv4(word: number): string {
	return `${word >>> 24}.${(word >>> 16) & 0xff}.${(word >>> 8) & 0xff}.${word & 0xff}`;
}

function ipv6(words: Int32Array, from: number): string {
	const groups: number[] = [];
	for (let i = from; i < from + 4; i++) groups.push((words[i] ?? 0) >>> 16, (words[i] ?? 0) & 0xffff);
	return groupsText(groups);
}

const WELL_KNOWN = 1024;
/** The first ephemeral port of Linux (net.ipv4.ip_local_port_range). */
const EPHEMERAL = 32_768;

/**
 * Guesses a packet's server end without a handshake: the one with a well-known port, or with a non-ephemeral port.
 * Undefined where both are alike.
 */
export function guessServer(source: number, destination: number): 'source' | 'destination' | undefined {
	for (const limit of [WELL_KNOWN, EPHEMERAL]) {
		if (source < limit !== destination < limit) return source < limit ? 'source' : 'destination';
	}
	return undefined;
}
