import type { Note } from '../../decode/core/field.ts';
import { floatAt } from '../../decode/core/float.ts';
import type { Reader } from '../../decode/core/reader.ts';
import { uintAt } from '../../decode/core/uint.ts';
import { charsetNamed, decodeText, toHex } from '../../payload/index.ts';
import { encodeText } from '../../payload/text.ts';
import type { Value } from '../expression/ast.ts';
import { evaluate, isTrue, NoValue, sizeOf } from '../expression/evaluate.ts';
import { type Node, type Scope, structNode } from '../expression/node.ts';
import type {
	ArrayBody,
	Body,
	BytesBody,
	ChecksumBody,
	Extent,
	FloatBody,
	Formula,
	IntegerBody,
	Layout,
	PaddingBody,
	Part,
	Program,
	StructBody,
	SwitchBody,
	TextBody,
	ValueBody,
} from '../program/program.ts';
import { checksumOver, rangeOf } from './checksum.ts';
import { chosenCase } from './choose.ts';
import { findEnd, unitOf, unpadded } from './find.ts';
import { fieldValue, hasMeaning, integerMeaning, scaled } from './number.ts';
import { TooMuch, Work } from './work.ts';

/** Of fields that have no more than a value: made once, not for each. */
const PLAIN = {};

/** The structure around a field, and what is done with the node of the field before it is read. */
interface Around {
	readonly struct: Node;
	readonly index: number;
	place(node: Node): void;
}

/** Reads one message of a structure from a reader, as fields and as nodes. */
export class MessageReader {
	/** The message's own fields, as far as they are read. */
	readonly root: Node & { readonly members: Map<string, Node> };
	/** Bits that are evidence of the structure: constants and checksums that are right. */
	evidence = 0;
	readonly #program: Program;
	readonly #reader: Reader;
	readonly #base: number;
	readonly #work: Work;
	/** Bits of the byte before the next one that are read; 0: all. */
	#bit = 0;
	/** Behind the last byte that a field has. */
	#furthest: number;
	/** Comparisons that need the whole message. */
	readonly #late: (() => void)[] = [];

	constructor(program: Program, reader: Reader) {
		this.#program = program;
		this.#reader = reader;
		this.#base = reader.at;
		this.#furthest = reader.at;
		this.#work = new Work(() => this.#furthest - this.#base + reader.at - this.#base);
		this.root = structNode(undefined, 0);
	}

	/** Reads the message. As of any decoder, what it throws is caught by the reader around it. */
	read(): void {
		try {
			this.#layout(this.#program.layout, this.root);
			this.#align();
			this.#furthest = Math.max(this.#furthest, this.#reader.at);
			this.#reader.skip(this.#furthest - this.#reader.at);
			this.root.end = this.#position;
			for (const check of this.#late) check();
		} catch (error) {
			if (error instanceof TooMuch) this.#reader.fail({ code: 'limit' });
			throw error;
		}
	}

	get #position(): number {
		return this.#reader.at - this.#base;
	}

	#scope({ struct, index }: Pick<Around, 'struct' | 'index'>, item?: Node): Scope {
		return {
			struct,
			item,
			position: this.#position,
			remaining: this.#reader.left,
			length: this.#reader.bytes.length - this.#base,
			index,
			enums: this.#program.enums,
			charge: (work) => this.#work.charge(work),
		};
	}

	/** What a formula says here. Where it says nothing, the field cannot be read. */
	#evaluated<T>(
		formula: Formula,
		around: Pick<Around, 'struct' | 'index'>,
		read: (expression: Formula['expression'], scope: Scope) => T,
		item?: Node,
	): T {
		try {
			return read(formula.expression, this.#scope(around, item));
		} catch (error) {
			if (error instanceof NoValue) this.#reader.fail({ code: 'unexpected', expected: formula.text });
			throw error;
		}
	}

	#layout({ parts }: Layout, struct: Node & { readonly members: Map<string, Node> }): void {
		for (const part of parts) {
			const place = (node: Node) => {
				if (!part.isUnnamed) struct.members.set(part.name, node);
			};
			this.#part(part, part.name, { struct, index: 0, place });
		}
	}

	#part(part: Part, name: string, around: Around): void {
		this.#work.charge(1);
		if (part.if !== undefined && !isTrue(this.#evaluated(part.if, around, evaluate))) return;
		if (part.at === undefined) this.#body(part.body, name, around);
		else {
			this.#align();
			const at = this.#base + this.#evaluated(part.at, around, sizeOf);
			const end = this.#reader.elsewhere(at, () => {
				this.#body(part.body, name, around);
				this.#align();
			});
			this.#furthest = Math.max(this.#furthest, end);
		}
	}

	#body(body: Body, name: string, around: Around): void {
		switch (body.kind) {
			case 'integer':
				this.#integer(body, name, around);
				break;
			case 'switch':
				this.#switch(body, name, around);
				break;
			case 'struct':
				this.#struct(body, name, around);
				break;
			case 'array':
				this.#array(body, name, around);
				break;
			case 'value':
				this.#value(body, name, around);
				break;
			default:
				this.#align();
				this.#aligned(body, name, around);
		}
	}

	#aligned(body: FloatBody | TextBody | BytesBody | ChecksumBody | PaddingBody, name: string, around: Around): void {
		switch (body.kind) {
			case 'float':
				this.#float(body, name, around);
				break;
			case 'text':
				this.#text(body, name, around);
				break;
			case 'bytes':
				this.#bytes(body, name, around);
				break;
			case 'checksum':
				this.#checksum(body, name, around);
				break;
			case 'padding':
				this.#padding(body, name, around);
				break;
		}
	}

	/** Goes on at a whole byte. The bits that are left have to be 0. */
	#align(): void {
		if (this.#bit === 0) return;
		const last = this.#reader.bytes[this.#reader.at - 1] ?? 0;
		const left = this.#program.bits === 'high' ? last & ((1 << (8 - this.#bit)) - 1) : last >> this.#bit;
		if (left !== 0) this.#reader.note({ code: 'unexpected', expected: '0' });
		this.#bit = 0;
	}

	/** A node of bytes that are read already. */
	#node(around: Around, start: number, value: Value): Node {
		const node: Node = { value, start: start - this.#base, end: this.#position, around: around.struct };
		around.place(node);
		return node;
	}

	#integer(body: IntegerBody, name: string, around: Around): void {
		const reader = this.#reader;
		const start = this.#bit === 0 ? reader.at : reader.at - 1;
		const unsigned = this.#raw(body);
		const raw = body.isSigned ? BigInt.asIntN(body.bits, unsigned) : unsigned;
		const value: Value = body.scale === undefined ? raw : scaled(Number(raw), body.scale);
		const node: Node = {
			value,
			raw,
			start: start - this.#base,
			end: this.#position,
			around: around.struct,
			flags: body.flags,
		};
		around.place(node);
		const note = this.#compared(body, raw);
		const shown = fieldValue(value);
		if (body.flags === undefined) {
			const meaning = hasMeaning(body) ? () => integerMeaning(raw, value, body) : undefined;
			const about = meaning === undefined ? PLAIN : { meaning };
			reader.placed(name, start, reader.at, shown, note === undefined ? about : { ...about, note });
		} else this.#flags(body.flags, raw, name, start, note);
		if (body.compute !== undefined) this.#compareLater(body.compute, node, around);
	}

	#compared({ only, bits }: IntegerBody, raw: bigint): Note | undefined {
		if (only === undefined) return undefined;
		if (raw !== only) return { code: 'unexpected', expected: String(only) };
		this.evidence += bits;
		return undefined;
	}

	#flags(flags: ReadonlyMap<string, number>, raw: bigint, name: string, start: number, note: Note | undefined): void {
		const reader = this.#reader;
		const isSet = (bit: number) => ((raw >> BigInt(bit)) & 1n) === 1n;
		const set = [...flags].filter(([, bit]) => isSet(bit)).map(([flag]) => flag);
		reader.placedGroup(name, start, () => {
			reader.tell(fieldValue(raw), set.join(', '));
			if (note !== undefined) reader.note(note);
			for (const [flag, bit] of flags) reader.placed(flag, start, reader.at, isSet(bit));
		});
	}

	/** The bits of an integer, as an unsigned one. */
	#raw({ bits, order }: IntegerBody): bigint {
		const reader = this.#reader;
		if (this.#bit === 0 && bits % 8 === 0) {
			const bytes = bits / 8;
			const start = reader.at;
			reader.skip(bytes);
			if (bytes <= 6) return BigInt(uintAt(reader.bytes, start, bytes, order));
			const [high, low] = order === 'be' ? [start, start + bytes - 4] : [start + 4, start];
			return (
				(BigInt(uintAt(reader.bytes, high, bytes - 4, order)) << 32n) | BigInt(uintAt(reader.bytes, low, 4, order))
			);
		}
		const left = this.#bit === 0 ? 0 : 8 - this.#bit;
		const first = this.#bit === 0 ? reader.at : reader.at - 1;
		reader.skip(Math.ceil(Math.max(0, bits - left) / 8));
		const from = this.#bit;
		let value = 0n;
		const length = reader.at - first;
		for (let i = 0; i < length; i++) {
			const byte = BigInt(reader.bytes[first + i] ?? 0);
			value = this.#program.bits === 'high' ? (value << 8n) | byte : value | (byte << BigInt(8 * i));
		}
		this.#bit = (from + bits) % 8;
		const shift = this.#program.bits === 'high' ? length * 8 - from - bits : from;
		return BigInt.asUintN(bits, value >> BigInt(shift));
	}

	#compareLater(compute: Formula, node: Node, around: Around): void {
		const note = this.#reader.noteLater();
		const scope = this.#scope(around);
		this.#late.push(() => {
			let expected: Value | undefined;
			try {
				expected = evaluate(compute.expression, scope);
			} catch (error) {
				if (!(error instanceof NoValue)) throw error;
			}
			// biome-ignore lint/suspicious/noDoubleEquals: an integer and a number of the same value are equal.
			if (expected !== undefined && node.value != expected) note({ code: 'unexpected', expected: String(expected) });
		});
	}

	#float({ bytes, order, scale, unit }: FloatBody, name: string, around: Around): void {
		const reader = this.#reader;
		const start = reader.at;
		reader.skip(bytes);
		const view = new DataView(reader.bytes.buffer, reader.bytes.byteOffset + start, bytes);
		const raw = floatAt(view, 0, bytes, order);
		const value = scale === undefined ? raw : scaled(raw, scale);
		reader.placed(name, start, reader.at, value, unit === '' ? {} : { meaning: () => `${value} ${unit}` });
		this.#node(around, start, value);
	}

	/** The bytes of a field with its terminator, and those of its value. */
	#extent({ length, terminator }: Extent, around: Around, unit: number, pad: number | undefined) {
		const reader = this.#reader;
		const whole = length === undefined ? reader.left : this.#evaluated(length, around, sizeOf);
		if (whole > reader.left) reader.fail({ code: 'short', missing: whole - reader.left });
		const bytes = reader.bytes.subarray(reader.at, reader.at + whole);
		const end = terminator === undefined ? -1 : findEnd(bytes, terminator, unit);
		if (terminator !== undefined) this.#work.scan(end === -1 ? whole : end);
		if (terminator === undefined)
			return { length: whole, bytes: pad === undefined ? bytes : unpadded(bytes, pad, unit) };
		if (length === undefined) {
			if (end === -1) reader.fail({ code: 'short', missing: terminator.length });
			return { length: end + terminator.length, bytes: bytes.subarray(0, end) };
		}
		const filled = end === -1 ? [] : bytes.subarray(end + terminator.length);
		const isFilled = filled.every((byte) => byte === (pad ?? 0));
		const note: Note | undefined = isFilled ? undefined : { code: 'unexpected', expected: String(pad ?? 0) };
		return {
			length: whole,
			bytes: end === -1 ? bytes : bytes.subarray(0, end),
			...(note === undefined ? {} : { note }),
		};
	}

	#text(body: TextBody, name: string, around: Around): void {
		const start = this.#reader.at;
		const { length, bytes, note } = this.#extent(body, around, unitOf(body.charset), body.pad);
		const charset = charsetNamed(body.charset);
		const text = decodeText(bytes, charset);
		this.#reader.record(name, length, text, this.#textNote(body, text, bytes, note));
		this.#furthest = Math.max(this.#furthest, this.#reader.at);
		this.#work.scan(length);
		this.#node(around, start, text);
	}

	#textNote({ only, charset }: TextBody, text: string, bytes: Uint8Array, note: Note | undefined): { note?: Note } {
		if (only !== undefined && text !== only) return { note: { code: 'unexpected', expected: only } };
		if (only !== undefined) this.evidence += 8 * bytes.length;
		if (note !== undefined) return { note };
		const written = encodeText(text, charsetNamed(charset));
		const isSame =
			written.ok && written.bytes.length === bytes.length && written.bytes.every((byte, at) => byte === bytes[at]);
		return isSame ? {} : { note: { code: 'unreadable' } };
	}

	#bytes(body: BytesBody, name: string, around: Around): void {
		const start = this.#reader.at;
		const { length, bytes, note } = this.#extent(body, around, 1, undefined);
		const { only } = body;
		const isOther = only !== undefined && toHex(only) !== toHex(bytes.subarray(0, only.length + 1));
		if (only !== undefined && !isOther) this.evidence += 8 * only.length;
		const wrong: Note | undefined = isOther ? { code: 'unexpected', expected: toHex(only) } : note;
		this.#reader.record(name, length, bytes, wrong === undefined ? PLAIN : { note: wrong });
		this.#node(around, start, bytes);
	}

	#checksum({ algorithm, bytes, order, from, to }: ChecksumBody, name: string, around: Around): void {
		const reader = this.#reader;
		const start = reader.at;
		reader.skip(bytes);
		const written = uintAt(reader.bytes, start, bytes, order);
		const shown = (sum: number) => `0x${sum.toString(16).padStart(2 * bytes, '0')}`;
		reader.placed(name, start, reader.at, written, {
			meaning: () => shown(written),
		});
		const node = this.#node(around, start, BigInt(written));
		const note = reader.noteLater();
		this.#late.push(() => {
			const range = rangeOf(around.struct, node, from, to);
			if (range === undefined) return;
			this.#work.scan(range.end - range.start);
			const expected = checksumOver(reader.bytes.subarray(this.#base), range, node, algorithm);
			if (expected === written) this.evidence += 8 * bytes;
			else note({ code: 'checksum', expected: shown(expected) });
		});
	}

	#padding({ length, align = 1, fill }: PaddingBody, name: string, around: Around): void {
		const reader = this.#reader;
		const start = reader.at;
		const count =
			length === undefined ? (align - (this.#position % align)) % align : this.#evaluated(length, around, sizeOf);
		if (count > 0) {
			const bytes = reader.bytes.subarray(start, start + Math.min(count, reader.left));
			const isFilled = bytes.every((byte) => byte === fill);
			reader.data(name, count, isFilled ? {} : { note: { code: 'unexpected', expected: String(fill) } });
		}
		this.#node(around, start, reader.bytes.subarray(start, reader.at));
	}

	#value({ value: formula, names, unit }: ValueBody, name: string, around: Around): void {
		const value = this.#evaluated(formula, around, evaluate);
		const means =
			(typeof value === 'bigint' ? names?.get(value) : undefined) ?? (unit === '' ? undefined : `${value} ${unit}`);
		this.#reader.record(name, 0, fieldValue(value), means === undefined ? {} : { meaning: () => means });
		this.#node(around, this.#reader.at, value);
	}

	#struct({ layout, length }: StructBody, name: string, around: Around): void {
		if (length !== undefined) this.#align();
		const size = length === undefined ? undefined : this.#evaluated(length, around, sizeOf);
		const start = this.#bit === 0 ? this.#reader.at : this.#reader.at - 1;
		const node = structNode(around.struct, start - this.#base);
		around.place(node);
		this.#reader.placedGroup(name, start, () =>
			this.#sized(size, () => {
				this.#layout(layout, node);
			}),
		);
		node.end = this.#position;
	}

	/** Reads within so many bytes, to a whole one. */
	#sized(size: number | undefined, body: () => void): void {
		if (size === undefined) body();
		else
			this.#reader.within(size, () => {
				body();
				this.#align();
			});
	}

	#array(body: ArrayBody, name: string, around: Around): void {
		const reader = this.#reader;
		if (body.length !== undefined) this.#align();
		const count = body.count === undefined ? undefined : this.#evaluated(body.count, around, sizeOf);
		const size = body.length === undefined ? undefined : this.#evaluated(body.length, around, sizeOf);
		const start = this.#bit === 0 ? reader.at : reader.at - 1;
		const items: Node[] = [];
		const node: Node = { value: undefined, start: start - this.#base, end: undefined, items, around: around.struct };
		around.place(node);
		reader.placedGroup(name, start, () => {
			this.#sized(size, () => {
				const isOver = (): boolean => {
					const last = items.at(-1);
					if (count !== undefined) return items.length >= count;
					if (body.until === undefined) return !this.#hasMore(body.item.body);
					if (last === undefined) return false;
					const atLast = { struct: around.struct, index: items.length - 1 };
					return isTrue(this.#evaluated(body.until, atLast, evaluate, last));
				};
				while (!isOver()) {
					const index = items.length;
					const [at, bit] = [reader.at, this.#bit];
					const inArray = { struct: around.struct, index, place: (item: Node) => void items.push(item) };
					this.#part(body.item, String(index), inArray);
					// Nothing more is read, however often.
					if (count === undefined && reader.at === at && this.#bit === bit) break;
					if (items.length === index)
						items.push({ value: false, start: this.#position, end: this.#position, around: around.struct });
				}
			});
			reader.tell(`[${items.length}]`);
		});
		node.end = this.#position;
	}

	/** Whether another element can be here: fewer bits than one has only fill the last byte. */
	#hasMore(body: Body): boolean {
		const bits = 8 * this.#reader.left + (this.#bit === 0 ? 0 : 8 - this.#bit);
		return bits > 0 && !(body.kind === 'integer' && bits < body.bits && bits < 8);
	}

	#switch({ on, cases, otherwise }: SwitchBody, name: string, around: Around): void {
		const value = this.#evaluated(on, around, evaluate);
		const part = chosenCase(value, cases, otherwise);
		if (part !== undefined) this.#part(part, part.isUnnamed ? name : part.name, around);
	}
}
