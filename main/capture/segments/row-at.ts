import { Marks } from '../../../common/capture/marks.ts';
import { INDEX_ROW_BYTES } from '../format/index-file.ts';
import { RowFacts } from './facts.ts';
import type { CaptureFolder } from './folder.ts';

/** Looks up what single events are, in any order, without their marks. */
export class RowAt {
	readonly #folder: CaptureFolder;
	readonly #facts = new RowFacts(new Uint8Array(INDEX_ROW_BYTES), new Marks());

	constructor(folder: CaptureFolder) {
		this.#folder = folder;
	}

	/** Event `n`, valid until the next one; undefined where its files are gone. */
	at(n: number): RowFacts | undefined {
		const page = this.#folder.page(n, n + 1, 1);
		if (page === undefined) return undefined;
		this.#facts.page(page.segment, n, page.rows);
		this.#facts.row(0);
		return this.#facts;
	}
}
