import type { Direction, EventKind } from '../../../../common/capture/event.ts';
import type { Mark } from '../../../../common/capture/marks.ts';
import type { Sentence } from '../../../../common/contract/base/sentence.ts';
import type { MessageOfRow } from '../../../../common/contract/config/listed-messages.ts';
import type { CharsetName } from '../../../../common/payload/charsets/names.ts';

/** A row of an export that lists: an event, or a message in place of its reads. What it returns is valid until the next one. */
export interface ListedItem {
	/** Position of the event in the capture; of a message, that of the event with its last byte. */
	readonly n: number;
	/** Nanoseconds since 1970. */
	readonly time: bigint;
	/** As in EVENT_KINDS and DIRECTIONS, and their names. */
	readonly kind: number;
	readonly kindName: EventKind;
	readonly direction: number;
	readonly directionName: Direction;
	/** 0 for an event of the endpoint. */
	readonly connection: number;
	readonly endpoint: string;
	/** The charset in which its text is read. */
	readonly charset: CharsetName;
	/** Payload bytes. */
	readonly length: number;
	/** The payload, or the text as UTF-8. A framing has no message above a megabyte, so that one is whole in memory. */
	readonly content: Uint8Array;
	/** Which sentence the text is. */
	readonly says: Sentence | undefined;
	/** A person's mark and note. */
	readonly mark: Pick<Mark, 'marked' | 'note'> | undefined;
	/** What a message has beyond an event. */
	readonly message: MessageOfRow | undefined;
}
