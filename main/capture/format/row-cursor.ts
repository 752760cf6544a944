import { INDEX_ROW_BYTES } from './index-file.ts';

/** Iterates a page of index rows, read in place: no other rows or unused fields are decoded. */
export class RowCursor {
	protected rows: DataView = new DataView(new ArrayBuffer(0));
	/** Offset of the row. */
	protected at = 0;
	/** Position in the capture of the page's first row. */
	#from = 0;

	/** Moves to other rows, the first of which is event `from`. */
	protected setRows(from: number, rows: Uint8Array): void {
		this.#from = from;
		this.rows = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
	}

	/** Moves to row `i` of the page. */
	protected setRow(i: number): void {
		this.at = i * INDEX_ROW_BYTES;
	}

	/** Position of the event in the capture. */
	get n(): number {
		return this.#from + this.at / INDEX_ROW_BYTES;
	}

	/** The halves of its time. */
	get timeHigh(): number {
		return this.rows.getUint32(this.at + 4, true);
	}

	get timeLow(): number {
		return this.rows.getUint32(this.at, true);
	}

	/** Offset of the event in its segment. */
	get offset(): number {
		return this.rows.getUint32(this.at + 8, true);
	}

	/** Its bytes there. */
	get span(): number {
		return this.rows.getUint32(this.at + 12, true);
	}

	/** Offset of its interface's description in the segment. */
	get interfaceOffset(): number {
		return this.rows.getUint32(this.at + 16, true);
	}

	/** 0 for an event of the endpoint. */
	get connection(): number {
		return this.rows.getUint32(this.at + 20, true);
	}

	/** Payload bytes. */
	get length(): number {
		return this.rows.getUint32(this.at + 24, true);
	}

	/** As in EVENT_KINDS. */
	get kind(): number {
		return this.rows.getUint8(this.at + 28);
	}

	/** As in DIRECTIONS. */
	get direction(): number {
		return this.rows.getUint8(this.at + 29);
	}
}
