import { EVENT_KINDS } from '../../../../common/capture/event.ts';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import type { ListedMessages } from '../../../../common/contract/config/listed-messages.ts';
import type { Filter, KnownProtocols } from '../../../../common/filter/index.ts';
import { NO_BYTES } from '../../../../common/framing/index.ts';
import { captureError } from '../../sentences/capture-error.ts';
import { type Content, contentOf } from '../items/content.ts';
import { eventContent } from '../items/event-content.ts';
import type { ItemScan, Items } from '../items/items.ts';
import type { ReadSource } from '../items/source.ts';
import { ItemBuilder } from './builder.ts';
import { EventReader } from './event-reader.ts';
import { messageBytes } from './item-bytes.ts';
import { ItemReading } from './item-reading.ts';
import { itemRows } from './item-rows.ts';
import { MessageScan } from './item-scan.ts';
import type { PartFiles } from './part-files.ts';
import { ListParts } from './parts.ts';
import { ItemCursor } from './record.ts';
import { ItemStore } from './store.ts';

const DATA = EVENT_KINDS.indexOf('data');
/** Items after an event that are searched for the one with its bytes. */
const MOST_AHEAD = 100_000;

/** The messages of a capture as a list. */
export class MessageItems implements Items {
	readonly #source: ReadSource;
	readonly #store: ItemStore;
	readonly #builder: ItemBuilder;
	readonly #parts: ListParts;
	readonly #reader: EventReader;
	readonly #item = new ItemCursor();

	/** `store`: an empty one. */
	constructor(source: ReadSource, messages: ListedMessages, files: PartFiles, store = new ItemStore()) {
		this.#source = source;
		this.#store = store;
		this.#builder = new ItemBuilder(source, messages, this.#store);
		this.#parts = new ListParts(source, this.#store, this.#builder, files);
		this.#reader = new EventReader(source.folder, source.marks);
	}

	get known(): KnownProtocols {
		return this.#source.folder.charsets.known;
	}

	get count(): number {
		return this.#store.count;
	}

	get gone(): number {
		return this.#store.gone;
	}

	get covered(): number {
		return this.#builder.covered;
	}

	grow(until: number): void {
		if (!this.#parts.isLoaded) {
			this.#parts.load();
			return;
		}
		this.#builder.step(until);
		if (this.#store.isFull && this.#builder.isSettled) this.#parts.store();
	}

	/** As in ItemBuilder. */
	get silentAt(): number {
		return this.#builder.silentAt;
	}

	/** As in ItemBuilder. */
	get isWrong(): boolean {
		return this.#builder.isWrong;
	}

	/** As in ItemBuilder. */
	endSilent(ms: number): void {
		this.#builder.endSilent(ms);
	}

	scan(filter: Filter): ItemScan {
		return new MessageScan(this.#source, this.#store, this.#reader, filter);
	}

	/** As `content`, but empty for an event without a payload. */
	payload(at: number): Content {
		return this.#seek(at).isMessage || this.#isData(at) ? this.content(at) : contentOf(NO_BYTES, 'utf-8');
	}

	content(at: number): Content {
		const item = this.#seek(at);
		if (!item.isMessage) return eventContent(this.#source.folder, item.last);
		const { stored } = this.#source;
		const charset = this.#reader.to(item.last, stored)?.charset ?? 'utf-8';
		return {
			length: item.length,
			charset,
			// It may be read when others have moved the cursor.
			read: (offset, length) => messageBytes(this.#reader, this.#seek(at), stored, offset, length),
		};
	}

	rows(from: number, to: number): CaptureRow[] {
		return itemRows(this.#source, this.#store, this.#reader, from, Math.min(to, this.count));
	}

	/** Reads whole items, until the list grows. */
	reading(): ItemReading {
		return new ItemReading(this.#source, this.#store);
	}

	at(event: number): number {
		return this.#store.at(event);
	}

	eventOf(item: number): number {
		return Math.min(this.#seek(item).event, this.covered);
	}

	/** The item with byte `offset` of an event, or the first one after it. */
	with(event: number, offset: number): number {
		const from = this.at(event);
		const { stored } = this.#source;
		const facts = this.#reader.to(event, stored);
		if (facts === undefined) return from;
		const { connection, direction, kind } = facts;
		const item = this.#item;
		for (let at = from; at < Math.min(this.count, from + MOST_AHEAD); at++) {
			this.#store.seek(at, item);
			if (!holds(item, event, offset)) continue;
			const row = this.#reader.to(item.last, stored);
			if (row?.connection === connection && row.direction === direction && row.kind === kind) return at;
		}
		return from;
	}

	letGo(first: number): void {
		this.#store.letGo(first);
	}

	/** Keeps it for the next time. */
	close(): void {
		this.#parts.close();
	}

	#isData(at: number): boolean {
		return this.#reader.to(this.#seek(at).last, this.#source.stored)?.kind === DATA;
	}

	#seek(at: number): ItemCursor {
		if (at < this.#store.gone) throw captureError('not-found', 'eventGone');
		if (at >= this.count) throw captureError('not-found', 'noItem', { n: at + 1 });
		this.#store.seek(at, this.#item);
		return this.#item;
	}
}

/** Whether a byte is in the stretch from the first byte of an item to its last, which may have those of others between. */
function holds({ first, last, offset, end, isMessage }: ItemCursor, event: number, at: number): boolean {
	if (event < first || event > last) return false;
	if (!isMessage) return true;
	return (event > first || at >= offset) && (event < last || at < end);
}
