import type { TcpState } from '../../../common/calls/tcp-states.ts';
import type { KernelFact, KernelFacts } from '../../../common/kernel/facts.ts';

/** States by their numbers in the kernel (net/tcp_states.h); 12 is a half of SYN-RECEIVED without a socket of its own. */
const STATES: readonly (TcpState | undefined)[] = [
	undefined,
	'ESTABLISHED',
	'SYN-SENT',
	'SYN-RECEIVED',
	'FIN-WAIT-1',
	'FIN-WAIT-2',
	'TIME-WAIT',
	'CLOSED',
	'CLOSE-WAIT',
	'LAST-ACK',
	'LISTEN',
	'CLOSING',
	'SYN-RECEIVED',
];

/** The state with a number of Linux; undefined for an unknown one. */
export const linuxState = (number: number): TcpState | undefined => STATES[number];

/** A slow start threshold that was never set (TCP_INFINITE_SSTHRESH in net/tcp.h). */
const INFINITE = 0x7fffffff;

/** Facts that are 32-bit numbers in `struct tcp_info` of <linux/tcp.h>, by their offsets; newer kernels have appended some. */
const AT: readonly (readonly [offset: number, fact: KernelFact])[] = [
	[8, 'rto'],
	[16, 'mss'],
	[20, 'receiveMss'],
	[24, 'inFlight'],
	[32, 'lost'],
	[44, 'lastSent'],
	[52, 'lastReceived'],
	[60, 'pathMtu'],
	[68, 'rtt'],
	[72, 'rttVar'],
	[76, 'ssthresh'],
	[80, 'cwnd'],
	[100, 'retransmitted'],
	[136, 'segmentsOut'],
	[140, 'segmentsIn'],
	[144, 'unsent'],
	[148, 'minRtt'],
	[228, 'sendWindow'],
	[232, 'receiveWindow'],
];
const RETRANSMITS_AT = 2;
const UNACKED_AT = 24;
const SACKED_AT = 28;
const DELIVERY_RATE_AT = 160;

/** What TCP_INFO reports of one socket. */
export interface TcpInfo {
	readonly state: TcpState | undefined;
	readonly facts: KernelFacts;
}

/** Reads a `struct tcp_info` of Linux, as long as this kernel makes it. */
export function parseTcpInfo(info: Buffer): TcpInfo {
	const state = linuxState(info.readUInt8(0));
	// Of a listener, two fields have another meaning (tcp_get_info in net/ipv4/tcp.c), and the others have none.
	if (state === 'LISTEN') {
		return { state, facts: { acceptQueue: info.readUInt32LE(UNACKED_AT), acceptLimit: info.readUInt32LE(SACKED_AT) } };
	}
	const facts: Partial<Record<KernelFact, number>> = { retransmits: info.readUInt8(RETRANSMITS_AT) };
	for (const [offset, fact] of AT) {
		if (offset + 4 <= info.length) facts[fact] = info.readUInt32LE(offset);
	}
	if (DELIVERY_RATE_AT + 8 <= info.length) facts.deliveryRate = Number(info.readBigUInt64LE(DELIVERY_RATE_AT));
	return { state, facts: measured(facts) };
}

/** Without what was not measured yet. */
function measured({ ssthresh, rtt, rttVar, minRtt, deliveryRate, ...facts }: KernelFacts): KernelFacts {
	return {
		...facts,
		...(ssthresh === undefined || ssthresh >= INFINITE ? {} : { ssthresh }),
		...(rtt ? { rtt, rttVar } : {}),
		// The kernel has the largest number while there is none.
		...(minRtt === undefined || minRtt === 0xffffffff ? {} : { minRtt }),
		...(deliveryRate ? { deliveryRate } : {}),
	};
}
