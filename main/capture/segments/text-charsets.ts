import type { CharsetName } from '../../../common/payload/charsets/names.ts';

/** Charsets in which the text of a capture is read, in place of those that its endpoints had. */
export interface ReadCharsets {
	/** For all of it. */
	readonly all?: CharsetName | undefined;
	/** Else by the names of endpoints. */
	readonly endpoints?: Readonly<Record<string, CharsetName>>;
}

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

	/** `recorded`: what the endpoint had. */
	of(endpoint: string, recorded: CharsetName = 'utf-8'): CharsetName {
		return this.#all ?? this.#read.get(endpoint) ?? recorded;
	}
}
