import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { isDamage } from '../../segments/damage.ts';
import { goneRow, readRows } from '../../segments/rows.ts';
import type { ReadSource } from '../items/source.ts';
import type { EventReader } from './event-reader.ts';
import { messageBytes } from './item-bytes.ts';
import { ItemCursor } from './record.ts';
import { messageOf } from './row-message.ts';
import type { ItemStore } from './store.ts';

/** Events between two that are read together with them. */
const GAP_EVENTS = 16;

/** The rows of items from `from` up to, but without, `to`. */
export function itemRows(
	source: ReadSource,
	store: ItemStore,
	reader: EventReader,
	from: number,
	to: number,
): CaptureRow[] {
	const rows: CaptureRow[] = [];
	const item = new ItemCursor();
	const events = lastEvents(source, store, item, from, to);
	for (let at = from; at < to; at++) {
		if (at < store.gone) {
			rows.push({ ...goneRow(0), item: at });
			continue;
		}
		store.seek(at, item);
		const row = events.get(item.last) ?? goneRow(item.last);
		rows.push(item.isMessage && row.kind === 'data' ? messageRow(source, reader, item, row, at) : { ...row, item: at });
	}
	return rows;
}

/** The rows of the items' last events. Many messages come in one read. */
function lastEvents(
	{ folder }: ReadSource,
	store: ItemStore,
	item: ItemCursor,
	from: number,
	to: number,
): Map<number, CaptureRow> {
	const wanted = new Set<number>();
	for (let at = Math.max(from, store.gone); at < to; at++) {
		store.seek(at, item);
		wanted.add(item.last);
	}
	const sorted = [...wanted].sort((a, b) => a - b);
	const rows = new Map<number, CaptureRow>();
	for (let i = 0; i < sorted.length; ) {
		const first = sorted[i] ?? 0;
		let last = first;
		while (i < sorted.length && (sorted[i] ?? 0) - last <= GAP_EVENTS) last = sorted[i++] ?? last;
		for (const row of readRows(folder, first, last + 1)) if (wanted.has(row.n)) rows.set(row.n, row);
	}
	return rows;
}

function messageRow(
	{ stored }: ReadSource,
	reader: EventReader,
	item: ItemCursor,
	row: CaptureRow,
	at: number,
): CaptureRow {
	const { first, length } = item;
	const begin = reader.to(first, stored) === undefined ? row.time : reader.row.time;
	const message = messageOf(item, begin);
	return { ...row, length, preview: previewOf(reader, item, stored), item: at, message };
}

/** The first bytes; none where those are gone or damaged. */
function previewOf(reader: EventReader, item: ItemCursor, stored: number): Uint8Array<ArrayBuffer> {
	if (reader.to(item.first, stored) === undefined) return new Uint8Array(0);
	try {
		return Uint8Array.from(messageBytes(reader, item, stored, 0, LIMITS.previewBytes));
	} catch (error) {
		if (!isDamage(error)) throw error;
		reader.segment.isDamaged(reader.n, error);
		return new Uint8Array(0);
	}
}
