import type { CaptureRow, FieldSaid } from '../../../common/contract/calls/capture.ts';
import { saidOf } from '../../../common/decode/said.ts';
import { MOST_DECODED } from '../../../common/decode/values.ts';
import { isDamage } from '../segments/damage.ts';
import { FieldReading } from '../segments/field-reading.ts';
import type { CaptureFolder } from '../segments/folder.ts';
import type { Searched } from './items/items.ts';

/** Values of one field of a row that are shown. */
const MOST_VALUES = 8;
/** Bytes of all events of a query that are decoded: rows behind that have no values. */
const QUERY_BYTES = 8 << 20;

/** What decoded fields say in rows. */
export class FieldColumns {
	readonly #reading: FieldReading;

	constructor(folder: CaptureFolder) {
		this.#reading = new FieldReading(folder);
	}

	/** The rows of a list with the values of these fields, in their order; what is no name of a field has none. */
	put(items: Searched, fields: readonly string[], rows: readonly CaptureRow[]): CaptureRow[] {
		this.#reading.use(fields);
		let left = QUERY_BYTES;
		return rows.map((row) => {
			const length = Math.min(row.length, MOST_DECODED);
			if (row.kind !== 'data' || length === 0 || length > left) return row;
			left -= length;
			return this.#decode(items, row, length) ? { ...row, fields: fields.map((_, i) => this.#said(i)) } : row;
		});
	}

	/** Whether the payload could be read. */
	#decode(items: Searched, row: CaptureRow, length: number): boolean {
		const { n, item = n, length: whole, preview, previewAt } = row;
		const isHere = whole <= preview.length && previewAt === undefined;
		try {
			return this.#reading.read(n, () => (isHere ? preview : items.content(item).read(0, length)));
		} catch (error) {
			if (!isDamage(error)) throw error;
			return false;
		}
	}

	#said(at: number): FieldSaid[] {
		return this.#reading.values(at).slice(0, MOST_VALUES).map(saidOf);
	}
}
