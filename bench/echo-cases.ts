/** One load that the echo servers are put under, and the budgets of Wirebench for it. */
export interface EchoCase {
	readonly title: string;
	readonly connections: number;
	readonly size: number;
	readonly inFlight: number;
	readonly budgets: readonly Budget[];
	/** Peers measured besides bare Node, fewer times: they are far away. */
	readonly others: readonly OtherPeer[];
}

export type OtherPeer = 'socat' | 'ncat';

/** Wirebench makes at least `ratio` times the messages per second of the peer. */
export interface Budget {
	readonly peer: 'node' | OtherPeer;
	readonly ratio: number;
}

export const ECHO_CASES: readonly EchoCase[] = [
	{
		title: '100 connections × 64 B, ping-pong',
		connections: 100,
		size: 64,
		inFlight: 1,
		budgets: [
			{ peer: 'node', ratio: 0.85 },
			{ peer: 'socat', ratio: 1.5 },
			{ peer: 'ncat', ratio: 2.5 },
		],
		others: ['socat', 'ncat'],
	},
	{
		title: '1 connection × 64 KiB, 4 in flight',
		connections: 1,
		size: 64 * 1024,
		inFlight: 4,
		budgets: [{ peer: 'node', ratio: 0.75 }],
		// Not ncat: with this much on its way it and its cat come to wait for each other for ever, now and then.
		others: ['socat'],
	},
];
