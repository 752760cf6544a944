import type { WirebenchError } from '../../../../common/contract/base/errors.ts';

/** Reports of a lane to its run. */
export interface LaneOwner {
	/** The system has taken this many messages and bytes. */
	taken(messages: number, bytes: number): void;
	/** It has refused a message; others may succeed. */
	refused(error: Error): void;
	/** No further message can be sent. */
	broken(error: WirebenchError): void;
	/** There is room again, or all has been taken. */
	room(): void;
}

/** Passes messages to the system. */
export interface Lane {
	/** Maximum number of messages it accepts in one turn; 0 while the system is behind. */
	readonly room: number;
	/** Messages that the system has not taken yet. */
	readonly waiting: number;
	/** Accepts the message with this number. */
	put(number: number): void;
	/** Ends a turn's messages. */
	flush(): void;
}
