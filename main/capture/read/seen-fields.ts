import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { ListedMessages } from '../../../common/contract/config/listed-messages.ts';
import { type Context, decodeAs, decoderOf, guessOf } from '../../../common/decode/index.ts';
import type { NamedField } from '../../../common/decode/named-field.ts';
import { SeenNames } from '../../../common/filter/decoded/seen-names.ts';
import { isDamage } from '../segments/damage.ts';
import type { CaptureFolder } from '../segments/folder.ts';
import { RowAt } from '../segments/row-at.ts';
import type { Items } from './items/items.ts';
import { keyOf, type Lists } from './lists.ts';

/** Rows that are read together: requests stand beside their answers. */
const BLOCK = 16;
/** Blocks that are looked at, evenly spread over a list. */
const MOST_BLOCKS = 128;
/** Bytes of a message that are decoded. */
const MOST_BYTES = 64 << 10;
/** Time limit of one answer, in ms. */
const ANSWER_MS = 20;
/** Lists whose names are kept. */
const MOST_LISTS = 4;

/** The names of one list, and what they were gathered from. */
interface Sample {
	readonly names: SeenNames;
	/** Blocks that were looked at, with the end of their rows at that time: the last one of a list grows. */
	readonly looked: Map<number, number>;
	/** Steps of the present spread over the list, and the blocks that this had when the spread began. */
	steps: number;
	over: number;
}

/** The names of the fields of messages, from a sample of each list that is decoded when they are asked for. */
export class SeenFields {
	readonly #folder: CaptureFolder;
	readonly #lists: Lists;
	readonly #rows: RowAt;
	readonly #samples = new Map<string, Sample>();

	constructor(folder: CaptureFolder, lists: Lists) {
		this.#folder = folder;
		this.#lists = lists;
		this.#rows = new RowAt(folder);
	}

	/** Decodes more of a list for a moment. Throws what `lists.items` throws, and the errors of reading. */
	answer(messages: ListedMessages | undefined): { fields: NamedField[]; complete: boolean } {
		const items = this.#lists.items(messages);
		const sample = this.#sampleOf(keyOf(messages));
		const until = performance.now() + ANSWER_MS;
		let complete = false;
		do complete = !this.#step(sample, items);
		while (!complete && performance.now() < until);
		return { fields: [...sample.names.list()], complete };
	}

	/** Messages are cut, or decoded, in another way. */
	charsetsChanged(): void {
		this.#samples.clear();
	}

	#sampleOf(key: string): Sample {
		const known = this.#samples.get(key) ?? { names: new SeenNames(), looked: new Map(), steps: 0, over: 0 };
		this.#samples.delete(key);
		this.#samples.set(key, known);
		const [oldest] = this.#samples.keys();
		if (this.#samples.size > MOST_LISTS && oldest !== undefined) this.#samples.delete(oldest);
		return known;
	}

	/** Looks at the next block, the newest first; returns whether there was one. */
	#step(sample: Sample, items: Items): boolean {
		const blocks = Math.ceil(items.count / BLOCK);
		if (blocks === 0) return false;
		if (this.#look(sample, items, blocks - 1)) return true;
		if (blocks <= MOST_BLOCKS) sample.over = blocks;
		else if (blocks >= 2 * sample.over) {
			// A list that has doubled is sampled again: what has been looked at is skipped.
			sample.steps = 0;
			sample.over = blocks;
		}
		while (sample.steps < Math.min(sample.over, MOST_BLOCKS)) {
			const at = sample.over <= MOST_BLOCKS ? sample.steps : Math.floor(spread(sample.steps) * sample.over);
			sample.steps++;
			if (this.#look(sample, items, at)) return true;
		}
		return false;
	}

	/** Whether a block had rows that were not looked at. */
	#look({ looked, names }: Sample, items: Items, block: number): boolean {
		const end = Math.min((block + 1) * BLOCK, items.count);
		const from = looked.get(block) ?? block * BLOCK;
		if (from >= end) return false;
		looked.set(block, end);
		for (const row of items.rows(from, end)) this.#decode(names, items, row);
		return true;
	}

	#decode(names: SeenNames, items: Items, row: CaptureRow): void {
		const { n, item = n, kind, length, preview, previewAt } = row;
		if (kind !== 'data' || length === 0) return;
		const facts = this.#rows.at(n);
		if (facts === undefined) return;
		const isHere = length <= preview.length && previewAt === undefined;
		try {
			const bytes = isHere ? preview : items.content(item).read(0, Math.min(length, MOST_BYTES));
			const context: Context = { transport: facts.datagram ? 'datagram' : 'stream', ports: facts.ports };
			const { structures } = this.#folder.charsets;
			const chosen = facts.protocol === undefined ? undefined : decoderOf(facts.protocol, structures);
			const decoder = chosen ?? guessOf(bytes, [context], structures)?.decoder;
			if (decoder !== undefined) names.add(decodeAs(decoder, bytes, context));
		} catch (error) {
			if (!isDamage(error) && !isGone(error)) throw error;
		}
	}
}

/** Whether a part of the message was in a file that was deleted. */
function isGone(error: unknown): boolean {
	return error instanceof WirebenchError && error.code === 'not-found';
}

/** Evenly spread numbers from 0 up to 1: the bits of the step in reverse (van der Corput's sequence). */
function spread(step: number): number {
	let [value, part] = [0, 0.5];
	for (let bits = step; bits > 0; bits >>= 1, part /= 2) if (bits & 1) value += part;
	return value;
}
