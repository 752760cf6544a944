import { type Locator, locator, type Needle } from '../../../common/filter/index.ts';

/** Finds byte patterns in a piece of a segment in one pass, for all events in it. */
export class Screen {
	readonly #locators: readonly Locator[];
	/** The next position of each, at or after the last queried place. */
	readonly #next: number[] = [];
	#bytes: Uint8Array = new Uint8Array(0);

	constructor(needles: readonly Needle[]) {
		this.#locators = needles.map((needle) =>
			needle.bytes === needle.other ? exactLocator(needle.bytes) : locator(needle),
		);
	}

	/** Switches to other bytes. */
	use(bytes: Uint8Array): void {
		this.#bytes = bytes;
		for (let i = 0; i < this.#locators.length; i++) this.#next[i] = -1;
	}

	/** Whether any of them starts from `from` up to, but without, `to`. Places must increase from call to call. */
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

/** Node's own search is several times as fast for large pieces as one written in JavaScript. */
function exactLocator(needle: Uint8Array): Locator {
	const wanted = Buffer.from(needle);
	return (content, from) => Buffer.from(content.buffer, content.byteOffset, content.length).indexOf(wanted, from);
}
