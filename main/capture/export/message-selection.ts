import { DIRECTIONS } from '../../../common/capture/event.ts';
import type { Marks } from '../../../common/capture/marks.ts';
import { readFilter } from '../../../common/filter/run.ts';
import { indexesOf } from '../format/places.ts';
import { itemsOf } from '../read/lists.ts';
import type { CaptureFolder } from '../segments/folder.ts';
import type { ListedItem } from './formats/item.ts';
import type { ExportOrder, MessagesOrder } from './formats/order.ts';

/** The list grows, and a filter is evaluated, in steps of about this many milliseconds, between which an export can be cancelled. */
const STEP_MS = 50;
/** Items of one step. */
const STEP_ITEMS = 8192;
/** Items between two pauses: messages may be large. */
const PAUSE_ITEMS = 64;

/** Iterates the messages of an export, in order, while their list is made, in bounded memory. */
export class MessageSelection {
	readonly #source;
	readonly #items;
	readonly #reading;
	readonly #scan;
	readonly #take: (item: ListedItem) => void;
	readonly #pause: () => void;
	readonly #connection: number | undefined;
	readonly #direction: number | undefined;
	readonly #end: number;
	/** The next item. */
	#next: number;
	/** Events before this one have been scanned. */
	position: number;

	/** `pause` is called regularly, and may throw to end it. Throws FilterError. */
	constructor(
		folder: CaptureFolder,
		{ files: { source, shift }, scope, from }: Pick<ExportOrder, 'files' | 'scope' | 'from'>,
		messages: MessagesOrder,
		marks: Marks,
		take: (item: ListedItem) => void,
		pause: () => void,
	) {
		const { filter, connection, direction } = scope;
		const wanted = filter === undefined ? undefined : readFilter(filter, folder.charsets.known);
		this.#source = { folder, marks, stored: 0, indexes: indexesOf(source), shift };
		this.#items = itemsOf(this.#source, messages.list, false);
		this.#reading = this.#items.reading();
		this.#scan = wanted && this.#items.scan(wanted);
		this.#take = take;
		this.#pause = pause;
		this.#connection = connection;
		this.#direction = direction === undefined ? undefined : DIRECTIONS.indexOf(direction);
		this.#next = messages.from;
		this.#end = messages.to;
		this.position = from;
	}

	/** Passes on the selected items of the events before `to`. Throws the errors of reading. */
	run(to: number): void {
		const items = this.#items;
		this.#source.stored = to;
		while (items.covered < to && this.#next < this.#end) {
			items.grow(performance.now() + STEP_MS);
			this.#next = Math.max(this.#next, items.gone);
			const end = Math.min(items.count, this.#end);
			while (this.#next < end) this.#pass(Math.min(end, this.#next + STEP_ITEMS));
			this.position = items.covered;
			this.#pause();
		}
		this.position = to;
	}

	/** Removes what the list has written. */
	close(): void {
		this.#items.close();
	}

	/** Passes on items before `end`. */
	#pass(end: number): void {
		const from = this.#next;
		if (this.#scan === undefined) {
			this.#next = end;
			for (let at = from; at < end; at++) this.#item(at);
		} else {
			const found: number[] = [];
			this.#next = this.#scan.run(from, end, performance.now() + STEP_MS, (at) => {
				found.push(at);
				return false;
			});
			for (const at of found) this.#item(at);
		}
		this.#pause();
	}

	#item(at: number): void {
		const item = this.#reading;
		if (at % PAUSE_ITEMS === 0) this.#pause();
		if (!item.to(at)) return;
		if (this.#connection !== undefined && item.connection !== this.#connection) return;
		if (this.#direction !== undefined && item.direction !== this.#direction) return;
		if (item.load()) this.#take(item);
	}
}
