import { foldedLocator, type Locator, type Needle } from '../../../common/filter/index.ts';

/** Says where bytes lie in a piece of a segment, going through it once, whatever the events in it. */
export class Screen {
	readonly #locators: readonly Locator[];
	/** Where each is next, at or after the place that was asked for last. */
	readonly #next: number[] = [];
	#bytes: Uint8Array = new Uint8Array(0);

	constructor(needles: readonly Needle[]) {
		this.#locators = needles.map(({ bytes, folded }) => (folded ? foldedLocator(bytes) : exactLocator(bytes)));
	}

	/** Goes on to other bytes. */
	use(bytes: Uint8Array): void {
		this.#bytes = bytes;
		for (let i = 0; i < this.#locators.length; i++) this.#next[i] = -1;
	}

	/** Whether any of them begins from `from` up to, but without, `to`. Asked for places that only grow. */
	holds(from: number, to: number): boolean {
		for (let i = 0; i < this.#locators.length; i++) {
			let next = this.#next[i] ?? -1;
			if (next < from) {
				const found = this.#locators[i]?.(this.#bytes, from) ?? -1;
				next = found < 0 ? Number.POSITIVE_INFINITY : found;
				this.#next[i] = next;
			}
			if (next < to) return true;
		}
		return false;
	}
}

/** Node's own search goes through large pieces several times as fast as one written in JavaScript. */
function exactLocator(needle: Uint8Array): Locator {
	const wanted = Buffer.from(needle);
	return (content, from) => Buffer.from(content.buffer, content.byteOffset, content.length).indexOf(wanted, from);
}
