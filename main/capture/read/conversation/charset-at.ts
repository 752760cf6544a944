import type { CharsetName } from '../../../../common/payload/charsets/names.ts';
import type { EventCursor } from './cursor.ts';

/** The charset of a connection, by its first event that still exists. */
export function charsetAt(cursor: EventCursor): CharsetName {
	const first = cursor.firstKept;
	return first < cursor.events.count ? cursor.to(first).charset : 'utf-8';
}
