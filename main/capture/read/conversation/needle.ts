import type { SoughtRequest } from '../../../../common/contract/calls/find.ts';
import type { KnownProtocols } from '../../../../common/filter/index.ts';
import type { Place, Sought } from '../../../../common/filter/run.ts';
import type { CharsetName } from '../../../../common/payload/charsets/names.ts';
import { soughtOf } from '../places/sought.ts';

/** What a search in a conversation looks for. */
export interface Needle {
	/** Bytes of a chunk to search at a time. */
	readonly piece: number;
	/** Bytes that a match may need beyond those in which it begins. */
	readonly more: number;
	/** Whether a match may begin in a chunk that ends with these bytes, and go on in the next. */
	mayGoOn(bytes: Uint8Array): boolean;
	/** The first match that begins in [from, to) of the bytes. */
	first(bytes: Uint8Array, from: number, to: number): Place | undefined;
	last(bytes: Uint8Array, from: number, to: number): Place | undefined;
}

/** `charset`: of what is searched. Undefined where there is nothing to find. Throws `bad-input` for an invalid filter. */
export function needleOf(request: SoughtRequest, charset: CharsetName, known: KnownProtocols): Needle | undefined {
	if (typeof request !== 'string') return request.bytes.length === 0 ? undefined : new Bytes(request);
	const sought = soughtOf(request, known);
	return sought && new Pattern(sought, charset);
}

/** Matches may overlap: each place where the bytes stand is one. */
class Bytes implements Needle {
	readonly piece = 1 << 20;
	readonly more: number;
	readonly #needle: Buffer;
	readonly #anyCase: boolean;

	constructor({ bytes, anyCase }: { readonly bytes: Uint8Array; readonly anyCase: boolean }) {
		this.#anyCase = anyCase;
		this.#needle = this.#folded(bytes);
		this.more = bytes.length - 1;
	}

	mayGoOn(bytes: Uint8Array): boolean {
		const needle = this.#needle;
		const end = this.#folded(bytes.subarray(Math.max(0, bytes.length - needle.length + 1)));
		for (let start = 0; start < end.length; start++) {
			const rest = end.length - start;
			if (end[start] === needle[0] && end.subarray(start).equals(needle.subarray(0, rest))) return true;
		}
		return false;
	}

	first(bytes: Uint8Array, from: number, to: number): Place | undefined {
		return this.#place(this.#folded(bytes).indexOf(this.#needle, from), to);
	}

	last(bytes: Uint8Array, from: number, to: number): Place | undefined {
		const at = this.#folded(bytes).lastIndexOf(this.#needle, to - 1);
		return at < from ? undefined : this.#place(at, to);
	}

	#place(at: number, to: number): Place | undefined {
		return at < 0 || at >= to ? undefined : { from: at, to: at + this.#needle.length };
	}

	#folded(bytes: Uint8Array): Buffer {
		if (!this.#anyCase) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		const folded = Buffer.allocUnsafe(bytes.length);
		for (let i = 0; i < bytes.length; i++) {
			const byte = bytes[i] ?? 0;
			folded[i] = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
		}
		return folded;
	}
}

/** What a filter looks for, such as a regular expression: how long a match is shows only when it is found. */
class Pattern implements Needle {
	readonly piece = 64 << 10;
	readonly more = 1024;
	readonly #sought: Sought;
	readonly #charset: CharsetName;

	constructor(sought: Sought, charset: CharsetName) {
		this.#sought = sought;
		this.#charset = charset;
	}

	mayGoOn(): boolean {
		return true;
	}

	first(bytes: Uint8Array, from: number, to: number): Place | undefined {
		return this.#sought.places(bytes, from, to, 1, this.#charset)[0];
	}

	last(bytes: Uint8Array, from: number, to: number): Place | undefined {
		return this.#sought.places(bytes, from, to, Number.POSITIVE_INFINITY, this.#charset).at(-1);
	}
}
