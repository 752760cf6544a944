/**
 * Moves frames, in order, each at most LIMITS.frameBytes. All that differs between hosts: a WebSocket, a
 * MessagePort, a pair in memory. Frames are opaque bytes (MessagePack, cut to size by the RPC layer).
 */
export interface Transport {
	/** Hands a frame over. The frame is not changed afterwards by either side. After the end it does nothing. */
	send(frame: Uint8Array): void;
	/** Sets the one receiver. Frames that came before it was set are delivered to it. */
	onMessage(listener: (frame: Uint8Array) => void): void;
	/** Sets the one listener for the end of the transport, called once; at once if the end has already come. */
	onClose(listener: () => void): void;
	/** Ends it. Frames sent before are still delivered where the medium allows. */
	close(): void;
	/** Bytes sent that have not left yet, where the medium can tell. Senders of state hold back while it is large. */
	buffered?(): number;
}
