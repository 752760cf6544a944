import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { Place } from './find.ts';
import type { Said, SaidRange } from './said.ts';

/** Maximum events read for one answer. */
const MOST_EVENTS = 20_000;

/** Contiguous bytes, and the start of the omitted rest. */
export interface JoinedBytes {
	readonly bytes: Uint8Array;
	readonly next?: Place;
}

/** The data of events `n` up to and with `last`, from byte `offset` of the first: as much as fits one answer, `most` bytes. */
export function joinedBytes(said: Said, { n, offset }: Place, last: number, most?: number): JoinedBytes {
	const { events } = said.cursor;
	const ranges: SaidRange[] = [];
	let room = Math.min(most ?? LIMITS.bytesPerQuery, LIMITS.bytesPerQuery);
	let i = events.before(n);
	const stop = i + MOST_EVENTS;
	for (let from = events.at(i) === n ? offset : 0; i < events.count && events.at(i) <= last; i++, from = 0) {
		if (room === 0 || i === stop) return { bytes: said.read(ranges), next: { n: events.at(i), offset: from } };
		if (!said.isChunk(i)) continue;
		const { length } = said.cursor.facts;
		const to = Math.min(length, from + room);
		if (to > from) ranges.push({ n: events.at(i), from, to });
		room -= Math.max(0, to - from);
		if (to < length) return { bytes: said.read(ranges), next: { n: events.at(i), offset: to } };
	}
	return { bytes: said.read(ranges) };
}
