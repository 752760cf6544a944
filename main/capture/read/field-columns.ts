import { Marks } from '../../../common/capture/marks.ts';
import type { CaptureRow, FieldSaid } from '../../../common/contract/calls/capture.ts';
import { saidOf } from '../../../common/decode/said.ts';
import { MOST_DECODED, ValueReader } from '../../../common/decode/values.ts';
import { BUILT_IN, type KnownProtocols } from '../../../common/filter/decoded/known.ts';
import { pathAt } from '../../../common/filter/decoded/path.ts';
import { INDEX_ROW_BYTES } from '../format/index-file.ts';
import { isDamage } from '../segments/damage.ts';
import { RowFacts } from '../segments/facts.ts';
import type { CaptureFolder } from '../segments/folder.ts';
import type { Searched } from './items/items.ts';

/** Values of one field of a row that are shown. */
const MOST_VALUES = 8;
/** Bytes of all events of a query that are decoded: rows behind that have no values. */
const QUERY_BYTES = 8 << 20;

/** What decoded fields say in rows. The reader of the last query's fields is kept. */
export class FieldColumns {
	readonly #folder: CaptureFolder;
	readonly #facts = new RowFacts(new Uint8Array(INDEX_ROW_BYTES), new Marks());
	#key = '';
	#known: KnownProtocols = BUILT_IN;
	#reader = new ValueReader([]);

	constructor(folder: CaptureFolder) {
		this.#folder = folder;
	}

	/** The rows of a list with the values of these fields, in their order; what is no name of a field has none. */
	put(items: Searched, fields: readonly string[], rows: readonly CaptureRow[]): CaptureRow[] {
		this.#read(fields);
		let left = QUERY_BYTES;
		return rows.map((row) => {
			const length = Math.min(row.length, MOST_DECODED);
			if (row.kind !== 'data' || length === 0 || length > left) return row;
			left -= length;
			return this.#decode(items, row, length) ? { ...row, fields: fields.map((_, i) => this.#said(i)) } : row;
		});
	}

	#read(fields: readonly string[]): void {
		const key = JSON.stringify(fields);
		const { known, structures } = this.#folder.charsets;
		if (key === this.#key && known === this.#known) return;
		this.#key = key;
		this.#known = known;
		this.#reader = new ValueReader(
			fields.map((field) => {
				const found = pathAt(field, 0, known);
				return found?.end === field.length ? found.path : [];
			}),
			structures,
		);
	}

	/** Whether the payload could be read. */
	#decode(items: Searched, row: CaptureRow, length: number): boolean {
		const { n, item = n, length: whole, preview, previewAt } = row;
		try {
			const page = this.#folder.page(n, n + 1, 1);
			if (page === undefined) return false;
			this.#facts.page(page.segment, n, page.rows);
			this.#facts.row(0);
			const isHere = whole <= preview.length && previewAt === undefined;
			const content = isHere ? preview : items.content(item).read(0, length);
			this.#reader.read(content, this.#facts);
			return true;
		} catch (error) {
			if (!isDamage(error)) throw error;
			return false;
		}
	}

	#said(at: number): FieldSaid[] {
		return this.#reader.values(at).slice(0, MOST_VALUES).map(saidOf);
	}
}
