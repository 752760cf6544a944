import { plainAddress } from '../addresses/address.ts';

/** A socket as /proc/net/tcp, tcp6, udp or udp6 lists it (proc_net_tcp in the kernel's documentation). */
export interface ProcSocket {
	readonly address: string;
	readonly port: number;
	/** The other end; zeros while there is none. */
	readonly remote: { readonly address: string; readonly port: number };
	/** Hexadecimal state: `0A` listens, `07` is an unconnected UDP socket. */
	readonly state: string;
	readonly uid: number;
	readonly inode: string;
	/** When its timer ends, in milliseconds, if that releases it: for a socket in TIME_WAIT, or closed and in FIN_WAIT2. */
	readonly goneInMs: number | undefined;
	/** In bytes; of a listener, `received` is the number of connections that wait for accept. */
	readonly queued: { readonly sent: number; readonly received: number };
	/** Attempts to send the first unacknowledged segment again. */
	readonly retransmits: number;
	/** Of a TCP socket that a process holds: the retransmission timeout in milliseconds, and in segments the windows; -1 is a threshold that was never set. */
	readonly tcp: { readonly rtoMs: number; readonly cwnd: number; readonly ssthresh: number } | undefined;
	/** In the UDP tables: datagrams dropped at a full receive buffer since the socket was opened. Meaningless in the TCP tables. */
	readonly drops: number;
}

/** Addresses are 32-bit words in hexadecimal, each in the machine's byte order (here: little endian). */
function parseAddress(hex: string): string {
	const bytes: number[] = [];
	for (let word = 0; word < hex.length; word += 8) {
		for (let at = 6; at >= 0; at -= 2) bytes.push(Number.parseInt(hex.slice(word + at, word + at + 2), 16));
	}
	if (bytes.length === 4) return bytes.join('.');
	const groups: string[] = [];
	for (let at = 0; at < 16; at += 2) groups.push((((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16));
	if (groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff') {
		return plainAddress(`::ffff:${bytes.slice(12).join('.')}`);
	}
	// The URL parser prints IPv6 in the short form of RFC 5952.
	return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}

/** Milliseconds per tick in these tables: 100 per second on every machine (USER_HZ). */
const TICK_MS = 10;
/** The kind of timer that releases a socket without a process. */
const LET_GO = '03';

function goneInMs(timer: string | undefined): number | undefined {
	const [kind, ticks = ''] = timer?.split(':') ?? [];
	return kind === LET_GO ? Number.parseInt(ticks, 16) * TICK_MS : undefined;
}

function tcpOf(rto: string | undefined, cwnd: string | undefined, ssthresh: string | undefined): ProcSocket['tcp'] {
	if (cwnd === undefined || ssthresh === undefined) return undefined;
	return { rtoMs: Number(rto) * TICK_MS, cwnd: Number(cwnd), ssthresh: Number(ssthresh) };
}

/** Parses one such table; malformed lines are skipped. `port`: only sockets that have it at either end. */
export function parseProcNet(table: string, port?: number): ProcSocket[] {
	const sockets: ProcSocket[] = [];
	const wanted = port === undefined ? '' : `:${port.toString(16).toUpperCase().padStart(4, '0')} `;
	for (const line of table.split('\n').slice(1)) {
		// Addresses take longer than all else.
		if (!line.includes(wanted)) continue;
		const fields = line.trim().split(/\s+/);
		const [, local, other, state, queues, timer, retransmits, uid, , inode, , , drops, , , cwnd, ssthresh] = fields;
		const [address, port] = local?.split(':') ?? [];
		const [remote = '', remotePort = ''] = other?.split(':') ?? [];
		const [sent = '', received = ''] = queues?.split(':') ?? [];
		if (!address || !port || !state || uid === undefined || inode === undefined) continue;
		sockets.push({
			address: parseAddress(address),
			port: Number.parseInt(port, 16),
			remote: { address: parseAddress(remote), port: Number.parseInt(remotePort, 16) },
			state,
			uid: Number(uid),
			inode,
			goneInMs: goneInMs(timer),
			queued: { sent: Number.parseInt(sent, 16), received: Number.parseInt(received, 16) },
			retransmits: Number.parseInt(retransmits ?? '', 16),
			tcp: tcpOf(drops, cwnd, ssthresh),
			drops: Number(drops ?? 0) || 0,
		});
	}
	return sockets;
}
