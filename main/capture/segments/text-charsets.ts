import type { Decoder } from '../../../common/decode/index.ts';
import { type KnownProtocols, knownProtocols } from '../../../common/filter/index.ts';
import type { CharsetName } from '../../../common/payload/charsets/names.ts';
import { structureDecoders } from '../../../common/structure/decoders.ts';
import type { Structure } from '../../../common/structure/document/schema.ts';
import type { ReadCharsets, ReadProtocols } from '../format/read-charsets.ts';

/** The charset of each endpoint of a capture, and the protocol that was chosen for it. */
export class TextCharsets {
	#read: ReadonlyMap<string, CharsetName> = new Map();
	#all: CharsetName | undefined;
	#protocols: ReadProtocols = {};
	#written: readonly Structure[] = [];
	/** Protocols beside the built-in ones. */
	structures: readonly Decoder[] = [];
	/** What filters can name. */
	known: KnownProtocols = knownProtocols([]);

	/** Returns whether payloads may now read differently. */
	use({ all, endpoints = {}, protocols = {}, structures = [] }: ReadCharsets): boolean {
		const before = this.#read;
		const read = new Map(Object.entries(endpoints));
		const isDescribed = this.#describe(structures);
		const isSame =
			!isDescribed &&
			JSON.stringify(protocols) === JSON.stringify(this.#protocols) &&
			all === this.#all &&
			read.size === before.size &&
			[...read].every(([name, one]) => before.get(name) === one);
		this.#all = all;
		this.#protocols = protocols;
		this.#read = read;
		return !isSame;
	}

	/** Returns whether structures are others than before. */
	#describe(structures: readonly Structure[]): boolean {
		if (JSON.stringify(structures) === JSON.stringify(this.#written)) return false;
		this.#written = structures;
		this.structures = structureDecoders(structures);
		this.known = knownProtocols(structures.map(({ id }) => id));
		return true;
	}

	/** Identifies them: text reads the same where this is the same. */
	get key(): string {
		return JSON.stringify([this.#all ?? null, [...this.#read].sort()]);
	}

	/** `recorded`: what the endpoint had. */
	of(endpoint: string, recorded: CharsetName = 'utf-8'): CharsetName {
		return this.#all ?? this.#read.get(endpoint) ?? recorded;
	}

	/** What the payloads of an endpoint are decoded as; undefined: what they look like. */
	protocolOf(endpoint: string, direction: 'in' | 'out'): string | undefined {
		return Object.hasOwn(this.#protocols, endpoint) ? this.#protocols[endpoint]?.[direction] : undefined;
	}
}
