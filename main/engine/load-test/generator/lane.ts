import type { WirebenchError } from '../../../../common/contract/base/errors.ts';

/** What a lane tells the run whose messages it takes to the system. */
export interface LaneOwner {
	/** The system has taken so many messages of so many bytes. */
	taken(messages: number, bytes: number): void;
	/** It has refused a message; others may pass. */
	refused(error: Error): void;
	/** Nothing will pass any more. */
	broken(error: WirebenchError): void;
	/** There is room again, or all has been taken. */
	room(): void;
}

/** The way of messages to the system. */
export interface Lane {
	/** Messages that it takes in one turn, at most; none while the system is behind. */
	readonly room: number;
	/** Messages that it has and that the system has not taken. */
	readonly waiting: number;
	/** Takes the message with this number. */
	put(number: number): void;
	/** Those that were put are all for this turn. */
	flush(): void;
}
