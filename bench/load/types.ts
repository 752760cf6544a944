/** What the load generator is asked for. */
export interface LoadRequest {
	readonly host: string;
	readonly port: number;
	readonly connections: number;
	/** Bytes a message. */
	readonly size: number;
	/** Messages that each connection keeps on their way. */
	readonly inFlight: number;
	/** Milliseconds that run before the count begins. */
	readonly warmUpMs: number;
	/** Milliseconds that are counted. */
	readonly measureMs: number;
}

/** Messages that came back, byte for byte, while counting. */
export interface LoadResult {
	readonly messages: number;
	readonly seconds: number;
	readonly messagesPerSecond: number;
}

/** What the UDP generator is asked for: `rate` datagrams of `size` bytes a second, for `seconds`. */
export interface UdpRequest {
	readonly host: string;
	readonly port: number;
	/** At least 64. */
	readonly size: number;
	readonly rate: number;
	readonly seconds: number;
	/** Number of the first datagram, a multiple of 100; 0 unless set. */
	readonly first?: number;
}

/** Datagrams that the kernel took and refused, how long it took, and how many seconds of processor time. */
export interface UdpResult {
	readonly sent: number;
	readonly failed: number;
	readonly seconds: number;
	readonly cpu: number;
}

/** What a receiver of numbered datagrams saw. */
export interface ReceiveResult {
	readonly received: number;
	/** Batches with a datagram that was not as it should be. */
	readonly wrong: number;
	/** Numbers that were left out. */
	readonly missing: number;
	readonly disordered: number;
	/** What the kernel counts as dropped at its socket. */
	readonly drops: number;
	/** Seconds of processor time. */
	readonly cpu: number;
}
