import type { MessageOfRow } from '../../../../common/contract/config/listed-messages.ts';
import type { ItemCursor } from './record.ts';

/** What the row of a message has beyond that of an event; `begin` is the time of its first byte. */
export function messageOf({ number, first, offset, reads, isCut, isFault }: ItemCursor, begin: bigint): MessageOfRow {
	return {
		number,
		first,
		offset,
		begin,
		reads,
		...(isCut && { complete: false }),
		...(isFault && { fault: true }),
	};
}
