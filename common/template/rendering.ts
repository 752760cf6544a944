import { WirebenchError } from '../contract/base/errors.ts';
import { LIMITS } from '../contract/base/limits.ts';
import type { Charset } from '../payload/charsets/charset.ts';
import { checksumOf } from '../payload/checksum.ts';
import { concat } from '../payload/codec/concat.ts';
import { faultWords } from '../payload/codec/fault.ts';
import { faultError } from '../payload/codec/fault-error.ts';
import type { ChecksumKind } from '../payload/schema.ts';
import { encodeText } from '../payload/text.ts';
import { messageError } from '../sentences/message-error.ts';
import type { Said } from '../words/sentence/said.ts';
import type { ReplyContext } from './context.ts';
import type { Filter } from './filters.ts';
import type { Source } from './message-sources.ts';
import { fits, fixedLength, formatNumber, type NumberForm } from './number-form.ts';
import type { Range } from './range.ts';

interface Placed {
	/** The offset in the template, for errors. */
	readonly at: number;
	readonly name: string;
	readonly filters: readonly Filter[];
	/** Length in bytes before the filters, where it never changes. */
	readonly length: number | undefined;
}

/** A part of a template: bytes as they stand, what a source gives, or what follows from a range of the message. */
export type Part =
	| Uint8Array
	| (Placed & { readonly type: 'source'; readonly source: Source })
	| (Placed & { readonly type: 'length'; readonly range: Range; readonly form: NumberForm; readonly add: bigint })
	| (Placed & { readonly type: 'checksum'; readonly range: Range; readonly kind: ChecksumKind });

/** The value of a part depends on itself. */
export class CycleError extends WirebenchError {
	constructor({ at, name, type }: Exclude<Part, Uint8Array>) {
		const { message, says } = faultWords(type === 'length' ? 'templateLengthOfItself' : 'templateSumOfItself', {
			name,
		});
		super('bad-input', message, { position: at, says });
	}
}

/**
 * One rendering. Lengths and bytes of parts are found when something asks for them, each once: a length may cover a
 * checksum whose bytes depend on that length. What asks for itself is a cycle.
 */
export class Rendering {
	readonly #parts: readonly Part[];
	readonly #context: ReplyContext;
	readonly #charset: Charset;
	readonly #bytes: (Uint8Array | undefined)[] = [];
	/** Parts that were asked for; with their bytes once those are known. Most templates have none that depends on others. */
	#under: Set<number> | undefined;
	#total = 0;

	constructor(parts: readonly Part[], context: ReplyContext, charset: Charset) {
		this.#parts = parts;
		this.#context = context;
		this.#charset = charset;
	}

	/** The message. The result may be the received message itself: do not change it. */
	whole(): Uint8Array {
		if (this.#parts.length === 1) return this.#bytesOf(0);
		return this.#join(0, this.#parts.length);
	}

	#part(index: number): Part {
		const part = this.#parts[index];
		if (part === undefined) throw new Error(`The template has no part ${index}.`);
		return part;
	}

	#bytesOf(index: number): Uint8Array {
		const known = this.#bytes[index];
		if (known !== undefined) return known;
		const part = this.#part(index);
		const bytes = part instanceof Uint8Array ? part : this.#once(index, part);
		// Checked in the loop: a template may contain the message a thousand times.
		this.#total += bytes.length;
		if (this.#total > LIMITS.payloadBytes) throw tooLarge();
		this.#bytes[index] = bytes;
		return bytes;
	}

	#lengthOf(index: number): number {
		const part = this.#part(index);
		return staticLength(part) ?? this.#bytesOf(index).length;
	}

	/** The bytes of a part that may depend on others. */
	#once(index: number, part: Exclude<Part, Uint8Array>): Uint8Array {
		if (part.type === 'source') return this.#render(part);
		this.#under ??= new Set();
		if (this.#under.has(index)) throw new CycleError(part);
		this.#under.add(index);
		return this.#render(part);
	}

	#render(part: Exclude<Part, Uint8Array>): Uint8Array {
		let bytes = this.#encode(part, this.#valueOf(part));
		for (const { apply } of part.filters) {
			bytes = apply(bytes);
			// A filter may double its input.
			if (bytes.length > LIMITS.payloadBytes) throw tooLarge();
		}
		return bytes;
	}

	#valueOf(part: Exclude<Part, Uint8Array>): Uint8Array | string {
		if (part.type === 'source') return part.source(this.#context);
		if (part.type === 'checksum') return checksumOf(this.#covered(part.range, part.at), part.kind);
		const length = BigInt(this.#distance(part.range, part.at)) + part.add;
		if (!fits(length, part.form)) throw faulty(part.at, faultWords('templateLengthForm', { length: String(length) }));
		return formatNumber(length, part.form);
	}

	#encode({ at }: Placed, value: Uint8Array | string): Uint8Array {
		if (typeof value !== 'string') return value;
		const encoded = encodeText(value, this.#charset);
		if (!encoded.ok) throw faulty(at, encoded);
		return encoded.bytes;
	}

	#distance({ from, to }: Range, at: number): number {
		// Not from the start of the message: a part outside the range must not have to be known.
		if (from.type === 'part' && to.type === 'part') return this.#lengthsOf(from.part, to.part);
		const [first, last] = this.#places({ from, to }, at);
		return last - first;
	}

	#covered(range: Range, at: number): Uint8Array {
		const { from, to } = range;
		if (from.type === 'part' && to.type === 'part') return this.#join(from.part, to.part);
		const [first, last] = this.#places(range, at);
		const covered = new Uint8Array(last - first);
		let start = 0;
		for (let index = 0; start < last; index++) {
			const end = start + this.#lengthOf(index);
			if (end > first && end > start) {
				const bytes = this.#bytesOf(index).subarray(Math.max(0, first - start), last - start);
				covered.set(bytes, Math.max(0, start - first));
			}
			start = end;
		}
		return covered;
	}

	/** The first byte of a range, and the one after its last. */
	#places({ from, to }: Range, at: number): [number, number] {
		const place = (edge: Range['from']): number => {
			if (edge.type === 'part') return this.#lengthsOf(0, edge.part);
			return edge.byte < 0 ? this.#lengthsOf(0, this.#parts.length) + edge.byte : edge.byte;
		};
		const first = place(from);
		const last = place(to);
		if (first > last) throw faulty(at, faultWords('templateRangeEnds'));
		const total = last > 0 ? this.#upTo(last) : 0;
		if (first < 0 || last > total) throw faulty(at, faultWords('templateRangeBeyond', { total }));
		return [first, last];
	}

	/** Bytes of the message, as far as its parts are needed to reach `wanted`. */
	#upTo(wanted: number): number {
		let total = 0;
		for (let index = 0; index < this.#parts.length && total < wanted; index++) total += this.#lengthOf(index);
		return total;
	}

	#lengthsOf(from: number, to: number): number {
		let length = 0;
		for (let index = from; index < to; index++) length += this.#lengthOf(index);
		return length;
	}

	#join(from: number, to: number): Uint8Array {
		const all: Uint8Array[] = [];
		for (let index = from; index < to; index++) all.push(this.#bytesOf(index));
		return concat(all);
	}
}

/** The length of a part in bytes, where it is the same in every message. */
export function staticLength(part: Part): number | undefined {
	if (part instanceof Uint8Array) return part.length;
	let { length } = part;
	for (const filter of part.filters) length = length === undefined ? undefined : filter.length?.(length);
	return length;
}

/** The length of a number of this form in bytes, where it is fixed; `perCharacter` bytes a character. */
export function formLength(form: NumberForm, perCharacter: number): number | undefined {
	const length = fixedLength(form);
	return length === undefined || form.type === 'binary' ? length : length * perCharacter;
}

function faulty(position: number, said: Said): WirebenchError {
	return faultError(said, { position });
}

function tooLarge(): WirebenchError {
	return messageError('too-large', 'filledTooLarge');
}
