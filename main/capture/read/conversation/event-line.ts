import type { StreamLine } from '../../../../common/contract/calls/stream.ts';
import type { EventCursor } from './cursor.ts';

/** The head of a chunk, or the line of any other event. `before`: time of the previous one, ns. */
export function eventLine(cursor: EventCursor, before: bigint | undefined): StreamLine {
	const { time, direction, length, kind } = cursor.row;
	const base = {
		n: cursor.n,
		time,
		direction,
		...(before === undefined ? {} : { delta: time - before }),
		...(cursor.events.also === undefined ? {} : { connection: cursor.row.connection }),
	};
	if (kind === 'data') return { type: 'head', ...base, length };
	const says = cursor.says();
	return { type: 'event', ...base, kind, text: cursor.text(), ...(says && { says }) };
}
