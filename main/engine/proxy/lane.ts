import type { StreamConnection } from '../stream-connection.ts';

/** One way through a proxied connection: what the source sends goes to the destination. */
export class Lane {
	/** Where it comes from. */
	source: StreamConnection | undefined;
	/** Where it goes; nothing is read before there is one. */
	destination: StreamConnection | undefined;

	/** Bytes that wait; infinitely many while there is nowhere to go. */
	get heldBytes(): number {
		return this.destination?.pendingReplies ?? Number.POSITIVE_INFINITY;
	}

	get heldPieces(): number {
		return 0;
	}

	received(bytes: Uint8Array): void {
		this.destination?.reply(bytes);
	}

	/** The source has ended. */
	ended(): void {
		this.destination?.finish();
	}

	/** The destination has room. */
	drained(): void {
		this.source?.govern();
	}
}
