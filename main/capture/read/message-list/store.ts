import { rmSync } from 'node:fs';
import { lowerBound } from '../../../../common/search/lower-bound.ts';
import { PositionedFile } from '../../format/file.ts';
import { readItems } from './part-file.ts';
import { ITEM_WORDS, ItemCursor } from './record.ts';

/** 4 MiB of them. */
const PART_ITEMS = 128 << 10;
/** Items of one read of a part, and the reads that are remembered: 2 MiB. */
const PAGE_ITEMS = 2048;
const MOST_PAGES = 32;

interface StoredPart {
	readonly firstItem: number;
	readonly count: number;
	readonly file: PositionedFile;
}

interface Page {
	readonly from: number;
	readonly to: number;
	readonly words: Uint32Array;
}

/** The items of a list, in order: those of the last events in memory, all others in files. */
export class ItemStore {
	readonly #parts: StoredPart[] = [];
	/** By the position of their first item, the least recently used first. */
	readonly #pages = new Map<number, Page>();
	#tail = new Uint32Array(0);
	#page: Page | undefined;
	readonly #cursor = new ItemCursor();
	readonly #partItems: number;
	/** Position of the first item in memory. */
	tailFirst = 0;
	count = 0;
	/** Items before this one were deleted. */
	gone = 0;

	/** `partItems`: items after which a part is written. */
	constructor(partItems = PART_ITEMS) {
		this.#partItems = partItems;
	}

	/** Items before `first` are in no part: they were deleted. */
	startAt(first: number): void {
		this.tailFirst = first;
		this.count = first;
		this.gone = first;
	}

	get tail(): Uint32Array {
		return this.#tail.subarray(0, (this.count - this.tailFirst) * ITEM_WORDS);
	}

	/** There are as many items in memory as a part has, or more. */
	get isFull(): boolean {
		return this.fills(this.count - this.tailFirst);
	}

	/** Whether so many items are a part that does not grow. */
	fills(items: number): boolean {
		return items >= this.#partItems;
	}

	append(
		event: number,
		last: number,
		first: number,
		offset: number,
		end: number,
		length: number,
		number: number,
		flags: number,
	): void {
		const place = (this.count - this.tailFirst) * ITEM_WORDS;
		if (place === this.#tail.length) {
			// A whole part at once: the system gives memory to what is written of it, and no smaller ones are left behind.
			const larger = new Uint32Array(Math.max(this.#partItems * ITEM_WORDS, place * 2));
			larger.set(this.#tail);
			this.#tail = larger;
		}
		const tail = this.#tail;
		tail[place] = event;
		tail[place + 1] = last;
		tail[place + 2] = first;
		tail[place + 3] = offset;
		tail[place + 4] = end;
		tail[place + 5] = length;
		tail[place + 6] = number;
		tail[place + 7] = flags;
		this.count++;
	}

	/** Takes the items of a part that is not full, which follow, into memory. */
	takeAll(words: Uint32Array): void {
		const tail = new Uint32Array(Math.max(words.length, this.#partItems * ITEM_WORDS));
		tail.set(words);
		this.#tail = tail;
		this.count += words.length / ITEM_WORDS;
	}

	/** The items that follow those of the parts so far are in this file: those in memory are, where there are any. */
	addPart(path: string, count: number): void {
		this.#parts.push({ firstItem: this.tailFirst, count, file: new PositionedFile(path) });
		this.tailFirst += count;
		this.count = Math.max(this.count, this.tailFirst);
	}

	/** Moves a cursor to an item, from `gone` to below the count. It is valid until items are added, or so many pages read as are remembered. */
	seek(item: number, cursor: ItemCursor): void {
		if (item >= this.tailFirst) {
			cursor.words = this.#tail;
			cursor.at = (item - this.tailFirst) * ITEM_WORDS;
			return;
		}
		const known = this.#page;
		const page = known && item >= known.from && item < known.to ? known : this.#load(item);
		cursor.words = page.words;
		cursor.at = (item - page.from) * ITEM_WORDS;
	}

	/** The first item at or after an event. */
	at(event: number): number {
		return lowerBound(this.gone, this.count, (item) => {
			this.seek(item, this.#cursor);
			return this.#cursor.event < event;
		});
	}

	/** Deletes the items before an event, and files that have no others. */
	letGo(event: number): void {
		this.gone = this.at(event);
		for (;;) {
			const [oldest] = this.#parts;
			if (oldest === undefined || oldest.firstItem + oldest.count > this.gone) return;
			this.#parts.shift();
			oldest.file.close();
			rmSync(oldest.file.path, { force: true });
		}
	}

	close(): void {
		for (const { file } of this.#parts.splice(0)) file.close();
	}

	#load(item: number): Page {
		const place = lowerBound(1, this.#parts.length, (i) => (this.#parts[i]?.firstItem ?? 0) <= item) - 1;
		const part = this.#parts[place];
		if (part === undefined || item < part.firstItem) throw new RangeError(`There is no item ${item}.`);
		const from = item - ((item - part.firstItem) % PAGE_ITEMS);
		const known = this.#pages.get(from);
		const page = known ?? this.#read(part, from, this.#oldest());
		this.#pages.delete(from);
		this.#pages.set(from, page);
		this.#page = page;
		return page;
	}

	/** The memory of the page that is forgotten for another one, once there are as many as are remembered. */
	#oldest(): Uint32Array | undefined {
		const [oldest] = this.#pages;
		if (this.#pages.size < MOST_PAGES || oldest === undefined) return undefined;
		const [from, { words }] = oldest;
		this.#pages.delete(from);
		return words;
	}

	#read({ firstItem, count, file }: StoredPart, from: number, memory: Uint32Array | undefined): Page {
		const items = Math.min(PAGE_ITEMS, firstItem + count - from);
		const words = readItems(file, from - firstItem, items, memory);
		if (words.length < items * ITEM_WORDS)
			throw new RangeError(`A part of a list of messages was cut off: ${file.path}`);
		return { from, to: from + items, words };
	}
}
