import { Marks } from '../../../common/capture/marks.ts';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { Handlers } from '../../../common/rpc/types.ts';
import { transferring } from '../../threads/transfer.ts';
import { type CaptureFiles, indexesOf } from '../format/places.ts';
import { eventAtTime } from '../segments/at-time.ts';
import { readPayload } from '../segments/bytes.ts';
import type { Damage } from '../segments/damage.ts';
import { openFiles } from '../segments/folder.ts';
import { goneRow } from '../segments/rows.ts';
import { captureError } from '../sentences/capture-error.ts';
import { Colours } from './colours.ts';
import type { readerContract } from './contract.ts';
import { joinedBytes } from './conversation/joined.ts';
import { Said } from './conversation/said.ts';
import { Counts } from './counts.ts';
import { FieldColumns } from './field-columns.ts';
import { Filters } from './filters.ts';
import { findInStream } from './find-in-stream.ts';
import { Finds } from './finds.ts';
import type { Items } from './items/items.ts';
import { Lists } from './lists.ts';
import { loadMarks } from './mark-load.ts';
import { Messages } from './messages/messages.ts';
import { eventPlaces } from './places/event-places.ts';
import { linesWithPlaces } from './places/line-places.ts';
import { withPlaces } from './places/row-places.ts';
import { soughtOf } from './places/sought.ts';
import { Plots } from './plots.ts';
import { SeenFields } from './seen-fields.ts';
import { SocketCalls } from './socket-calls.ts';
import { Statistics } from './statistics.ts';
import { Streams } from './streams.ts';
import { Timelines } from './timelines.ts';

/** Time limit of an answer about the places in one event, in ms. */
const PLACES_MS = 25;

/** The handlers for one capture. `reportDamage` emits damage found since its last call. */
export function readerHandlers(files: CaptureFiles): {
	readonly handlers: Handlers<typeof readerContract>;
	reportDamage(): void;
} {
	const folder = openFiles(files);
	const read = { folder, marks: new Marks(), stored: 0, indexes: indexesOf(files.source), shift: files.shift };
	const lists = new Lists(read, {
		grown: () => {
			lists.changed();
			for (const scans of [filters, counts]) scans.grown();
		},
		wrong: () => restart(),
	});
	const filters = new Filters(read, lists);
	const colours = new Colours();
	const fieldColumns = new FieldColumns(folder);
	const seenFields = new SeenFields(folder, lists);
	const finds = new Finds(read, lists);
	const counts = new Counts(read, lists);
	const timelines = new Timelines(read);
	const statistics = new Statistics(read);
	const plots = new Plots(read);
	const streams = new Streams(read);
	const socketCalls = new SocketCalls(read);
	const messages = new Messages(folder, streams.connections);
	let emitDamage: ((damage: readonly Damage[]) => void) | undefined;
	let isDamageNew = false;
	folder.damage.onChange = () => {
		isDamageNew = true;
	};

	const annotate = (annotations: Parameters<Marks['apply']>[0][]): null => {
		for (const annotation of annotations) read.marks.apply(annotation);
		if (annotations.length > 0) for (const scans of [filters, counts, statistics, plots]) scans.marksChanged();
		return null;
	};

	const restart = (): void => {
		for (const scans of [lists, filters, counts, statistics, plots]) scans.charsetsChanged();
	};

	const handlers: Handlers<typeof readerContract> = {
		calls: {
			captureRows: ({ messages, from, count, filter, colours: wanted = [], sought, fields = [] }) => {
				const items = lists.items(messages);
				const found =
					filter === undefined
						? { rows: items.rows(from, Math.min(from + count, items.count)), stored: items.count }
						: matches(items, filters.matches({ messages, filter }), from, count);
				const places = sought && soughtOf(sought, folder.charsets.known);
				const placed = places ? withPlaces(items, found.rows, places) : found.rows;
				const coloured = wanted.length === 0 ? placed : colours.put(items, wanted, placed);
				const rows = fields.length === 0 ? coloured : fieldColumns.put(items, fields, coloured);
				return transferring(
					{ ...found, rows, begin: folder.begin(read.stored) },
					rows.map(({ preview }) => preview),
				);
			},
			captureFields: ({ messages }) => seenFields.answer(messages),
			captureItemAt: ({ messages, n, offset }) => ({ item: lists.messages(messages).with(n, offset) }),
			captureMatchAt: ({ n, ...filtered }) => ({ index: filters.matches(filtered).before(n) }),
			captureFilterStop: ({ stopped, ...filtered }) => {
				filters.hold(filtered, stopped);
				return null;
			},
			captureBytes: ({ messages, n, offset, length }) => {
				if (messages !== undefined) {
					const { read: bytesAt, length: total } = lists.messages(messages).payload(n);
					const bytes = Uint8Array.from(bytesAt(offset, length));
					return transferring({ bytes, total }, [bytes]);
				}
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
			capturePlaces: ({ messages, n, sought, from, count }) => {
				const items = lists.items(messages);
				if (n >= items.count) throw captureError('not-found', 'noEvent', { n });
				const wanted = soughtOf(sought, folder.charsets.known);
				const until = performance.now() + PLACES_MS;
				return wanted ? eventPlaces(items.content(n), wanted, from, count, until) : { places: [] };
			},
			captureFindNumber: ({ n, index, ...counted }) => {
				const number = counts.numberOf(counted, n, index);
				return number === undefined ? {} : { number };
			},
			captureAtTime: ({ messages, time }) => {
				const n = eventAtTime(folder, time, read.stored);
				if (n === undefined) throw captureError('not-found', 'noEventYet');
				return { n: lists.items(messages).at(n) };
			},
			captureConnections: ({ text, from, count }) => ({
				...streams.connections.list(text, from, count),
				endpoints: streams.connections.endpoints(LIMITS.rowsPerQuery),
			}),
			streamLines: ({ layout, from, count, sought }) => {
				const known = streams.layout(layout);
				const window = known.window(from, count);
				const wanted = sought && soughtOf(sought, folder.charsets.known);
				const lines = wanted ? linesWithPlaces(folder, window.lines, wanted) : window.lines;
				return { ...window, lines, total: known.lines };
			},
			streamPlace: ({ layout, n, offset }) => ({ line: streams.layout(layout).place(n, offset) }),
			callLines: ({ from, count, ...list }) => ({ calls: socketCalls.list(list).window(from, count) }),
			callPlace: ({ n, ...list }) => socketCalls.list(list).place(n),
			streamFind: ({ connection, side, ...question }) =>
				findInStream(new Said(streams.cursor(connection), side), question, read.stored, folder.charsets.known),
			streamBytes: ({ connection, side, last, length, ...place }) => {
				const cursor = streams.active(connection) ?? messages.cursor(connection) ?? streams.cursor(connection);
				return joinedBytes(new Said(cursor, side), place, last, length);
			},
			streamMessages: (request) => messages.answer(request, read.stored),
			grow: ({ stored }) => {
				read.stored = Math.max(read.stored, stored);
				for (const scans of [lists, filters, counts, timelines, statistics, plots, streams, socketCalls]) scans.grown();
				return null;
			},
			letGo: ({ first }) => {
				folder.letGo(first);
				lists.letGo(first);
				filters.letGo(first);
				return null;
			},
			readAs: (wanted) => {
				if (!folder.charsets.use(wanted)) return null;
				colours.charsetsChanged();
				seenFields.charsetsChanged();
				restart();
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
			captureMessages: ({ messages }, emit) => lists.follow(messages, emit),
			captureFilter: (filtered, emit) => filters.follow(filtered, emit),
			captureFindCount: (request, emit) => counts.follow(request, emit),
			captureFind: (request, emit) => finds.follow(request, emit),
			captureTimeline: (query, emit) => timelines.follow(query, emit),
			capturePlot: (query, emit) => plots.follow(query, emit),
			captureStatistics: (query, emit) => statistics.follow(query, emit),
			connections: (_params, emit) => streams.followConnections(emit),
			captureStates: ({ connection }, emit) => socketCalls.followStates(connection, emit),
			captureCalls: (list, emit) => socketCalls.follow(list, emit),
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
	items: Items,
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
		rows.push(...items.rows(first, first + length));
		i += length;
	}
	return { rows, stored: found.count };
}
