import { basename } from 'node:path';
import { isoTime } from '../format/iso-time.ts';
import type { RecoveredSegment } from './index.ts';

/** The result of recovery, for people; undefined when there was no problem. `leftOut`: nothing could be cut off. */
export function summarize(segments: readonly RecoveredSegment[], leftOut: boolean): string | undefined {
	const sentences = [unclosed(segments, leftOut), remade(segments), ...segments.map(damaged), ...gaps(segments)];
	const said = sentences.filter((sentence) => sentence !== undefined);
	return said.length === 0 ? undefined : said.join(' ');
}

const segmentsOf = (count: number) => (count === 1 ? 'one segment' : `${count} segments`);
const eventsOf = (count: number) => (count === 1 ? '1 event' : `${count} events`);

/** About missing indexes or those that were behind, and about cut-off data. */
function unclosed(segments: readonly RecoveredSegment[], leftOut: boolean): string | undefined {
	const foreign = segments.find((segment) => segment.foreign);
	const cut = segments.filter((segment) => !segment.foreign).reduce((sum, segment) => sum + segment.cutBytes, 0);
	const missing = segments.reduce((sum, segment) => sum + segment.missing, 0);
	const count = segments.filter(
		({ index, cutBytes }) => index === 'missing' || index === 'behind' || cutBytes > 0,
	).length;
	if (count === 0 && foreign === undefined) return undefined;
	const done = leftOut ? 'left out' : 'cut off';
	const torn = cut === 0 ? undefined : `${cut} bytes of an unfinished event were ${done}`;
	const what = missing === 0 ? 'not closed' : 'cut off';
	// Of what follows data of another program, nothing is known.
	const isWhole = missing === 0 && foreign === undefined && segments.every(({ lost }) => lost.places === 0);
	const lost = torn ?? (isWhole ? 'nothing was lost' : undefined);
	const rebuilt = `The capture was ${what}: the index of ${segmentsOf(count)} was rebuilt${lost === undefined ? '' : `, and ${lost}`}.`;
	const gone = `${missing} ${missing === 1 ? 'event that it had is' : 'events that it had are'} in no file any more.`;
	const ours = missing === 0 ? rebuilt : `${rebuilt} ${gone}`;
	if (foreign === undefined) return ours;
	const name = basename(foreign.place.data);
	return `${ours} ${name} was changed by another program, and is shown up to there: ${foreign.damage}`;
}

/** About damaged indexes. Those of an earlier version are rebuilt silently. */
function remade(segments: readonly RecoveredSegment[]): string | undefined {
	const found = segments.filter(({ index, cutBytes }) => index === 'damaged' && cutBytes === 0);
	if (found.length === 0) return undefined;
	const lost = found.every((segment) => segment.lost.places === 0) ? ': nothing was lost' : '';
	return `The index of ${segmentsOf(found.length)} was damaged, and was rebuilt from the segment${lost}.`;
}

function damaged({ place, lost }: RecoveredSegment): string | undefined {
	if (lost.places === 0) return undefined;
	const where = lost.places === 1 ? `at byte ${lost.from}` : `in ${lost.places} places, the first at byte ${lost.from}`;
	const gone = lost.events === 0 ? 'It is not known how many events they held.' : `They held ${eventsOf(lost.events)}.`;
	return `${basename(place.data)} is damaged ${where}: ${lost.bytes} bytes cannot be read. ${gone}`;
}

/** About missing events between two segments. Numbers are those for people, from 1. */
function gaps(segments: readonly RecoveredSegment[]): string[] {
	const shift = segments.find(({ events }) => events > 0)?.first ?? 0;
	return segments.flatMap((segment, i) => {
		const before = segments[i - 1];
		const end = before === undefined ? segment.first : before.first + before.events;
		const count = segment.first - end;
		if (before === undefined || count <= 0 || end === shift) return [];
		const numbers = count === 1 ? `event ${end - shift + 1}` : `events ${end - shift + 1} to ${segment.first - shift}`;
		const between = `between ${basename(before.place.data)} and ${basename(segment.place.data)}`;
		const files = segment.number - before.number - 1;
		const missing =
			files === 0 ? '' : files === 1 ? ', where one segment is missing' : `, where ${files} segments are missing`;
		const from = before.to === undefined ? 'an unknown time' : isoTime(before.to);
		const to = segment.from === undefined ? 'an unknown time' : isoTime(segment.from);
		return [
			`${eventsOf(count)} (${numbers}) ${count === 1 ? 'is' : 'are'} in no file, ${between}${missing}: from ${from} to ${to}.`,
		];
	});
}
