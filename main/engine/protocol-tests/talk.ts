import { Inbox } from '../../../common/protocol-tests/index.ts';
import type { EndpointWatcher } from '../core/types.ts';

/** The received data of a sequence's endpoint, for steps that wait for it. */
export class Talk implements EndpointWatcher {
	readonly inbox: Inbox;
	/** The peer's FIN was received, or the connection is closed. */
	over = false;
	/** Why the connection is over, where the peer sent no FIN. */
	failure: string | undefined;
	#changed = Promise.withResolvers<void>();

	constructor(datagrams: boolean) {
		this.inbox = new Inbox(datagrams);
	}

	received(bytes: Uint8Array): void {
		this.inbox.push(bytes);
		this.wake();
	}

	ended(): void {
		this.over = true;
		this.wake();
	}

	failed(message: string): void {
		this.failure ??= message;
		this.wake();
	}

	/** Resolves with the next change. */
	changed(): Promise<void> {
		return this.#changed.promise;
	}

	wake(): void {
		this.#changed.resolve();
		this.#changed = Promise.withResolvers();
	}
}
