import { type Filter, neededBytes } from '../../../common/filter/index.ts';
import type { CharsetName } from '../../../common/payload/charsets/names.ts';
import { Screen } from './screen.ts';

/** The screens of a filter for bytes that are searched once: one for each charset of content. */
export class CharsetScreens {
	readonly #filter: Filter;
	readonly #screens = new Map<CharsetName, Screen | undefined>();
	bytes: Uint8Array = new Uint8Array(0);

	constructor(filter: Filter) {
		this.#filter = filter;
	}

	/** Switches to other bytes, or begins again with the same. */
	use(bytes: Uint8Array): void {
		this.bytes = bytes;
		for (const screen of this.#screens.values()) screen?.use(bytes);
	}

	/** Undefined where no bytes are known that all matches have. */
	of(charset: CharsetName): Screen | undefined {
		if (this.#screens.has(charset)) return this.#screens.get(charset);
		const needles = neededBytes(this.#filter, charset);
		const screen = needles && new Screen(needles);
		screen?.use(this.bytes);
		this.#screens.set(charset, screen);
		return screen;
	}
}
