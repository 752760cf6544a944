import type { CaptureConnection } from '../../../../common/capture/event.ts';
import { Stream } from './stream.ts';

/**
 * `waiting`: there is no `open` event yet, as a SYN was not answered or nothing but acknowledgements was seen. `closed`:
 * there is a `close` event; what still comes was on its way.
 */
export type FlowState = 'waiting' | 'open' | 'closed' | 'gone';

/** A reset by one side, or the second FIN that was acknowledged (0), and when that was. */
export interface Ending {
	readonly resetBy: 0 | 1 | 2;
	readonly timeHigh: number;
	readonly timeLow: number;
	/** It is waited for what is missing until so many packets were taken. */
	readonly until: number;
}

/** A conversation of the file. */
export class Flow {
	readonly slot: number;
	readonly connection: CaptureConnection;
	/** The packets of the client are those that go forward in the table's sense. */
	readonly clientForward: boolean;
	state: FlowState = 'waiting';
	/** Packets of it while it waits, and time of the first. */
	packets = 0;
	readonly timeHigh: number;
	readonly timeLow: number;
	/** A SYN was seen; otherwise the capture begins in the middle of the conversation. */
	handshake = false;
	/** How it ends, once nothing is missing any more or it has been waited for long enough. */
	ending: Ending | undefined;
	/** The writer was told about late data. */
	reopened = false;
	readonly client = new Stream();
	readonly server = new Stream();

	constructor(slot: number, connection: CaptureConnection, clientForward: boolean, timeHigh: number, timeLow: number) {
		this.slot = slot;
		this.connection = connection;
		this.clientForward = clientForward;
		this.timeHigh = timeHigh;
		this.timeLow = timeLow;
	}
}
