/** What the number of a fact counts: times are in microseconds or milliseconds. */
export type FactUnit = 'bytes' | 'count' | 'segments' | 'us' | 'ms' | 'bytesPerSecond';

/** The numbers that a system reports about a socket, in the order in which they are shown, and what each counts. */
export const KERNEL_FACTS = {
	/** Bytes that the program has sent and that the peer has not acknowledged; `unsent` of them have not left. */
	sendQueue: 'bytes',
	unsent: 'bytes',
	/** Bytes that were received and that the program has not read. */
	receiveQueue: 'bytes',
	/** Memory that the queues use, with the system's overhead, and the limits of it. */
	sendBufferUsed: 'bytes',
	sendBuffer: 'bytes',
	receiveBufferUsed: 'bytes',
	receiveBuffer: 'bytes',
	/** Of a listener: connections that wait for accept, and their limit. */
	acceptQueue: 'count',
	acceptLimit: 'count',
	/** Datagrams that were discarded at a full receive buffer. */
	drops: 'count',
	/** Smoothed round trip time, its mean deviation, and the smallest one. */
	rtt: 'us',
	rttVar: 'us',
	minRtt: 'us',
	/** Time without an acknowledgement after which a segment is sent again. */
	rto: 'us',
	/** Attempts to send the first unacknowledged segment again; all segments that were ever sent again; segments believed lost. */
	retransmits: 'count',
	retransmitted: 'segments',
	lost: 'segments',
	/** Segments that are sent and not acknowledged. */
	inFlight: 'segments',
	/** Congestion window and slow start threshold; some systems count segments, others bytes. A threshold that was never set is absent. */
	cwnd: 'segments',
	cwndBytes: 'bytes',
	ssthresh: 'segments',
	ssthreshBytes: 'bytes',
	/** Largest segments, and the path's MTU. */
	mss: 'bytes',
	receiveMss: 'bytes',
	pathMtu: 'bytes',
	/** What the peer permits us to send, and what we permit it. */
	sendWindow: 'bytes',
	receiveWindow: 'bytes',
	deliveryRate: 'bytesPerSecond',
	lastSent: 'ms',
	lastReceived: 'ms',
	segmentsOut: 'segments',
	segmentsIn: 'segments',
} as const satisfies Readonly<Record<string, FactUnit>>;

export type KernelFact = keyof typeof KERNEL_FACTS;

/** What is known, by fact: one that the system does not report is absent. */
export type KernelFacts = Readonly<Partial<Record<KernelFact, number>>>;

/** Their names, in the order of the table. */
export const KERNEL_FACT_NAMES: readonly KernelFact[] = Object.keys(KERNEL_FACTS).filter(isFact);

function isFact(name: string): name is KernelFact {
	return name in KERNEL_FACTS;
}
