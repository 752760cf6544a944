import { basename } from 'node:path';
import { captureWarnings, warningParts } from '../../../common/words/en/sentences/files/warnings.ts';
import { isoTime } from '../format/iso-time.ts';
import type { RecoveredSegment } from './index.ts';

/** The result of recovery, for people; empty when there was no problem. `leftOut`: nothing could be cut off. */
export function summarize(segments: readonly RecoveredSegment[], leftOut: boolean): string[] {
	return [...unclosed(segments, leftOut), ...remade(segments), ...segments.flatMap(damaged), ...gaps(segments)];
}

const segmentsOf = (count: number) => (count === 1 ? warningParts.oneSegment : warningParts.severalSegments({ count }));

/** About missing indexes or those that were behind, and about cut-off data. */
function unclosed(segments: readonly RecoveredSegment[], leftOut: boolean): string[] {
	const foreign = segments.find((segment) => segment.foreign);
	const bytes = segments.filter((segment) => !segment.foreign).reduce((sum, segment) => sum + segment.cutBytes, 0);
	const missing = segments.reduce((sum, segment) => sum + segment.missing, 0);
	const count = segments.filter(
		({ index, cutBytes }) => index === 'missing' || index === 'behind' || cutBytes > 0,
	).length;
	if (count === 0 && foreign === undefined) return [];
	const torn = leftOut ? warningParts.unfinishedLeftOut({ bytes }) : warningParts.unfinishedCutOff({ bytes });
	// Of what follows data of another program, nothing is known.
	const isWhole = missing === 0 && foreign === undefined && segments.every(({ lost }) => lost.places === 0);
	const lost = bytes > 0 ? torn : isWhole ? warningParts.nothingLost : undefined;
	const whole = { state: missing === 0 ? warningParts.notClosed : warningParts.cutOff, segments: segmentsOf(count) };
	const rebuilt =
		lost === undefined ? captureWarnings.captureRebuilt(whole) : captureWarnings.captureRebuiltWith({ ...whole, lost });
	const gone = missing === 1 ? captureWarnings.storedEventGone : captureWarnings.storedEventsGone({ events: missing });
	const ours = missing === 0 ? [rebuilt] : [rebuilt, gone];
	if (foreign === undefined) return ours;
	const file = basename(foreign.place.data);
	return [...ours, captureWarnings.changedByOther({ file, reason: foreign.damage ?? '' })];
}

/** About damaged indexes. Those of an earlier version are rebuilt silently. */
function remade(segments: readonly RecoveredSegment[]): string[] {
	const found = segments.filter(({ index, cutBytes }) => index === 'damaged' && cutBytes === 0);
	if (found.length === 0) return [];
	const all = { segments: segmentsOf(found.length) };
	const isWhole = found.every((segment) => segment.lost.places === 0);
	return [isWhole ? captureWarnings.indexRebuiltWhole(all) : captureWarnings.indexRebuilt(all)];
}

function damaged({ place, lost }: RecoveredSegment): string[] {
	const { places, from: byte, bytes, events } = lost;
	if (places === 0) return [];
	const some = events === 1 ? warningParts.heldEvent : warningParts.heldEvents({ events });
	const all = { file: basename(place.data), byte, bytes, held: events === 0 ? warningParts.heldUnknown : some };
	return [places === 1 ? captureWarnings.damagedAtByte(all) : captureWarnings.damagedInPlaces({ ...all, places })];
}

/** About missing events between two segments. Numbers are those for people, from 1. */
function gaps(segments: readonly RecoveredSegment[]): string[] {
	const shift = segments.find(({ events }) => events > 0)?.first ?? 0;
	return segments.flatMap((segment, i) => {
		const before = segments[i - 1];
		const end = before === undefined ? segment.first : before.first + before.events;
		const events = segment.first - end;
		if (before === undefined || events <= 0 || end === shift) return [];
		const [first, last] = [end - shift + 1, segment.first - shift];
		const around = {
			between: between(before, segment),
			from: before.to === undefined ? warningParts.unknownTime : isoTime(before.to),
			to: segment.from === undefined ? warningParts.unknownTime : isoTime(segment.from),
		};
		return [
			events === 1
				? captureWarnings.eventInNoFile({ ...around, event: first })
				: captureWarnings.eventsInNoFile({ ...around, events, first, last }),
		];
	});
}

/** The files of two segments, and how many are missing between them. */
function between(before: RecoveredSegment, after: RecoveredSegment): string {
	const files = { before: basename(before.place.data), after: basename(after.place.data) };
	const segments = after.number - before.number - 1;
	if (segments === 0) return warningParts.filesAround(files);
	return segments === 1
		? warningParts.filesAroundSegment(files)
		: warningParts.filesAroundSegments({ ...files, segments });
}
