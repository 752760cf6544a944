/** Counters of following conversations. */
export interface FlowCounts {
	connections: number;
	retransmitted: number;
	outOfOrder: number;
	gaps: number;
	missingBytes: number;
	evicted: number;
}

export function noCounts(): FlowCounts {
	return { connections: 0, retransmitted: 0, outOfOrder: 0, gaps: 0, missingBytes: 0, evicted: 0 };
}
