/** What the main thread asks of the receiving thread. It writes to the event after each. */
export type ToReceiving =
	| { readonly does: 'receive'; readonly socket: number; readonly descriptor: number; readonly family: 4 | 6 }
	| { readonly does: 'leave'; readonly socket: number }
	| { readonly does: 'end' };

/** `look`: there are records in the ring, and the main thread was not about to look. */
export type FromReceiving = 'started' | 'look';

export interface ReceivingData {
	/** `createRing`. */
	readonly memory: SharedArrayBuffer;
	/** The number of the event (eventfd(2)) by which the main thread interrupts the wait. */
	readonly event: number;
	/** The folder of the packaged app. */
	readonly resources: string | undefined;
}
