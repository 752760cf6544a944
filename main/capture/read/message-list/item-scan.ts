import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { Filter } from '../../../../common/filter/index.ts';
import { compileFilter, type FilterTest, UNKNOWN, YES } from '../../../../common/filter/run.ts';
import { NO_BYTES } from '../../../../common/framing/index.ts';
import { CharsetScreens } from '../../segments/charset-screens.ts';
import { exactFinder } from '../../segments/exact-finder.ts';
import type { FoundItem, ItemScan } from '../items/items.ts';
import type { ReadSource } from '../items/source.ts';
import type { EventReader } from './event-reader.ts';
import { messageBytes } from './item-bytes.ts';
import { ItemFacts } from './item-facts.ts';
import { ItemCursor } from './record.ts';
import type { ItemStore } from './store.ts';

/** Items between two reads of the clock, and bytes of their contents. */
const CLOCK_ITEMS = 256;
const CLOCK_BYTES = 256 << 10;

/** Tests items of a list of messages with a filter: their bytes are read only where the rest does not decide. */
export class MessageScan implements ItemScan {
	readonly #source: ReadSource;
	readonly #store: ItemStore;
	readonly #reader: EventReader;
	readonly #test: FilterTest;
	readonly #item = new ItemCursor();
	/** Of the events that messages came in. */
	readonly #screens: CharsetScreens;
	#facts: ItemFacts | undefined;
	#bytes = 0;

	constructor(source: ReadSource, store: ItemStore, reader: EventReader, filter: Filter) {
		this.#source = source;
		this.#store = store;
		this.#reader = reader;
		this.#test = compileFilter(filter, exactFinder, source.folder.charsets.structures);
		this.#screens = new CharsetScreens(filter);
	}

	run(from: number, to: number, until: number, found: FoundItem): number {
		this.#bytes = 0;
		this.#screens.use(NO_BYTES);
		for (let at = Math.max(from, this.#store.gone), tested = 1; at < to; at++, tested++) {
			if (this.#matches(at) && found(at)) return at + 1;
			if (tested % CLOCK_ITEMS !== 0 && this.#bytes < CLOCK_BYTES) continue;
			this.#bytes = 0;
			if (performance.now() >= until) return at + 1;
		}
		return to;
	}

	#matches(at: number): boolean {
		const item = this.#item;
		this.#store.seek(at, item);
		const row = this.#reader.to(item.last, this.#source.stored);
		if (row === undefined) return false;
		this.#facts ??= new ItemFacts(this.#source.marks, this.#reader, () => this.#source.stored, row, item);
		const facts = this.#facts;
		facts.to(row, item);
		const verdict = this.#test(facts);
		if (verdict !== UNKNOWN) return verdict === YES;
		facts.content = this.#content(item, facts);
		return facts.content !== undefined && this.#test(facts) === YES;
	}

	/** Undefined where it cannot be read, or cannot match. */
	#content(item: ItemCursor, facts: ItemFacts): Uint8Array | undefined {
		try {
			if (item.isMessage && item.first === item.last && !this.#mayMatch(item, facts)) return undefined;
			const bytes = item.isMessage ? messageBytes(this.#reader, item, this.#source.stored) : this.#reader.content();
			this.#bytes += bytes.length;
			return bytes;
		} catch (error) {
			if (error instanceof WirebenchError && error.code === 'not-found') return undefined;
			this.#reader.segment.isDamaged(this.#reader.n, error);
			return undefined;
		}
	}

	/** Whether a full test of a message within one event may match. The event is searched once for all messages in it. */
	#mayMatch({ offset, end, length }: ItemCursor, { contentCharset }: ItemFacts): boolean {
		const screen = this.#screens.of(contentCharset);
		if (screen === undefined) return true;
		const whole = this.#reader.content();
		this.#bytes += length;
		if (whole !== this.#screens.bytes) this.#screens.use(whole);
		return screen.holds(offset, end);
	}
}
