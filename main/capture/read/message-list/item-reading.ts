import { DIRECTIONS, type Direction, EVENT_KINDS, type EventKind } from '../../../../common/capture/event.ts';
import type { Mark } from '../../../../common/capture/marks.ts';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../../common/contract/base/sentence.ts';
import type { MessageOfRow } from '../../../../common/contract/config/listed-messages.ts';
import { NO_BYTES } from '../../../../common/framing/index.ts';
import type { CharsetName } from '../../../../common/payload/charsets/names.ts';
import type { RowFacts } from '../../segments/facts.ts';
import type { ReadSource } from '../items/source.ts';
import { EventReader } from './event-reader.ts';
import { messageBytes } from './item-bytes.ts';
import { ItemFacts } from './item-facts.ts';
import { ItemCursor } from './record.ts';
import { messageOf } from './row-message.ts';
import type { ItemStore } from './store.ts';

const DATA = EVENT_KINDS.indexOf('data');

/** What is kept of the current item: its reader moves on. */
interface Kept {
	readonly n: number;
	readonly time: bigint;
	readonly kind: number;
	readonly direction: number;
	readonly connection: number;
	readonly endpoint: string;
	readonly charset: CharsetName;
}

/** Reads whole items, one at a time, best in order. All that it returns is valid until the next one. */
export class ItemReading {
	readonly #source: ReadSource;
	readonly #store: ItemStore;
	readonly #reader: EventReader;
	readonly #item = new ItemCursor();
	#facts: ItemFacts | undefined;
	#kept: Kept | undefined;
	message: MessageOfRow | undefined;
	content: Uint8Array = NO_BYTES;
	says: Sentence | undefined;
	/** Those of its events. */
	mark: Pick<Mark, 'marked' | 'note'> | undefined;

	constructor(source: ReadSource, store: ItemStore) {
		this.#source = source;
		this.#store = store;
		this.#reader = new EventReader(source.folder, source.marks);
	}

	/** Moves to an item; returns whether its events are still there. */
	to(at: number): boolean {
		this.#store.seek(at, this.#item);
		const row = this.#reader.to(this.#item.last, this.#source.stored);
		if (row === undefined) return false;
		const { n, kind, direction, connection, endpoint, charset } = row;
		this.#kept = { n, time: this.#reader.row.time, kind, direction, connection, endpoint, charset };
		this.mark = this.#source.marks.count === 0 ? undefined : this.#marked(row);
		return true;
	}

	/** Reads the content of the current item; returns whether it can be read. Others are counted as damage. */
	load(): boolean {
		const item = this.#item;
		const reader = this.#reader;
		const { stored } = this.#source;
		const { n, time, kind } = this.#now;
		try {
			const begin = item.isMessage && reader.to(item.first, stored) !== undefined ? reader.row.time : time;
			this.message = item.isMessage ? messageOf(item, begin) : undefined;
			if (!item.isMessage) reader.to(n, stored);
			this.content = item.isMessage ? messageBytes(reader, item, stored) : reader.content();
			this.says = kind === DATA ? undefined : reader.sentence();
			return true;
		} catch (error) {
			// Its file was deleted.
			if (error instanceof WirebenchError && error.code === 'not-found') return false;
			reader.segment.isDamaged(reader.n, error);
			return false;
		}
	}

	get n(): number {
		return this.#now.n;
	}

	get time(): bigint {
		return this.#now.time;
	}

	get kind(): number {
		return this.#now.kind;
	}

	get kindName(): EventKind {
		const name = EVENT_KINDS[this.kind];
		if (name === undefined) throw new RangeError('An index row has an unknown kind.');
		return name;
	}

	get direction(): number {
		return this.#now.direction;
	}

	get directionName(): Direction {
		const name = DIRECTIONS[this.direction];
		if (name === undefined) throw new RangeError('An index row has an unknown direction.');
		return name;
	}

	get connection(): number {
		return this.#now.connection;
	}

	get endpoint(): string {
		return this.#now.endpoint;
	}

	get charset(): CharsetName {
		return this.#now.charset;
	}

	get length(): number {
		return this.#item.length;
	}

	#marked(row: RowFacts): Pick<Mark, 'marked' | 'note'> {
		const { marks } = this.#source;
		this.#facts ??= new ItemFacts(marks, this.#reader, () => this.#source.stored, row, this.#item);
		this.#facts.to(row, this.#item);
		const { marked, note } = this.#facts;
		return { marked, note };
	}

	get #now(): Kept {
		if (this.#kept === undefined) throw new RangeError('The reading stands nowhere yet.');
		return this.#kept;
	}
}
