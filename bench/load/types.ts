/** The parameters of the load generator. */
export interface LoadRequest {
	readonly host: string;
	readonly port: number;
	readonly connections: number;
	/** Bytes per message. */
	readonly size: number;
	/** Messages in flight on each connection. */
	readonly inFlight: number;
	/** Milliseconds before counting starts. */
	readonly warmUpMs: number;
	/** Milliseconds of counting. */
	readonly measureMs: number;
}

/** Echoed messages with the same bytes, while counting. */
export interface LoadResult {
	readonly messages: number;
	readonly seconds: number;
	readonly messagesPerSecond: number;
}

/** What echo-load.py has done until then: echoed messages with the same bytes, seconds, and seconds of its processor time. */
export interface LoadMark {
	readonly messages: number;
	readonly seconds: number;
	readonly cpu: number;
}

/** The parameters of the UDP generator: `rate` datagrams of `size` bytes per second, for `seconds`. */
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

/** Datagrams that the kernel accepted and refused, the duration, and the processor seconds. */
export interface UdpResult {
	readonly sent: number;
	readonly failed: number;
	readonly seconds: number;
	readonly cpu: number;
}

/** The counts of a receiver of numbered datagrams. */
export interface ReceiveResult {
	readonly received: number;
	/** Batches with a wrong datagram. */
	readonly wrong: number;
	/** Missing numbers. */
	readonly missing: number;
	readonly disordered: number;
	/** Drops that the kernel counted at its socket. */
	readonly drops: number;
	/** Seconds of processor time. */
	readonly cpu: number;
}

/** The parameters of soak-load.py: where each endpoint is, for how long, records a second on one stream, the number before its first stream. */
export interface SoakLoad {
	readonly ports: Readonly<Record<'tcp' | 'script' | 'tls' | 'proxy' | 'toxic' | 'udp', number>>;
	readonly paths: Readonly<Record<'unix' | 'unix-datagram', string>>;
	readonly seconds: number;
	readonly rate: number;
	readonly first: number;
}

/** What soak-load.py sent, by the name of the endpoint that must have received it; the processor seconds. */
export interface SoakSent {
	readonly sent: Readonly<Record<string, { readonly records: number; readonly streams: number }>>;
	/** Sentences about connections that failed, or returned wrong bytes. */
	readonly failures: readonly string[];
	readonly cpu: number;
}

/** What soak-read.py found, by the name of the endpoint. */
export interface SoakFound {
	readonly found: Readonly<
		Record<string, { readonly records: number; readonly streams: number; readonly wrong: number }>
	>;
	readonly packets: number;
	readonly cpu: number;
}
