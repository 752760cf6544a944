import { lowerBound } from '../../../../common/search/lower-bound.ts';
import { ITEM_WORDS, ItemCursor } from './record.ts';

/** Items of a part: 8 MiB of them. */
const PART_ITEMS = 256 << 10;

/** The items of a list, in order. */
export class ItemStore {
	readonly #parts: Uint32Array[] = [];
	readonly #cursor = new ItemCursor();
	count = 0;
	/** Items before this one were deleted. */
	gone = 0;

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
		const place = (this.count % PART_ITEMS) * ITEM_WORDS;
		if (place === 0) this.#parts.push(new Uint32Array(PART_ITEMS * ITEM_WORDS));
		const part = this.#parts.at(-1);
		if (part === undefined) return;
		part[place] = event;
		part[place + 1] = last;
		part[place + 2] = first;
		part[place + 3] = offset;
		part[place + 4] = end;
		part[place + 5] = length;
		part[place + 6] = number;
		part[place + 7] = flags;
		this.count++;
	}

	/** Moves a cursor to an item, from `gone` to below the count. */
	seek(item: number, cursor: ItemCursor): void {
		const part = this.#parts[Math.floor(item / PART_ITEMS)];
		if (part === undefined) throw new RangeError(`There is no item ${item}.`);
		cursor.words = part;
		cursor.at = (item % PART_ITEMS) * ITEM_WORDS;
	}

	/** The first item at or after an event. */
	at(event: number): number {
		return lowerBound(this.gone, this.count, (item) => {
			this.seek(item, this.#cursor);
			return this.#cursor.event < event;
		});
	}

	/** Deletes the items before an event. */
	letGo(event: number): void {
		this.gone = this.at(event);
	}
}
