import { floatAt } from '../../decode/core/float.ts';
import { nearest } from '../../words/near.ts';
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
import { type Said, saidFault } from '../sentences/said.ts';
import { BitBuffer, type BitPlace, TooLarge } from './bit-buffer.ts';
import { checksumOver, rangeOf } from './checksum.ts';
import { chosenCase } from './choose.ts';
import { scaled } from './number.ts';
import type { FieldData } from './values.ts';
import { type Written, writtenBytes, writtenFloat, writtenInteger, writtenText } from './written-value.ts';

/** A value that is wrong, or missing. */
export interface ValueFault extends Said {
	/** Its place among the values, as `items[2].kind`. */
	readonly field: string;
}

/** How deep values nest. */
const MOST_DEPTH = 64;
/** Steps of expressions. */
const MOST_WORK = 20_000_000;

interface Around {
	readonly struct: Node;
	readonly index: number;
	/** Structures and arrays around it. */
	readonly depth: number;
	place(node: Node): void;
}

/** A field whose value depends on what is written behind it. Returns false while it is not known yet. */
type Late = () => boolean;

/** Writes one message of a structure from the values of its fields. */
export class MessageWriter {
	readonly root: Node & { readonly members: Map<string, Node> };
	readonly faults: ValueFault[] = [];
	readonly #program: Program;
	readonly #out: BitBuffer;
	/** Computed values, then checksums, which are over them. */
	#late: Late[] = [];
	readonly #checksums: (() => void)[] = [];
	/** Fields that are elsewhere: written behind all others. */
	readonly #elsewhere: (() => void)[] = [];
	#isWhole = false;
	#work = 0;

	constructor(program: Program) {
		this.#program = program;
		this.#out = new BitBuffer(program.bits);
		this.root = structNode(undefined, 0);
	}

	/** The bytes; where there are faults, they are not to be used. */
	write(data: FieldData): Uint8Array<ArrayBuffer> {
		try {
			this.#layout(this.#program.layout, this.root, data, '', 0);
			for (let next = this.#elsewhere.shift(); next !== undefined; next = this.#elsewhere.shift()) next();
			this.#out.align();
			this.root.end = this.#out.length;
			this.#isWhole = true;
			this.#finish();
		} catch (error) {
			if (!(error instanceof TooLarge)) throw error;
			this.#fault('', saidFault('valueLarge', { most: this.#out.length }));
		}
		return this.#out.whole();
	}

	#finish(): void {
		for (let before = -1; this.#late.length !== before; ) {
			before = this.#late.length;
			this.#late = this.#late.filter((late) => !late());
		}
		for (const checksum of this.#checksums) checksum();
		for (const late of this.#late) late();
	}

	#fault(field: string, said: Said): void {
		this.faults.push({ field, ...said });
	}

	#scope({ struct, index }: Around): Scope {
		const isWhole = () => this.#isWhole;
		const out = this.#out;
		return {
			struct,
			position: this.#out.end,
			remaining: undefined,
			get length() {
				return isWhole() ? out.length : undefined;
			},
			index,
			enums: this.#program.enums,
			charge: (work) => {
				this.#work += work;
				if (this.#work > MOST_WORK) throw new TooLarge();
			},
		};
	}

	/** What a formula says here; undefined where that is not known. */
	#known<T>(
		formula: Formula | undefined,
		around: Around,
		read: (expression: Formula['expression'], scope: Scope) => T,
	): T | undefined {
		if (formula === undefined) return undefined;
		try {
			return read(formula.expression, this.#scope(around));
		} catch (error) {
			if (!(error instanceof NoValue)) throw error;
			return undefined;
		}
	}

	/** The value, or undefined with its fault. */
	#right<T>(written: Written<T>, field: string): T | undefined {
		if (written.ok) return written.value;
		this.#fault(field, written.said);
		return undefined;
	}

	#layout(
		{ parts }: Layout,
		struct: Node & { readonly members: Map<string, Node> },
		data: FieldData,
		path: string,
		depth: number,
	): void {
		const values = valuesIn(data);
		if (values === undefined) {
			this.#fault(path, saidFault('valueNotGroup', { field: path }));
			return;
		}
		const names = new Set(parts.filter(({ isUnnamed }) => !isUnnamed).map(({ name }) => name));
		for (const name of values.keys()) {
			if (names.has(name)) continue;
			const near = nearest(name, [...names]);
			const field = within(path, name);
			this.#fault(field, saidFault('valueNoField', { field: near === undefined ? field : `${field} (${near}?)` }));
		}
		const written = new Set<string>();
		for (const part of parts) {
			const place = (node: Node) => {
				written.add(part.name);
				if (!part.isUnnamed) struct.members.set(part.name, node);
			};
			const value = part.isUnnamed ? undefined : values.get(part.name);
			this.#part(part, within(path, part.name), value, { struct, index: 0, depth, place });
		}
	}

	#part(part: Part, path: string, data: FieldData | undefined, around: Around): void {
		if (part.if !== undefined) {
			const holds = this.#known(part.if, around, evaluate);
			if (holds === undefined ? data === undefined : !isTrue(holds)) return;
		}
		if (part.at === undefined) {
			this.#body(part.body, path, data, around);
			return;
		}
		const { at: formula } = part;
		this.#elsewhere.push(() => {
			this.#out.align();
			this.#out.seek(this.#known(formula, around, sizeOf) ?? this.#out.length);
			this.#body(part.body, path, data, around);
			this.#out.align();
		});
	}

	#body(body: Body, path: string, data: FieldData | undefined, around: Around): void {
		if (around.depth > MOST_DEPTH) {
			this.#fault(path, saidFault('structureDeep', { most: MOST_DEPTH }));
			return;
		}
		switch (body.kind) {
			case 'integer':
				this.#integer(body, path, data, around);
				break;
			case 'switch':
				this.#switch(body, path, data, around);
				break;
			case 'value':
				this.#value(body, path, around);
				break;
			case 'struct':
				this.#struct(body, path, data, around);
				break;
			case 'array':
				this.#array(body, path, data, around);
				break;
			default:
				this.#out.align();
				this.#aligned(body, path, data, around);
		}
	}

	#aligned(
		body: FloatBody | TextBody | BytesBody | ChecksumBody | PaddingBody,
		path: string,
		data: FieldData | undefined,
		around: Around,
	): void {
		switch (body.kind) {
			case 'float':
				this.#float(body, path, data, around);
				break;
			case 'text':
				this.#text(body, path, data, around);
				break;
			case 'bytes':
				this.#bytes(body, path, data, around);
				break;
			case 'checksum':
				this.#checksum(body, path, around);
				break;
			case 'padding':
				this.#padding(body, path, around);
				break;
		}
	}

	/** A node of what was written from `start` on. */
	#node(around: Around, start: number, value: Value | undefined, more: Pick<Node, 'raw' | 'flags'> = {}): Node {
		const node: Node = { value, start, end: this.#out.end, around: around.struct, ...more };
		around.place(node);
		return node;
	}

	#integer(body: IntegerBody, path: string, data: FieldData | undefined, around: Around): void {
		const start = this.#out.position;
		const given = body.compute === undefined ? this.#given(body, path, data) : undefined;
		const scope = this.#scope(around);
		const place = this.#out.integer(given ?? 0n, body.bits, body.order);
		const node = this.#node(around, start, given === undefined ? undefined : shownInteger(given, body), {
			raw: given,
			flags: body.flags,
		});
		const { compute } = body;
		if (compute !== undefined)
			this.#late.push(() => this.#compute({ ...body, compute }, place, node, path, data, scope));
	}

	#given(body: IntegerBody, path: string, data: FieldData | undefined): bigint | undefined {
		const { only, fallback } = body;
		if (data === undefined) {
			if (only === undefined && fallback === undefined) this.#fault(path, saidFault('valueMissing', { field: path }));
			return only ?? fallback;
		}
		const value = this.#right(writtenInteger(data, path, body), path);
		if (value !== undefined && only !== undefined && value !== only)
			this.#fault(path, saidFault('valueOnly', { field: path, expected: String(only) }));
		return value;
	}

	/** Writes what an integer is computed to. */
	#compute(
		body: IntegerBody & { readonly compute: NonNullable<IntegerBody['compute']> },
		place: BitPlace,
		node: Node,
		path: string,
		data: FieldData | undefined,
		scope: Scope,
	): boolean {
		const raw = this.#computed(body, path, data, scope);
		if (raw === 'later') return false;
		if (raw !== undefined) {
			this.#out.patch(place, raw);
			node.raw = raw;
			node.value = shownInteger(raw, body);
		}
		return true;
	}

	#computed(
		body: IntegerBody & { readonly compute: NonNullable<IntegerBody['compute']> },
		path: string,
		data: FieldData | undefined,
		scope: Scope,
	): bigint | undefined | 'later' {
		const { compute } = body;
		let value: Value;
		try {
			value = evaluate(compute.expression, scope);
		} catch (error) {
			if (!(error instanceof NoValue)) throw error;
			if (error.isPending) return 'later';
			// What it is the size of is not there: it is a value like any other.
			if (compute.isInferred === true) return this.faults.length > 0 ? undefined : this.#given(body, path, data);
			this.#fault(path, saidFault('valueNotComputed', { field: path, expression: compute.text }));
			return undefined;
		}
		return this.#right(writtenInteger(value, path, body), path);
	}

	#float(body: FloatBody, path: string, data: FieldData | undefined, around: Around): void {
		const { bytes, order, scale, fallback } = body;
		const start = this.#out.position;
		const given = data ?? fallback;
		if (given === undefined) this.#fault(path, saidFault('valueMissing', { field: path }));
		const raw = given === undefined ? 0 : (this.#right(writtenFloat(given, path, body), path) ?? 0);
		const view = new DataView(new ArrayBuffer(bytes));
		const little = order === 'le';
		if (bytes === 2) view.setUint16(0, float16Bits(raw), little);
		else if (bytes === 4) view.setFloat32(0, raw, little);
		else view.setFloat64(0, raw, little);
		this.#out.bytes(new Uint8Array(view.buffer));
		const exact = floatAt(view, 0, bytes, order);
		this.#node(around, start, scale === undefined ? exact : scaled(exact, scale));
	}

	#text(body: TextBody, path: string, data: FieldData | undefined, around: Around): void {
		const start = this.#out.position;
		const given = data ?? body.only ?? body.fallback;
		if (given === undefined) {
			this.#fault(path, saidFault('valueMissing', { field: path }));
			return;
		}
		const bytes = this.#right(writtenText(given, path, body), path);
		if (bytes === undefined) return;
		if (body.only !== undefined && given !== body.only)
			this.#fault(path, saidFault('valueOnly', { field: path, expected: body.only }));
		this.#extent(body, bytes, path, around, body.pad);
		this.#node(around, start, String(given));
	}

	#bytes(body: BytesBody, path: string, data: FieldData | undefined, around: Around): void {
		const start = this.#out.position;
		const given = data ?? body.only ?? body.fallback;
		if (given === undefined) {
			this.#fault(path, saidFault('valueMissing', { field: path }));
			return;
		}
		const bytes = this.#right(writtenBytes(given, path), path);
		if (bytes === undefined) return;
		this.#extent(body, bytes, path, around, undefined);
		this.#node(around, start, bytes);
	}

	/** Writes the bytes of a value with what ends them. */
	#extent(
		{ length, terminator }: Extent,
		bytes: Uint8Array,
		path: string,
		around: Around,
		pad: number | undefined,
	): void {
		const size = this.#known(length, around, sizeOf);
		const start = this.#out.end;
		this.#out.bytes(bytes);
		// A text that fills its length needs no terminator.
		if (terminator !== undefined && (size === undefined || bytes.length < size)) this.#out.bytes(terminator);
		const written = this.#out.end - start;
		if (size === undefined || written === size) return;
		if (written < size && (pad !== undefined || terminator !== undefined)) this.#out.fill(size - written, pad ?? 0);
		else this.#fault(path, saidFault('valueSize', { field: path, bytes: written, expected: size }));
	}

	#checksum(body: ChecksumBody, path: string, around: Around): void {
		const start = this.#out.position;
		const place = this.#out.integer(0n, 8 * body.bytes, body.order);
		const node = this.#node(around, start, undefined);
		this.#checksums.push(() => {
			const range = rangeOf(around.struct, node, body.from, body.to);
			if (range === undefined) {
				const expression = [body.from, body.to].filter((name) => name !== undefined).join('..');
				this.#fault(path, saidFault('valueNotComputed', { field: path, expression }));
				return;
			}
			const value = BigInt(checksumOver(this.#out.whole(), range, node, body.algorithm));
			this.#out.patch(place, value);
			node.value = value;
		});
	}

	#padding({ length, align = 1, fill }: PaddingBody, path: string, around: Around): void {
		const start = this.#out.end;
		const count = length === undefined ? (align - (start % align)) % align : this.#known(length, around, sizeOf);
		if (count === undefined) {
			this.#fault(path, saidFault('valueNotComputed', { field: path, expression: length?.text ?? '' }));
			return;
		}
		this.#out.fill(count, fill);
		this.#node(around, start, new Uint8Array(count).fill(fill));
	}

	#value({ value: formula }: ValueBody, path: string, around: Around): void {
		const node = this.#node(around, this.#out.end, undefined);
		const scope = this.#scope(around);
		const late = (): boolean => {
			try {
				node.value = evaluate(formula.expression, scope);
				return true;
			} catch (error) {
				if (!(error instanceof NoValue)) throw error;
				if (!error.isPending)
					this.#fault(path, saidFault('valueNotComputed', { field: path, expression: formula.text }));
				return !error.isPending;
			}
		};
		if (!late()) this.#late.push(late);
	}

	#struct({ layout, length }: StructBody, path: string, data: FieldData | undefined, around: Around): void {
		if (length !== undefined) this.#out.align();
		const node = structNode(around.struct, this.#out.position);
		around.place(node);
		const size = this.#known(length, around, sizeOf);
		this.#layout(layout, node, data ?? {}, path, around.depth + 1);
		if (length !== undefined) this.#out.align();
		node.end = this.#out.end;
		this.#checkSize(size, node, path);
	}

	#checkSize(size: number | undefined, { start, end = start }: Node, path: string): void {
		if (size !== undefined && end - start !== size)
			this.#fault(path, saidFault('valueSize', { field: path, bytes: end - start, expected: size }));
	}

	#array(body: ArrayBody, path: string, data: FieldData | undefined, around: Around): void {
		if (body.length !== undefined) this.#out.align();
		const items: Node[] = [];
		const start = this.#out.position;
		const node: Node = { value: undefined, start, end: undefined, items, around: around.struct };
		around.place(node);
		if (data === undefined) {
			this.#fault(path, saidFault('valueMissing', { field: path }));
			return;
		}
		if (!Array.isArray(data)) {
			this.#fault(path, saidFault('valueNotList', { field: path }));
			return;
		}
		const list: readonly FieldData[] = data;
		const count = this.#known(body.count, around, sizeOf);
		if (count !== undefined && count !== list.length)
			this.#fault(path, saidFault('valueCount', { field: path, count: list.length, expected: count }));
		const size = this.#known(body.length, around, sizeOf);
		for (const [index, value] of list.entries()) {
			const place = (item: Node) => void items.push(item);
			this.#part(body.item, `${path}[${index}]`, value, {
				struct: around.struct,
				index,
				depth: around.depth + 1,
				place,
			});
			if (items.length === index)
				items.push({ value: false, start: this.#out.end, end: this.#out.end, around: around.struct });
		}
		if (body.length !== undefined) this.#out.align();
		node.end = this.#out.end;
		this.#checkSize(size, node, path);
	}

	#switch({ on, cases, otherwise }: SwitchBody, path: string, data: FieldData | undefined, around: Around): void {
		const value = this.#known(on, around, evaluate);
		if (value === undefined) {
			this.#fault(path, saidFault('valueNotComputed', { field: path, expression: on.text }));
			return;
		}
		const part = chosenCase(value, cases, otherwise);
		if (part !== undefined) this.#part(part, path, data, around);
	}
}

/** A raw integer as it is shown. */
function shownInteger(raw: bigint, { scale }: IntegerBody): Value {
	return scale === undefined ? raw : scaled(Number(raw), scale);
}

const within = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** The values of a structure by name; undefined for what is none. */
function valuesIn(data: FieldData): ReadonlyMap<string, FieldData> | undefined {
	if (typeof data !== 'object' || Array.isArray(data) || data instanceof Uint8Array) return undefined;
	return new Map(Object.entries(data).filter(([, value]) => value !== undefined && value !== null));
}

/** The bits of a number in IEEE 754 binary16, rounded to even. */
function float16Bits(value: number): number {
	const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
	const size = Math.abs(value);
	if (Number.isNaN(value)) return 0x7e00;
	// Half of the last step above the largest number rounds to infinity.
	if (size >= 65520) return sign | 0x7c00;
	const exponent = Math.max(-14, Math.floor(Math.log2(size === 0 ? 1 : size)));
	const scaledUp = size / 2 ** (exponent - 10);
	const floor = Math.floor(scaledUp);
	const rest = scaledUp - floor;
	const rounded = rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
	// A subnormal has no leading one; a carry moves into the exponent by itself.
	return sign | (((exponent + 15) << 10) + rounded - 1024);
}
