import { EVENT_KINDS } from '../../../../common/capture/event.ts';
import { NO_BYTES } from '../../../../common/framing/index.ts';
import { isDamage } from '../../segments/damage.ts';
import { captureError } from '../../sentences/capture-error.ts';
import type { EventReader } from './event-reader.ts';
import type { ItemCursor } from './record.ts';

const DATA = EVENT_KINDS.indexOf('data');

/**
 * Bytes of a message from `from` on; fewer than `most` at its end. Valid until the reader moves, which then stands on an event of the
 * message. Throws `not-found` where a file with one of its events is gone, and the errors of reading.
 */
export function messageBytes(
	reader: EventReader,
	item: ItemCursor,
	stored: number,
	from = 0,
	most = Number.POSITIVE_INFINITY,
): Uint8Array {
	const { first, last, offset, end, length } = item;
	const size = Math.max(0, Math.min(most, length - from));
	if (size === 0) return NO_BYTES;
	const facts = to(reader, last, stored);
	if (first === last) return reader.content().subarray(offset + from, Math.min(offset + from + size, end));
	const { connection, direction } = facts;
	const bytes = new Uint8Array(size);
	let done = 0;
	let skip = from;
	for (let n = first; n <= last && done < size; n++) {
		const event = reader.to(n, stored);
		if (event === undefined) throw captureError('not-found', 'eventGone');
		if (event.connection !== connection || event.direction !== direction || event.kind !== DATA) continue;
		const part = partOf(reader, n).subarray(n === first ? offset : 0, n === last ? end : undefined);
		const wanted = part.subarray(skip, skip + size - done);
		skip = Math.max(0, skip - part.length);
		bytes.set(wanted, done);
		done += wanted.length;
	}
	return done < size ? bytes.subarray(0, done) : bytes;
}

function to(reader: EventReader, n: number, stored: number) {
	const facts = reader.to(n, stored);
	if (facts === undefined) throw captureError('not-found', 'eventGone');
	return facts;
}

/** A damaged event was no part of the message. */
function partOf(reader: EventReader, n: number): Uint8Array {
	try {
		return reader.content();
	} catch (error) {
		if (!isDamage(error)) throw error;
		reader.segment.isDamaged(n, error);
		return NO_BYTES;
	}
}
