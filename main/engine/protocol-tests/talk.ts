import { Inbox } from '../../../common/protocol-tests/index.ts';
import { Changes } from './changes.ts';
import type { Reason } from './step-failure.ts';

/** The received data of one connection, for steps that wait for it. */
export class Talk extends Changes {
	readonly inbox: Inbox;
	/** The peer's FIN was received, or the connection is closed. */
	over = false;
	/** Why the connection is over, where the peer sent no FIN. */
	failure: Reason | undefined;

	constructor(datagrams: boolean) {
		super();
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

	failed(reason: Reason): void {
		this.failure ??= reason;
		this.wake();
	}
}
