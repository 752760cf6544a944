import { INDEX_ROW_BYTES } from '../../format/index-file.ts';
import { PcapngError } from '../../pcapng/format.ts';
import type { CaptureFolder } from '../../segments/folder.ts';
import { Matches } from '../../segments/matches.ts';
import { damageSays } from '../../sentences/damage-says.ts';

/** Index rows of one read: 256 KiB. */
const PAGE_ROWS = 8192;
/** Offset of the connection number in a row. */
const CONNECTION = 20;

/** The positions of the events of one connection, or of two merged, found by a scan of the index: at most 2 bytes an event. */
export class ConnectionEvents {
	readonly connection: number;
	readonly also: number | undefined;
	readonly #folder: CaptureFolder;
	readonly #positions: Matches;
	/** Events of the capture that were scanned. */
	scanned = 0;

	constructor(folder: CaptureFolder, connection: number, also?: number, most?: number) {
		this.#folder = folder;
		this.connection = connection;
		this.also = also;
		this.#positions = new Matches(most);
	}

	get count(): number {
		return this.#positions.count;
	}

	/** The maximum was found: the scan has stopped. */
	get full(): boolean {
		return this.#positions.full;
	}

	/** Position of the connection's event `i`, which is below the count. */
	at(i: number): number {
		return this.#positions.at(i);
	}

	/** Number of them before event `n` of the capture. */
	before(n: number): number {
		return this.#positions.before(n);
	}

	/** Scans events below `stored` until the time `until`, but at least some. Throws the errors of reading. */
	step(stored: number, until: number): void {
		while (this.scanned < stored && !this.full) {
			const page = this.#folder.page(this.scanned, stored, PAGE_ROWS);
			if (!page) throw new PcapngError(0, damageSays('indexEndsEarly'));
			this.#page(page.from, page.rows);
			if (performance.now() >= until) return;
		}
	}

	#page(from: number, rows: Uint8Array): void {
		const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
		const { connection, also = connection } = this;
		let n = from;
		for (let at = CONNECTION; at < rows.length && !this.full; at += INDEX_ROW_BYTES, n++) {
			const of = view.getUint32(at, true);
			if (of === connection || of === also) this.#positions.push(n);
		}
		this.scanned = n;
	}
}
