import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { StreamLine } from '../../../../common/contract/calls/stream.ts';
import type { Place, Sought } from '../../../../common/filter/run.ts';
import { isDamage } from '../../segments/damage.ts';
import type { CaptureFolder } from '../../segments/folder.ts';
import { contentOf } from '../items/content.ts';
import { eventContent } from '../items/event-content.ts';
import { placesIn, QUERY_BYTES } from './event-places.ts';

/** Bytes before a line in which a place may begin that reaches into it. */
const BEFORE = 4096;

const encoder = new TextEncoder();

interface Bytes {
	readonly from: number;
	readonly to: number;
}

/** The lines of a conversation with the places of what is sought. */
export function linesWithPlaces(folder: CaptureFolder, lines: readonly StreamLine[], sought: Sought): StreamLine[] {
	/** The shown bytes of each event. */
	const shown = new Map<number, Bytes>();
	for (const line of lines) {
		if (line.type !== 'body' && line.type !== 'slice') continue;
		const { from = line.offset } = shown.get(line.n) ?? {};
		shown.set(line.n, { from, to: line.offset + line.bytes.length });
	}
	let left = QUERY_BYTES;
	const found = new Map<number, readonly Place[]>();
	for (const [n, bytes] of shown) {
		const from = Math.max(0, bytes.from - BEFORE);
		const to = Math.min(bytes.to, from + left);
		left -= to - from;
		found.set(n, placesOf(folder, n, { from, to }, sought));
	}
	return lines.map((line) => {
		if (line.type === 'head') return line;
		const places =
			line.type === 'event'
				? placesIn(contentOf(encoder.encode(line.text), 'utf-8'), sought, 0, LIMITS.placesPerQuery)
				: within(found.get(line.n) ?? [], { from: line.offset, to: line.offset + line.bytes.length });
		return places.length === 0 ? line : { ...line, places };
	});
}

function within(places: readonly Place[], { from, to }: Bytes): Place[] {
	return places.filter((place) => place.to > from && place.from < to);
}

/** Places that begin in these bytes of an event; what is damaged has none. */
function placesOf(folder: CaptureFolder, n: number, { from, to }: Bytes, sought: Sought): Place[] {
	try {
		const content = eventContent(folder, n);
		return placesIn({ ...content, length: Math.min(content.length, to) }, sought, from, LIMITS.placesPerQuery);
	} catch (error) {
		if (!isDamage(error)) throw error;
		return [];
	}
}
