import { Inbox } from '../../../common/protocol-tests/index.ts';
import { Changes } from './changes.ts';

/** The received data of one connection, for steps that wait for it. */
export class Talk extends Changes {
	readonly inbox: Inbox;
	/** The peer's FIN was received, or the connection is closed. */
	over = false;
	/** Why the connection is over, where the peer sent no FIN. */
	failure: string | undefined;

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

	failed(message: string): void {
		this.failure ??= message;
		this.wake();
	}
}
