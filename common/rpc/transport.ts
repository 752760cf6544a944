/**
 * Moves frames, in order, each at most LIMITS.frameBytes. All that differs between hosts: a WebSocket, a
 * MessagePort, a pair in memory. Frames are opaque bytes (MessagePack, cut to size by the RPC layer).
 */
export interface Transport {
	send(frame: Uint8Array): void;
	/** Sets the one receiver. Frames that came before it was set are delivered to it. */
	onMessage(listener: (frame: Uint8Array) => void): void;
	/** Sets the one listener for the end of the transport, called once. */
	onClose(listener: () => void): void;
	close(): void;
}
