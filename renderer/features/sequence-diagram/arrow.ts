import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { type Charset, UTF8 } from '../../../common/payload/index.ts';
import type { Words } from '../../../common/words/en.ts';
import { formatBytes } from '../../app/shared/format.ts';
import { visibleString, visibleText } from '../../bytes/visible-text.ts';
import { eventText } from '../../words/errors.ts';
import { words } from '../../words/index.ts';
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

/** The segments of TCP of an event: the one that it shows, and those that no event shows, which follow from the protocol. */
const SEGMENTS: Readonly<Partial<Record<CaptureRow['kind'], { readonly shown?: string; readonly others: string[] }>>> =
	{
		open: { others: ['SYN', 'SYN-ACK', 'ACK'] },
		end: { shown: 'FIN', others: ['ACK'] },
		reset: { shown: 'RST', others: [] },
	};

/** `FIN (ACK)`: in parentheses those that no event shows. */
function segmentsOf(kind: CaptureRow['kind']): string | undefined {
	const { shown, others = [] } = SEGMENTS[kind] ?? {};
	const inferred = others.length === 0 ? [] : [`(${others.join(', ')})`];
	const all = [...(shown === undefined ? [] : [shown]), ...inferred];
	return all.length === 0 ? undefined : all.join(' ');
}

/** The label of the arrow: the size and the first bytes, or the event's text. `tcp` names parts that only TCP has. */
export function labelOf(
	row: CaptureRow,
	tcp: boolean,
	charset: Charset = UTF8,
	texts: Words = words(),
): { readonly head: string; readonly rest: string } {
	if (row.kind === 'data') return { head: formatBytes(row.length), rest: previewOf(row, charset) };
	const name = texts.events.kinds[row.kind];
	const segment = tcp ? segmentsOf(row.kind) : undefined;
	// The text of an open event is in the column heads.
	const said = row.kind === 'open' ? '' : visibleString(eventText(row));
	return { head: segment === undefined ? name : `${name} · ${segment}`, rest: said };
}

/** The row for screen readers: `#3 → in 16 bytes GET /`. */
export function spokenRow(row: CaptureRow, charset: Charset = UTF8, texts: Words = words()): string {
	const { events, sequenceDiagram } = texts;
	const what = row.kind === 'data' ? sequenceDiagram.bytes(row.length) : events.kinds[row.kind];
	const rest = row.kind === 'data' ? previewOf(row, charset) : visibleString(eventText(row));
	const side = row.direction === 'none' ? '' : ` → ${events.directions[row.direction]}`;
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
