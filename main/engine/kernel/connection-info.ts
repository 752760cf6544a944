import type { TcpState } from '../../../common/calls/tcp-states.ts';
import type { TcpInfo } from './tcp-info.ts';

/** States by their numbers in netinet/tcp_fsm.h of macOS. */
const STATES: readonly TcpState[] = [
	'CLOSED',
	'LISTEN',
	'SYN-SENT',
	'SYN-RECEIVED',
	'ESTABLISHED',
	'CLOSE-WAIT',
	'FIN-WAIT-1',
	'CLOSING',
	'LAST-ACK',
	'FIN-WAIT-2',
	'TIME-WAIT',
];

/** Bytes of the structure up to its last field that is read. */
const LEAST = 112;
/** TCP_MAXWIN << TCP_MAX_WINSHIFT: a threshold that was never set. */
const INFINITE = 65_535 << 14;

/** Reads a `struct tcp_connection_info` of macOS (netinet/tcp.h): times in milliseconds, windows in bytes. */
export function parseConnectionInfo(info: Buffer): TcpInfo | undefined {
	if (info.length < LEAST) return undefined;
	const at = (offset: number) => info.readUInt32LE(offset);
	const ssthreshBytes = at(20);
	const rtt = at(44);
	return {
		state: STATES[info.readUInt8(0)],
		facts: {
			rto: at(12) * 1000,
			mss: at(16),
			...(ssthreshBytes >= INFINITE ? {} : { ssthreshBytes }),
			cwndBytes: at(24),
			sendWindow: at(28),
			sendQueue: at(32),
			receiveWindow: at(36),
			...(rtt === 0 ? {} : { rtt: rtt * 1000, rttVar: at(48) * 1000 }),
			segmentsOut: Number(info.readBigUInt64LE(56)),
			segmentsIn: Number(info.readBigUInt64LE(80)),
			retransmitted: Number(info.readBigUInt64LE(104)),
		},
	};
}
