// biome-ignore-all lint/a11y/useSemanticElements: a table cannot have a scrolling, virtualised body
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus, the status line describes its selection
import { asciiChar, hexByte } from '../../../bytes/hex.ts';
import type { Lit } from '../../../bytes/lit.ts';
import { hexChars } from './hex-layout.ts';

export interface HexRowProps {
	/** Offset of the first byte. */
	readonly offset: number;
	readonly label: string;
	/** Absent until loaded. */
	readonly bytes: Uint8Array | undefined;
	/** Selected bytes [from, end), or nothing. */
	readonly selected: { readonly from: number; readonly end: number } | undefined;
	/** Found places, with offsets from the row's first byte. */
	readonly lit: Lit;
	/** Bytes of a full row. */
	readonly perRow: number;
	/** Row number from 1. */
	readonly index: number;
	readonly y: number;
}

/** One row: offset, hex, text. Both cells of a byte carry its position, which links them. */
export function HexRow({ offset, label, bytes, selected, lit, perRow, index, y }: HexRowProps) {
	const cells = bytes === undefined ? [] : Array.from(bytes);
	const classOf = (i: number, byte: number) => {
		const at = offset + i;
		const quiet = byte === 0 ? ' hex-zero' : '';
		if (selected !== undefined && at >= selected.from && at < selected.end) return `hex-selected${quiet}`;
		return placeAt(lit, i) < 0 ? quiet : 'bytes-lit';
	};
	const isCurrent = (i: number) => (lit.at >= 0 && placeAt(lit, i) === lit.at ? '' : undefined);
	return (
		<div role="row" className="hex-row" aria-rowindex={index} style={{ top: y }}>
			<span role="rowheader" className="hex-offset">
				{label}
			</span>
			<span role="gridcell" className="hex-bytes" style={{ width: `${hexChars(perRow)}ch` }}>
				{cells.map((byte, i) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a byte is identified by its position
					<span key={i} data-byte={offset + i} data-current={isCurrent(i)} className={`hex-byte ${classOf(i, byte)}`}>
						{hexByte(byte)}
					</span>
				))}
				{bytes === undefined ? '…' : null}
			</span>
			<span role="gridcell" className="hex-text">
				{cells.map((byte, i) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a byte is identified by its position
					<span key={i} data-byte={offset + i} data-current={isCurrent(i)} className={`hex-char ${classOf(i, byte)}`}>
						{asciiChar(byte)}
					</span>
				))}
			</span>
		</div>
	);
}

/** Index of the place that byte `i` of the row is in; -1 for none. */
function placeAt({ places }: Lit, i: number): number {
	return places.findIndex(({ from, to }) => i >= from && i < to);
}
