import { Marks } from '../../../common/capture/marks.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { Handlers } from '../../../common/rpc/types.ts';
import { transferring } from '../../threads/transfer.ts';
import { type CaptureFiles, listedPlaces } from '../format/places.ts';
import { eventAtTime } from '../segments/at-time.ts';
import { readPayload } from '../segments/bytes.ts';
import type { Damage } from '../segments/damage.ts';
import { CaptureFolder } from '../segments/folder.ts';
import { goneRow, readRows } from '../segments/rows.ts';
import { captureError } from '../sentences/capture-error.ts';
import { Colours } from './colours.ts';
import type { readerContract } from './contract.ts';
import { joinedBytes } from './conversation/joined.ts';
import { Said } from './conversation/said.ts';
import { Counts } from './counts.ts';
import { Filters } from './filters.ts';
import { findInStream } from './find-in-stream.ts';
import { Finds } from './finds.ts';
import { loadMarks } from './mark-load.ts';
import { Messages } from './messages/messages.ts';
import { eventContent } from './places/event-content.ts';
import { eventPlaces } from './places/event-places.ts';
import { linesWithPlaces } from './places/line-places.ts';
import { withPlaces } from './places/row-places.ts';
import { soughtOf } from './places/sought.ts';
import { Streams } from './streams.ts';
import { Timelines } from './timelines.ts';

/** Time limit of an answer about the places in one event, in ms. */
const PLACES_MS = 25;

/** The handlers for one capture. `reportDamage` emits damage found since its last call. */
export function readerHandlers({ source, shift, charsets = {} }: CaptureFiles): {
	readonly handlers: Handlers<typeof readerContract>;
	reportDamage(): void;
} {
	const folder = new CaptureFolder(typeof source === 'string' ? source : listedPlaces(source), shift);
	const read = { folder, marks: new Marks(), stored: 0 };
	const filters = new Filters(read);
	const colours = new Colours(folder, read.marks);
	const finds = new Finds(read);
	const counts = new Counts(read);
	const timelines = new Timelines(read);
	const streams = new Streams(read);
	const messages = new Messages(folder, streams.connections);
	folder.charsets.use(charsets);
	let emitDamage: ((damage: readonly Damage[]) => void) | undefined;
	let isDamageNew = false;
	folder.damage.onChange = () => {
		isDamageNew = true;
	};

	const annotate = (annotations: Parameters<Marks['apply']>[0][]): null => {
		for (const annotation of annotations) read.marks.apply(annotation);
		if (annotations.length > 0) for (const scans of [filters, counts]) scans.marksChanged();
		return null;
	};

	const handlers: Handlers<typeof readerContract> = {
		calls: {
			captureRows: ({ from, count, filter, colours: wanted = [], sought }) => {
				const found =
					filter === undefined
						? { rows: readRows(folder, from, Math.min(from + count, read.stored)), stored: read.stored }
						: matches(folder, filters.matches(filter), from, count);
				const places = sought && soughtOf(sought);
				const placed = places ? withPlaces(folder, found.rows, places) : found.rows;
				const rows = wanted.length === 0 ? placed : colours.put(wanted, placed);
				return transferring(
					{ ...found, rows, begin: folder.begin(read.stored) },
					rows.map(({ preview }) => preview),
				);
			},
			captureMatchAt: ({ filter, n }) => ({ index: filters.matches(filter).before(n) }),
			captureFilterStop: ({ filter, stopped }) => {
				filters.hold(filter, stopped);
				return null;
			},
			captureBytes: ({ n, offset, length }) => {
				const run = n < read.stored ? folder.rows(n, n + 1)[0] : undefined;
				if (run && !run.segment) throw captureError('not-found', 'eventGone');
				const row = run?.rows[0];
				if (!run || !row) throw captureError('not-found', 'noEvent', { n });
				try {
					const bytes = readPayload(run.segment, row, offset, length);
					return transferring({ bytes, total: row.length }, [bytes]);
				} catch (error) {
					run.segment.isDamaged(n, error);
					throw error;
				}
			},
			capturePlaces: ({ n, sought, from, count }) => {
				if (n >= read.stored) throw captureError('not-found', 'noEvent', { n });
				const wanted = soughtOf(sought);
				const until = performance.now() + PLACES_MS;
				return wanted ? eventPlaces(eventContent(folder, n), wanted, from, count, until) : { places: [] };
			},
			captureFindNumber: ({ find, within, n, index }) => {
				const number = counts.numberOf({ find, within }, n, index);
				return number === undefined ? {} : { number };
			},
			captureAtTime: ({ time }) => {
				const n = eventAtTime(folder, time, read.stored);
				if (n === undefined) throw captureError('not-found', 'noEventYet');
				return { n };
			},
			captureConnections: ({ text, from, count }) => streams.connections.list(text, from, count),
			streamLines: ({ layout, from, count, sought }) => {
				const known = streams.layout(layout);
				const window = known.window(from, count);
				const wanted = sought && soughtOf(sought);
				const lines = wanted ? linesWithPlaces(folder, window.lines, wanted) : window.lines;
				return { ...window, lines, total: known.lines };
			},
			streamPlace: ({ layout, n, offset }) => ({ line: streams.layout(layout).place(n, offset) }),
			streamFind: ({ connection, side, ...question }) =>
				findInStream(new Said(streams.cursor(connection), side), question, read.stored),
			streamBytes: ({ connection, side, last, length, ...place }) => {
				const cursor = streams.active(connection) ?? messages.cursor(connection) ?? streams.cursor(connection);
				return joinedBytes(new Said(cursor, side), place, last, length);
			},
			streamMessages: (request) => messages.answer(request, read.stored),
			grow: ({ stored }) => {
				read.stored = Math.max(read.stored, stored);
				for (const scans of [filters, counts, timelines, streams]) scans.grown();
				return null;
			},
			letGo: ({ first }) => {
				folder.letGo(first);
				filters.letGo(first);
				return null;
			},
			readAs: (wanted) => {
				if (!folder.charsets.use(wanted)) return null;
				colours.charsetsChanged();
				for (const scans of [filters, counts]) scans.charsetsChanged();
				return null;
			},
			annotate: ({ annotations }) => annotate([...annotations]),
			loadMarks: async (order) => {
				const annotations = await loadMarks(folder, order);
				annotate(annotations);
				return annotations;
			},
		},
		topics: {
			captureFilter: ({ filter }, emit) => filters.follow(filter, emit),
			captureFindCount: (request, emit) => counts.follow(request, emit),
			captureFind: (request, emit) => finds.follow(request, emit),
			captureTimeline: (query, emit) => timelines.follow(query, emit),
			connections: (_params, emit) => streams.followConnections(emit),
			stream: ({ layout }, emit) => streams.follow(layout, emit),
			damage: (_params, emit) => {
				emitDamage = emit;
				return {
					snapshot: null,
					dispose: () => {
						emitDamage = undefined;
					},
				};
			},
		},
	};
	return {
		handlers,
		reportDamage: () => {
			if (!isDamageNew) return;
			isDamageNew = false;
			emitDamage?.(folder.damage.list);
		},
	};
}

/** Rows of a filter's matches; adjacent ones are read together. */
function matches(
	folder: CaptureFolder,
	found: ReturnType<Filters['matches']>,
	from: number,
	count: number,
): { rows: CaptureRow[]; stored: number } {
	const end = Math.min(from + count, found.count);
	const rows: CaptureRow[] = [];
	// Rows keep their numbers in the list: deleted ones have nothing to show.
	for (let i = from; i < Math.min(found.gone, end); i++) rows.push(goneRow(0));
	for (let i = Math.max(from, found.gone); i < end; ) {
		const first = found.at(i);
		let length = 1;
		while (i + length < end && found.at(i + length) === first + length) length++;
		rows.push(...readRows(folder, first, first + length));
		i += length;
	}
	return { rows, stored: found.count };
}
