import type { CaptureConnection } from '../../../../common/capture/event.ts';
import { Stream } from './stream.ts';

/**
 * `waiting`: no `open` event yet, because a SYN was not answered or only acknowledgements were seen. `closed`: the
 * `close` event was written; later packets were in flight.
 */
export type FlowState = 'waiting' | 'open' | 'closed' | 'gone';

/** A reset by one side, or the second FIN that was acknowledged (0), and its time. */
export interface Ending {
	readonly resetBy: 0 | 1 | 2;
	readonly timeHigh: number;
	readonly timeLow: number;
	/** Packet count up to which missing data is awaited. */
	readonly until: number;
}

/** A conversation of the file. */
export class Flow {
	readonly slot: number;
	readonly connection: CaptureConnection;
	/** The client's packets are `forward` in the table. */
	readonly clientForward: boolean;
	state: FlowState = 'waiting';
	/** Its packets while it waits, and the time of the first. */
	packets = 0;
	readonly timeHigh: number;
	readonly timeLow: number;
	/** A SYN was seen; otherwise the capture starts in the middle of the conversation. */
	handshake = false;
	/** Its pending end, until nothing is missing or the wait is over. */
	ending: Ending | undefined;
	/** The writer was notified of late data. */
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
