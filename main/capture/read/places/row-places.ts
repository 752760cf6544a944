import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import type { Sought } from '../../../../common/filter/run.ts';
import { charsetNamed } from '../../../../common/payload/charsets/named.ts';
import { isDamage } from '../../segments/damage.ts';
import { type Content, contentOf } from '../items/content.ts';
import type { Searched } from '../items/items.ts';
import { placesIn, QUERY_BYTES } from './event-places.ts';

/** Bytes of one event that are searched for what a row shows. */
const ROW_BYTES = 64 * 1024;
/** A place that ends within these bytes of a payload is seen without moving the preview. */
const SEEN = 32;
/** Bytes before the place that a moved preview shows. */
const BEFORE = 12;
/** Bytes before those, to find where a character begins. Even, for charsets of two bytes. */
const BEHIND = 64;

const encoder = new TextEncoder();

/** The rows with the places of what is sought, and their previews at the first. */
export function withPlaces(items: Searched, rows: readonly CaptureRow[], sought: Sought): CaptureRow[] {
	let left = QUERY_BYTES;
	return rows.map((row) => {
		if (row.kind !== 'data') return withTextPlaces(row, sought);
		const whole = row.length <= row.preview.length;
		const searched = whole ? row.length : Math.min(row.length, ROW_BYTES, left);
		if (!whole) left -= searched;
		const content = whole ? contentOf(row.preview, row.charset ?? 'utf-8') : payloadOf(items, row, searched);
		const [first] = placesIn(content, sought, 0, 1);
		if (first === undefined) return row;
		const at = first.to <= SEEN ? 0 : previewStart(content, first.from);
		const preview = at === 0 ? row.preview : Uint8Array.from(content.read(at, LIMITS.previewBytes));
		const shown = placesIn(content, sought, first.from, LIMITS.placesPerRow);
		const places = shown.filter((place) => place.from < at + preview.length);
		return { ...row, preview, places, ...(at === 0 ? {} : { previewAt: at }) };
	});
}

function withTextPlaces(row: CaptureRow, sought: Sought): CaptureRow {
	const places = placesIn(contentOf(encoder.encode(row.text), 'utf-8'), sought, 0, LIMITS.placesPerRow);
	return places.length === 0 ? row : { ...row, places };
}

/** The first bytes of a payload; what is damaged has no places. */
function payloadOf(items: Searched, { n, item = n }: CaptureRow, length: number): Content {
	try {
		const { charset, read } = items.content(item);
		return contentOf(read(0, length), charset);
	} catch (error) {
		if (!isDamage(error)) throw error;
		return contentOf(new Uint8Array(0), 'utf-8');
	}
}

/** Some bytes before a place, not within a character. */
function previewStart(content: Content, from: number): number {
	const boundary = Math.max(0, from - BEFORE);
	const begin = Math.max(0, boundary - BEHIND);
	const bytes = content.read(begin, from - begin);
	const charset = charsetNamed(content.charset);
	const character = { code: 0, length: 1 };
	let at = charset.stepBack(bytes, boundary - begin);
	while (at + begin < boundary) {
		charset.decode(bytes, at, character);
		if (begin + at + character.length > boundary) break;
		at += character.length;
	}
	return Math.min(from, begin + at);
}
