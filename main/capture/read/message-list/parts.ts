import { INDEX_ROW_BYTES } from '../../format/index-file.ts';
import type { ReadSource } from '../items/source.ts';
import type { ItemBuilder } from './builder.ts';
import type { PartHead } from './part-file.ts';
import type { PartFiles } from './part-files.ts';
import type { ItemStore } from './store.ts';

/** Fewer items are made again faster than they are read. */
const LEAST_KEPT = 1024;
const NO_ROW = new Uint8Array(INDEX_ROW_BYTES);

/** Moves the items of a list between memory and its files. */
export class ListParts {
	readonly #source: ReadSource;
	readonly #store: ItemStore;
	readonly #builder: ItemBuilder;
	readonly #files: PartFiles;
	/** First event of the items in memory. */
	#from = 0;
	/** The kept parts have been read. */
	isLoaded = false;
	#isStarted = false;

	constructor(source: ReadSource, store: ItemStore, builder: ItemBuilder, files: PartFiles) {
		this.#source = source;
		this.#store = store;
		this.#builder = builder;
		this.#files = files;
	}

	/** Reads the next kept part. A part that does not fit the capture, and those after it, are made again. */
	load(): void {
		if (!this.#isStarted) this.#start();
		const part = this.#files.read(this.#from);
		if (part === undefined || !this.#fits(part)) {
			this.isLoaded = true;
			return;
		}
		this.#builder.goOn(part);
		const { count } = part;
		if (!this.#store.fills(count)) {
			// It grows, and is written again.
			this.#store.takeAll(this.#files.items(part));
			this.isLoaded = true;
		} else {
			this.#store.addPart(this.#files.pathOf(part.from), count);
			this.#from = part.to;
		}
	}

	/** Writes the items in memory as a part. */
	store(): void {
		const { tailFirst, count } = this.#store;
		const path = this.#write();
		this.#store.addPart(path, count - tailFirst);
		this.#from = this.#builder.covered;
	}

	/** Keeps what is worth it, and closes the files. */
	close(): void {
		const isKept = this.#files.keeps && this.isLoaded && this.#builder.isSettled && !this.#builder.isWrong;
		if (isKept && this.#store.count - this.#store.tailFirst >= LEAST_KEPT) this.#write();
		this.#store.close();
		this.#files.close();
	}

	#write(): string {
		const { tailFirst: firstItem, tail: items } = this.#store;
		const from = this.#from;
		const { covered: to, directions } = this.#builder;
		const [firstRow, lastRow] = [this.#row(from) ?? NO_ROW, this.#row(to - 1) ?? NO_ROW];
		return this.#files.write({ firstItem, from, to, firstRow, lastRow, items, directions });
	}

	/** Begins with the part that has the first event that is still there, or at that event. */
	#start(): void {
		this.#isStarted = true;
		const { folder, stored } = this.#source;
		const first = folder.page(0, stored, 1)?.from ?? 0;
		this.#from = this.#files.kept().findLast((from) => from <= first) ?? first;
		const part = this.#files.read(this.#from);
		if (part !== undefined && this.#isOf(part)) this.#store.startAt(part.firstItem);
		else this.#from = first;
		this.#builder.goOn({ to: this.#from, directions: new Uint32Array(0) });
	}

	#fits(part: PartHead): boolean {
		return part.firstItem === this.#store.count && this.#isOf(part);
	}

	/** Whether the capture has the same events. */
	#isOf({ from, to, firstRow, lastRow }: PartHead): boolean {
		if (from !== this.#from || to > this.#source.stored || to <= from) return false;
		const [first, last] = [this.#row(from), this.#row(to - 1)];
		return last !== undefined && isSame(last, lastRow) && (first === undefined || isSame(first, firstRow));
	}

	/** The index row of an event; undefined where it is in no file. */
	#row(n: number): Uint8Array | undefined {
		return this.#source.folder.page(n, n + 1, 1)?.rows;
	}
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
	return Buffer.compare(one, other) === 0;
}
