import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { type Charset, UTF8 } from '../../../common/payload/index.ts';
import { formatBytes, formatCount } from '../../app/shared/format.ts';
import { visibleString, visibleText } from '../../bytes/visible-text.ts';
import { eventText } from '../../words/errors.ts';
import type { Ends } from './parties.ts';

/** The arrow of a row between the columns. */
export interface Arrow {
	/** From one column to another; the same column for an event at one end. */
	readonly from: number;
	readonly to: number;
	/** Without a direction: it has no head. */
	readonly headless: boolean;
}

/** An event of the peer points from its column to ours, one of ours the other way. */
export function arrowOf({ kind, direction }: Pick<CaptureRow, 'kind' | 'direction'>, { local, remote }: Ends): Arrow {
	if (direction === 'in') return { from: remote, to: local, headless: false };
	if (direction === 'out') return { from: local, to: remote, headless: false };
	const both = kind === 'close';
	return { from: local, to: both ? remote : local, headless: true };
}

const NAMES: Readonly<Record<CaptureRow['kind'], string>> = {
	listening: 'listening',
	open: 'open · SYN',
	data: '',
	end: 'end · FIN',
	close: 'close',
	reset: 'reset · RST',
	error: 'error',
	note: 'note',
};

/** The label of the arrow: the size and the first bytes, or the event's text. `protocol` names parts that only TCP has. */
export function labelOf(
	row: CaptureRow,
	tcp: boolean,
	charset: Charset = UTF8,
): { readonly head: string; readonly rest: string } {
	if (row.kind === 'data') return { head: formatBytes(row.length), rest: previewOf(row, charset) };
	const name = NAMES[row.kind];
	// The text of an open event is in the column heads.
	const said = row.kind === 'open' ? '' : visibleString(eventText(row));
	return { head: tcp ? name : row.kind, rest: said };
}

/** The row for screen readers: `#3 → in 16 bytes GET /`. */
export function spokenRow(row: CaptureRow, charset: Charset = UTF8): string {
	const side = row.direction === 'none' ? '' : ` → ${row.direction}`;
	const what = row.kind === 'data' ? `${formatCount(row.length)} ${row.length === 1 ? 'byte' : 'bytes'}` : row.kind;
	const rest = row.kind === 'data' ? previewOf(row, charset) : visibleString(eventText(row));
	return `#${row.connection}${side} ${what} ${rest}`.trimEnd();
}

function previewOf({ preview, length }: CaptureRow, charset: Charset): string {
	const partial = length > preview.length;
	const text = visibleText(preview, { partial, charset })
		.map((piece) => piece.text)
		.join('');
	return partial ? `${text}…` : text;
}

/** A pause before an event that is worth showing: from a tenth of a second. Undefined for shorter ones. */
export function gapText(nanos: bigint): string | undefined {
	const millis = Number(nanos / 1_000_000n);
	if (millis < 100) return undefined;
	if (millis < 60_000) return `+${(millis / 1000).toFixed(1)} s`;
	const minutes = Math.floor(millis / 60_000);
	const seconds = String(Math.floor(millis / 1000) % 60).padStart(2, '0');
	return minutes < 60
		? `+${minutes}m ${seconds}s`
		: `+${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, '0')}m`;
}
