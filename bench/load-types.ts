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
