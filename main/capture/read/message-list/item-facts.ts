import { type Marks, markPlaceOf } from '../../../../common/capture/marks.ts';
import type { EventFacts } from '../../../../common/filter/run.ts';
import type { CharsetName } from '../../../../common/payload/charsets/names.ts';
import type { RowFacts } from '../../segments/facts.ts';
import type { EventReader } from './event-reader.ts';
import type { ItemCursor } from './record.ts';

/** An item in the filter's form: that of its last event, but with the length, the bytes and the marks of the whole message. */
export class ItemFacts implements EventFacts {
	readonly #marks: Marks;
	readonly #reader: EventReader;
	readonly #stored: () => number;
	#row: RowFacts;
	#item: ItemCursor;
	content: Uint8Array | undefined;

	constructor(marks: Marks, reader: EventReader, stored: () => number, row: RowFacts, item: ItemCursor) {
		this.#marks = marks;
		this.#reader = reader;
		this.#stored = stored;
		this.#row = row;
		this.#item = item;
	}

	/** Moves to an item, whose last event `row` is at. */
	to(row: RowFacts, item: ItemCursor): void {
		this.#row = row;
		this.#item = item;
		this.content = undefined;
	}

	get direction(): number {
		return this.#row.direction;
	}

	get kind(): number {
		return this.#row.kind;
	}

	get connection(): number {
		return this.#row.connection;
	}

	get length(): number {
		return this.#item.length;
	}

	get time(): number {
		return this.#row.time;
	}

	get endpoint(): string {
		return this.#row.endpoint;
	}

	get ports(): readonly number[] {
		return this.#row.ports;
	}

	get datagram(): boolean {
		return this.#row.datagram;
	}

	get protocol(): string | undefined {
		return this.#row.protocol;
	}

	get contentCharset(): CharsetName {
		return this.#row.contentCharset;
	}

	get marked(): boolean {
		return this.#own().some(({ marked }) => marked);
	}

	get note(): string {
		return this.#own().find(({ note }) => note !== '')?.note ?? '';
	}

	/**
	 * Its marks: of the message itself, and of its events. Where it begins behind other bytes of an event, the mark of that event is
	 * of the message before it.
	 */
	#own() {
		const { first, last, offset } = this.#item;
		const place = markPlaceOf(first, offset, last);
		const marks = this.#marks.range(first, last + 1).filter((mark) => {
			if (mark.offset !== undefined) return mark.n === place.n && mark.offset === place.offset;
			return mark.n !== first || offset === 0;
		});
		if (first === last || marks.length === 0) return marks;
		const { connection, direction } = this.#row;
		const own = marks.filter(({ n }) => {
			const row = this.#reader.to(n, this.#stored());
			return row?.connection === connection && row.direction === direction;
		});
		this.#reader.to(last, this.#stored());
		return own;
	}
}
