import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import type { PrintedMessage } from '../../../../common/contract/calls/compare.ts';
import type { ListedMessages } from '../../../../common/contract/config/listed-messages.ts';

/** A message of an open capture. */
export interface ComparedMessage {
	/** The id of its capture; left out: the live one. */
	readonly capture?: string;
	/** The list of messages that it is in; left out: it is an event, or a part of a stream. */
	readonly messages?: ListedMessages;
	readonly row: Pick<
		CaptureRow,
		'n' | 'item' | 'message' | 'time' | 'endpoint' | 'connection' | 'direction' | 'length'
	>;
	/** A message of a stream, or a part of it, which may begin and end within events. Left out: it is the whole event. */
	readonly part?: Pick<PrintedMessage, 'number' | 'at' | 'offset'> & { readonly framed: boolean };
}

/** One side of a comparison of connections. */
export interface ComparedSide {
	/** The id of its capture; undefined: the live one. */
	readonly capture: string | undefined;
	/** Undefined: all connections of the capture. */
	readonly connection: number | undefined;
}
