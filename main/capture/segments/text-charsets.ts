import type { CharsetName } from '../../../common/payload/charsets/names.ts';
import type { ReadCharsets } from '../format/read-charsets.ts';

/** The charset of each endpoint of a capture. */
export class TextCharsets {
	#read: ReadonlyMap<string, CharsetName> = new Map();
	#all: CharsetName | undefined;

	/** Returns whether text may now read differently. */
	use({ all, endpoints = {} }: ReadCharsets): boolean {
		const before = this.#read;
		const read = new Map(Object.entries(endpoints));
		const isSame =
			all === this.#all && read.size === before.size && [...read].every(([name, one]) => before.get(name) === one);
		this.#all = all;
		this.#read = read;
		return !isSame;
	}

	/** Identifies them: text reads the same where this is the same. */
	get key(): string {
		return JSON.stringify([this.#all ?? null, [...this.#read].sort()]);
	}

	/** `recorded`: what the endpoint had. */
	of(endpoint: string, recorded: CharsetName = 'utf-8'): CharsetName {
		return this.#all ?? this.#read.get(endpoint) ?? recorded;
	}
}
