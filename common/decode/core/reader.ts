import { type Charset, decodeText, UTF8 } from '../../payload/index.ts';
import type { Field, FieldValue, Note } from './field.ts';
import { floatAt } from './float.ts';
import { Stop } from './stop.ts';
import { type ByteOrder, uintAt } from './uint.ts';
import type { Wanted } from './wanted.ts';

/** Number of fields of a message that are decoded. */
export const MOST_FIELDS = 20_000;
/** How deep fields are nested. */
export const MOST_DEPTH = 64;

/** The meaning of a value: a table of names, or a function. */
type Meaning<T> = ReadonlyMap<T, string> | ((value: T) => string | undefined);

/** What a field has beside its value. */
export interface About<T = FieldValue> {
	readonly meaning?: Meaning<T>;
	readonly note?: Note;
}

/** Bits of an integer, from the highest to the lowest: a name, how many, and what they mean. */
export type BitField = readonly [name: string, bits: number, meaning?: Meaning<number>];

/** What is made when somebody receives it: a text of several fields. */
type Later<T> = T | (() => T | undefined);

interface Building {
	readonly start: number;
	readonly children: Field[];
	/** What is wanted of it, where values are read instead of fields. */
	readonly wanted: Wanted | undefined;
	value: Later<FieldValue> | undefined;
	meaning: Later<string> | undefined;
	note: Note | undefined;
}

const building = (start: number, children: Field[], wanted: Wanted | undefined): Building => ({
	start,
	children,
	wanted,
	value: undefined,
	meaning: undefined,
	note: undefined,
});

const made = <T extends FieldValue>(later: Later<T> | undefined): T | undefined =>
	typeof later === 'function' ? later() : later;

/** Of all fields that have no more than a value, and of all groups of which values alone are read: made once, not for each. */
const PLAIN = {};
const NO_BYTES = new Uint8Array();

interface Budget {
	fields: number;
	depth: number;
}

/** The range in the message of a range in the bytes that are read. */
type Origin = (start: number, end: number) => Pick<Field, 'start' | 'end'>;

/** So many bits of an integer of at most 32, above the lowest `left`. */
const bitsAt = (value: number, left: number, width: number): number =>
	width === 32 ? value : (value >>> left) & ((1 << width) - 1);

const same: Origin = (start, end) => ({ start, end });

/** A field without children. Written out by what it has: copies of parts cost more than all the rest of it. */
function fieldOf(
	name: string,
	value: FieldValue,
	{ start, end }: Pick<Field, 'start' | 'end'>,
	meaning: string | undefined,
	note: Note | undefined,
): Field {
	if (meaning === undefined)
		return note === undefined ? { name, value, start, end } : { name, value, start, end, note };
	return note === undefined ? { name, value, start, end, meaning } : { name, value, start, end, meaning, note };
}

/**
 * Reads a message from front to back, and records each value that it hands out as a field with its range. Where the input ends
 * early, reading ends the unit with a note; a decoder neither checks lengths nor computes ranges.
 */
export class Reader {
	readonly bytes: Uint8Array;
	#view: DataView | undefined;
	readonly #origin: Origin;
	readonly #budget: Budget;
	/** What is read in place of fields: the values of these. */
	readonly #wanted: Wanted | undefined;
	#open: Building;
	/** The group that was open when this reader was made. */
	readonly #outer: Building;
	#at = 0;
	#end: number;

	/** @param into where the fields go, with the limits that they share; a new message by default */
	private constructor(bytes: Uint8Array, origin: Origin, budget: Budget, open: Building, wanted: Wanted | undefined) {
		this.bytes = bytes;
		this.#origin = origin;
		this.#budget = budget;
		this.#open = open;
		this.#outer = open;
		this.#wanted = wanted;
		this.#end = bytes.length;
	}

	/** A reader of a whole message. With `wanted` it makes no fields: it passes on the values of these. */
	static of(bytes: Uint8Array, wanted?: Wanted): Reader {
		return new Reader(bytes, same, { fields: 0, depth: 0 }, building(0, [], undefined), wanted);
	}

	/** Offset of the next byte. */
	get at(): number {
		return this.#at;
	}

	/** Bytes that are left, up to the end of what is being read. */
	get left(): number {
		return this.#end - this.#at;
	}

	/** The value of the open group so far. */
	get ownValue(): FieldValue | undefined {
		return made(this.#open.value);
	}

	/** The fields so far. */
	get fields(): readonly Field[] {
		return this.#open.children;
	}

	/** The byte `ahead` of the next one, without reading it; undefined behind the end. */
	peek(ahead = 0): number | undefined {
		return ahead < this.left ? this.bytes[this.#at + ahead] : undefined;
	}

	/** The unsigned integer of `length` bytes `ahead` of the next one, without reading it; bytes behind the end are 0. */
	peekUint(length: 1 | 2 | 3 | 4 | 5 | 6, ahead = 0): number {
		return uintAt(this.bytes.subarray(this.#at + ahead, this.#end), 0, length);
	}

	/** An unsigned integer of 1 to 6 bytes. */
	uint(name: string, bytes: 1 | 2 | 3 | 4 | 5 | 6, order: ByteOrder = 'be', about: About<number> = PLAIN): number {
		const start = this.#take(bytes);
		return this.#add(name, uintAt(this.bytes, start, bytes, order), start, about);
	}

	/** An integer of 1 to 4 bytes in two's complement. */
	int(name: string, bytes: 1 | 2 | 4, order: ByteOrder = 'be', about: About<number> = PLAIN): number {
		const start = this.#take(bytes);
		const little = order === 'le';
		const view = this.#viewed();
		const value =
			bytes === 1 ? view.getInt8(start) : bytes === 2 ? view.getInt16(start, little) : view.getInt32(start, little);
		return this.#add(name, value, start, about);
	}

	uint64(name: string, order: ByteOrder = 'be', about: About<bigint> = PLAIN): bigint {
		const start = this.#take(8);
		return this.#add(name, this.#viewed().getBigUint64(start, order === 'le'), start, about);
	}

	int64(name: string, order: ByteOrder = 'be', about: About<bigint> = PLAIN): bigint {
		const start = this.#take(8);
		return this.#add(name, this.#viewed().getBigInt64(start, order === 'le'), start, about);
	}

	/** A number of IEEE 754 in 2, 4 or 8 bytes. */
	float(name: string, bytes: 2 | 4 | 8, order: ByteOrder = 'be', about: About<number> = PLAIN): number {
		const start = this.#take(bytes);
		return this.#add(name, floatAt(this.#viewed(), start, bytes, order), start, about);
	}

	/** An integer in network order whose bits are fields: all have its range. Returns what gives the value of each by its name. */
	bits<const B extends readonly BitField[]>(
		name: string,
		bytes: 1 | 2 | 3 | 4,
		layout: B,
	): (bit: B[number][0]) => number {
		const from = this.#at;
		return this.group(name, () => {
			const start = this.#take(bytes);
			const value = uintAt(this.bytes, start, bytes);
			this.tell(value);
			if (this.#wanted !== undefined && this.#open.wanted === undefined) this.#count(layout.length);
			else {
				let left = bytes * 8;
				for (const [bit, width, meaning] of layout) {
					left -= width;
					this.#add(bit, bitsAt(value, left, width), from, meaning === undefined ? PLAIN : { meaning });
				}
			}
			return (wanted) => {
				let below = bytes * 8;
				for (const [bit, width] of layout) {
					below -= width;
					if (bit === wanted) return bitsAt(value, below, width);
				}
				return 0;
			};
		});
	}

	/** A value that the decoder has made of the next `length` bytes. */
	record<T extends FieldValue>(name: string, length: number, value: T, about: About<T> = PLAIN): T {
		return this.#add(name, value, this.#take(length), about);
	}

	/** A value of bytes that are read already, from `start` to `end`: bits of them. */
	placed<T extends FieldValue>(name: string, start: number, end: number, value: T, about: About<T> = PLAIN): T {
		return this.#add(name, value, start, about, end);
	}

	/** What gives the last field its note later: one that depends on what follows it. A note that it has already stays. */
	noteLater(): (note: Note) => void {
		const { children } = this.#open;
		const at = children.length - 1;
		return (note) => {
			const field = children[at];
			if (field !== undefined) children[at] = { note, ...field };
		};
	}

	/** Bytes as they are. */
	data(name: string, length: number, about: About<Uint8Array> = PLAIN): Uint8Array {
		const start = this.#take(length);
		return this.#add(name, this.bytes.subarray(start, start + length), start, about);
	}

	/** All bytes that are left; no field where there are none. */
	rest(name: string, about: About<Uint8Array> = PLAIN): Uint8Array {
		return this.left === 0 ? NO_BYTES : this.data(name, this.left, about);
	}

	/** Text of so many bytes. */
	text(name: string, length: number, charset: Charset = UTF8, about: About<string> = PLAIN): string {
		const start = this.#take(length);
		const bytes = this.bytes.subarray(start, start + length);
		return this.#add(name, decodeText(bytes, charset), start, about);
	}

	/** The same, for a decoder that needs the text at most for what a group says: it is made where it is asked for. */
	textLater(name: string, length: number, charset: Charset = UTF8): () => string {
		const start = this.#take(length);
		const text = () => decodeText(this.bytes.subarray(start, start + length), charset);
		if (this.#receives(name)) this.#add(name, text(), start, PLAIN);
		else this.#count();
		return text;
	}

	/** Skips bytes without a field. */
	skip(length: number): void {
		this.#take(length);
	}

	/** A field that has fields. */
	group<T>(name: string, body: () => T, protocol?: string): T {
		return this.#group(name, this.#at, body, protocol);
	}

	/** A field that has fields, the first of which begins in bytes that are read already. */
	placedGroup<T>(name: string, start: number, body: () => T): T {
		return this.#group(name, start, body);
	}

	#group<T>(name: string, from: number, body: () => T, protocol?: string): T {
		this.#count();
		const around = this.#open;
		const open =
			this.#wanted === undefined
				? building(from, [], undefined)
				: building(from, around.children, this.#wantedOf(name, protocol));
		this.#open = open;
		this.#budget.depth++;
		try {
			if (this.#budget.depth > MOST_DEPTH) throw new Stop({ code: 'limit' });
			return body();
		} catch (error) {
			// A group that has a note of its own keeps it: the one around it says why the unit ends.
			if (error instanceof Stop && !error.noted && open.note === undefined) {
				open.note = error.note;
				error.noted = true;
			}
			throw error;
		} finally {
			this.#budget.depth--;
			this.#open = around;
			if (this.#wanted === undefined) around.children.push(this.#field(name, open, protocol));
			else open.wanted?.take?.(made(open.value), made(open.meaning));
		}
	}

	#wantedOf(name: string, protocol: string | undefined): Wanted | undefined {
		// Names begin again at a unit.
		if (protocol !== undefined) return this.#wanted?.fields.get(protocol);
		return this.#open.wanted?.fields.get(name);
	}

	#field(name: string, open: Building, protocol: string | undefined): Field {
		const { start, children, note } = open;
		const value = made(open.value);
		const meaning = made(open.meaning);
		return {
			name,
			...(value === undefined ? {} : { value }),
			...(meaning === undefined ? {} : { meaning }),
			...(note === undefined ? {} : { note }),
			...this.#origin(start, this.#at),
			...(children.length === 0 ? {} : { children }),
			...(protocol === undefined ? {} : { protocol }),
		};
	}

	/** A unit of another protocol in this one: `body` is its decoder. */
	unit(protocol: string, body: () => void): void {
		this.group(protocol, body, protocol);
	}

	/**
	 * The value and the meaning of the group that is open. A text that is made of others is passed as a function, which is called at most
	 * once, at the end of the group.
	 */
	tell(value?: Later<FieldValue>, meaning?: Later<string>): void {
		if (value !== undefined) this.#open.value = value;
		if (meaning !== undefined) this.#open.meaning = meaning;
	}

	/** A note at the group that is open; decoding goes on. */
	note(note: Note): void {
		this.#open.note ??= note;
	}

	/** Ends the unit, with a note at the group that is open. */
	fail(note: Note): never {
		throw new Stop(note);
	}

	/**
	 * Reads within the next `length` bytes, and goes on behind them. What `body` leaves is a field `rest` with a note. Where the
	 * input has fewer, the unit ends behind them.
	 */
	within<T>(length: number, body: () => T): T {
		const end = this.#end;
		const inner = this.#at + length;
		this.#end = Math.min(end, inner);
		try {
			const result = body();
			this.rest('rest', { note: { code: 'rest' } });
			if (inner > end) throw new Stop({ code: 'short', missing: inner - end });
			return result;
		} catch (error) {
			if (error instanceof Stop && !error.noted && error.note.code === 'short' && inner > end)
				throw new Stop({ code: 'short', missing: inner - end });
			throw error;
		} finally {
			this.#end = end;
		}
	}

	/** Reads from another place of the message, up to its end, and goes on here. Returns where that ended. */
	elsewhere(at: number, body: () => void): number {
		if (at > this.bytes.length) throw new Stop({ code: 'short', missing: at - this.bytes.length });
		const [here, end] = [this.#at, this.#end];
		this.#at = at;
		this.#end = this.bytes.length;
		try {
			body();
			return this.#at;
		} finally {
			this.#at = here;
			this.#end = end;
		}
	}

	/**
	 * Reads bytes that were made of others of the message: unmasked, decompressed, put together. Their fields become those of the
	 * open group, which goes on when they end early. @param at where they begin here, byte for byte; left out, each field has the
	 * range of what the open group has read.
	 */
	derived(bytes: Uint8Array, body: (reader: Reader) => void, at?: number): void {
		// A group that was open before has its start in other bytes than these.
		const whole = this.#origin(this.#open === this.#outer ? 0 : this.#open.start, this.#at);
		const origin: Origin = at === undefined ? () => whole : (start, end) => this.#origin(at + start, at + end);
		try {
			body(new Reader(bytes, origin, this.#budget, this.#open, this.#wanted));
		} catch (error) {
			if (!(error instanceof Stop)) throw error;
			if (!error.noted) this.note(error.note);
		}
	}

	#take(length: number): number {
		const missing = length - this.left;
		if (missing > 0) throw new Stop({ code: 'short', missing });
		const start = this.#at;
		this.#at += length;
		return start;
	}

	#add<T extends FieldValue>(name: string, value: T, start: number, { meaning, note }: About<T>, end = this.#at): T {
		this.#count();
		const take = this.#open.wanted?.fields.get(name)?.take;
		if (this.#wanted !== undefined && take === undefined) return value;
		const means = typeof meaning === 'function' ? meaning(value) : meaning?.get(value);
		if (take !== undefined) {
			take(value, means);
			return value;
		}
		this.#open.children.push(fieldOf(name, value, this.#origin(start, end), means, note));
		return value;
	}

	/** Whether a field of this name in the open group is made, or its value passed on. */
	#receives(name: string): boolean {
		return this.#wanted === undefined || this.#open.wanted?.fields.get(name)?.take !== undefined;
	}

	#viewed(): DataView {
		const { buffer, byteOffset, byteLength } = this.bytes;
		this.#view ??= new DataView(buffer, byteOffset, byteLength);
		return this.#view;
	}

	#count(fields = 1): void {
		this.#budget.fields += fields;
		if (this.#budget.fields > MOST_FIELDS) throw new Stop({ code: 'limit' });
	}
}
