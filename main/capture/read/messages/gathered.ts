import type { PrintedMessage } from '../../../../common/contract/calls/compare.ts';
import type { Ignored } from '../../../../common/diff/index.ts';
import { concat } from '../../../../common/payload/codec/concat.ts';
import { fingerprint } from './fingerprint.ts';

/** Where a message begins. */
interface Beginning {
	readonly at: number;
	readonly n: number;
	readonly offset: number;
	readonly time: bigint;
}

/** The bytes of the message that is being walked through, and its beginning. */
export class Gathered {
	#parts: Uint8Array[] = [];
	#beginning: Beginning | undefined;

	/** Bytes so far. */
	length = 0;

	/** Adds bytes, which are copied. `beginning` is called for the first of a message. */
	add(bytes: Uint8Array, beginning: () => Beginning): void {
		this.#beginning ??= beginning();
		this.#parts.push(bytes.slice());
		this.length += bytes.length;
	}

	/** The message, which is complete: the next bytes are of another. */
	finish(
		number: number,
		ignored: Ignored,
		place: (length: number) => Parameters<Ignored>[1],
	): PrintedMessage | undefined {
		const beginning = this.#beginning;
		if (beginning === undefined) return undefined;
		const bytes = concat(this.#parts);
		this.#parts = [];
		this.#beginning = undefined;
		this.length = 0;
		const print = fingerprint(bytes, ignored(bytes, place(bytes.length)));
		return { number, length: bytes.length, print, ...beginning };
	}
}
