import type { SocketAddress } from '../../../../common/contract/base/address.ts';
import type { Transport } from '../link/transport.ts';

/** One end of a packet: the source (0) or the destination (4) of its addresses. */
export function endOf(packet: Transport, which: 0 | 4): SocketAddress {
	const port = which === 0 ? packet.sourcePort : packet.destinationPort;
	return { address: packet.version === 4 ? ipv4(packet.addresses[which] ?? 0) : ipv6(packet.addresses, which), port };
}

function ipv4(word: number): string {
	return `${word >>> 24}.${(word >>> 16) & 0xff}.${(word >>> 8) & 0xff}.${word & 0xff}`;
}

/** In the form of RFC 5952: lower case, the longest run of two or more zero groups left out, the first of equals. */
function ipv6(words: Int32Array, from: number): string {
	const groups: number[] = [];
	for (let i = from; i < from + 4; i++) groups.push((words[i] ?? 0) >>> 16, (words[i] ?? 0) & 0xffff);
	let best = 0;
	let length = 1;
	for (let i = 0; i < 8; i++) {
		let run = 0;
		while (groups[i + run] === 0) run++;
		if (run > length) [best, length] = [i, run];
	}
	const text = (part: number[]) => part.map((group) => group.toString(16)).join(':');
	return length < 2 ? text(groups) : `${text(groups.slice(0, best))}::${text(groups.slice(best + length))}`;
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
