/**
 * Carries frames, in order, each at most LIMITS.frameBytes. Hosts differ only in this: a WebSocket, a MessagePort, a
 * pair in memory. Frames are opaque bytes (MessagePack, split by the RPC layer).
 */
export interface Transport {
	/** Sends a frame. Neither side changes the frame afterwards. Does nothing after the end. */
	send(frame: Uint8Array): void;
	/** Sets the single receiver. Frames that arrived earlier are delivered to it. */
	onMessage(listener: (frame: Uint8Array) => void): void;
	/** Sets the single listener for the end of the transport, called once; immediately if it has already ended. */
	onClose(listener: () => void): void;
	/** Closes the transport. Frames sent before are still delivered where the medium allows. */
	close(): void;
	/** Unsent bytes, where the medium reports them. Senders of state wait while it is large. */
	buffered?(): number;
}
