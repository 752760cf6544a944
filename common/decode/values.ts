import { takeValues } from './core/decode.ts';
import type { Context, Decoder } from './core/decoder.ts';
import type { FieldValue } from './core/field.ts';
import { GuessAmong } from './core/guess-among.ts';
import type { Wanted } from './core/wanted.ts';
import { DECODERS } from './index.ts';

/** What a message is decoded by: an event of a capture, or a message that its endpoint's framing splits. */
export interface DecodedMessage {
	/** The ports of both ends, as far as they are known. */
	readonly ports: readonly number[];
	/** It is a message by itself, not a part of a stream. */
	readonly datagram: boolean;
	/** The id of the protocol that a person has chosen for it; undefined: what it looks like. */
	readonly protocol: string | undefined;
}

/** What a field says. */
export interface FoundValue {
	readonly value: FieldValue | undefined;
	readonly meaning: string | undefined;
}

export type { FieldValue } from './core/field.ts';

/** Names of fields, the first of which is the id of a protocol. That alone stands for its units. */
export type FieldPath = readonly string[];

/** Bytes of a message that are decoded. */
export const MOST_DECODED = 1 << 20;

interface Node {
	take?: Wanted['take'];
	readonly fields: Map<string, Node>;
}

/** Reads the values of some fields in one message after another. */
export class ValueReader {
	readonly #wanted: Node = { fields: new Map() };
	/** All protocols that a message may be of. */
	readonly #all: readonly Decoder[];
	/** The decoders in whose units the fields are. */
	readonly #decoders: readonly Decoder[];
	readonly #guesses: GuessAmong;
	readonly #found: FoundValue[][];

	/** @param structures protocols beside the built-in ones */
	constructor(paths: readonly FieldPath[], structures: readonly Decoder[] = []) {
		this.#all = [...structures, ...DECODERS];
		this.#found = paths.map(() => []);
		for (const [i, path] of paths.entries()) this.#want(path, this.#found[i] ?? []);
		const protocols = new Set(paths.map(([id]) => id));
		this.#decoders = this.#all.filter(
			({ id, carries = [] }) => protocols.has(id) || carries.some((carried) => protocols.has(carried)),
		);
		this.#guesses = new GuessAmong(this.#decoders, this.#all);
	}

	#want(path: FieldPath, found: FoundValue[]): void {
		let node = this.#wanted;
		for (const name of path) {
			const next: Node = node.fields.get(name) ?? { fields: new Map() };
			node.fields.set(name, next);
			node = next;
		}
		const { take } = node;
		node.take = (value, meaning) => {
			take?.(value, meaning);
			found.push({ value, meaning });
		};
	}

	/** Reads a message: `values` then gives what it has. */
	read(content: Uint8Array, message: DecodedMessage): void {
		for (const list of this.#found) list.length = 0;
		const bytes = content.length > MOST_DECODED ? content.subarray(0, MOST_DECODED) : content;
		const context: Context = { transport: message.datagram ? 'datagram' : 'stream', ports: message.ports };
		const decoder = this.#decoderOf(bytes, context, message.protocol);
		if (decoder !== undefined) takeValues(decoder, bytes, context, this.#wanted);
	}

	/** The decoder whose units may have the fields; undefined where the message is of another protocol. */
	#decoderOf(bytes: Uint8Array, context: Context, chosen: string | undefined): Decoder | undefined {
		const decoder = chosen === undefined ? undefined : this.#all.find(({ id }) => id === chosen);
		if (decoder === undefined) return this.#guesses.guess(bytes, context);
		return this.#decoders.includes(decoder) ? decoder : undefined;
	}

	/** The values of the path at an index, in the order in which they were read. Valid until the next message is read. */
	values(at: number): readonly FoundValue[] {
		return this.#found[at] ?? [];
	}
}
