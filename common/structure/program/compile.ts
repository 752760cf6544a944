import { WirebenchError } from '../../contract/base/errors.ts';
import { parseProto, protoDecoder, protoFields } from '../../decode/protobuf/schema/index.ts';
import { isProtocol } from '../../decode/protocols.ts';
import { parseHex } from '../../payload/hex-notation/index.ts';
import { charsetNamed, checksumOf, checksumOrder } from '../../payload/index.ts';
import { encodeText } from '../../payload/text.ts';
import { STRUCTURE_LIMITS, WHOLE_NUMBER } from '../document/names.ts';
import type { Structure, StructureField } from '../document/schema.ts';
import { RESERVED } from '../expression/ast.ts';
import { parseExpression } from '../expression/parse.ts';
import { ExpressionFault } from '../expression/tokens.ts';
import { likelyNames } from '../sentences/likely.ts';
import { type Said, saidFault } from '../sentences/said.ts';
import { checkExpression, type Known } from './check-expression.ts';
import type { StructureFault } from './fault.ts';
import { inferSizes } from './infer.ts';
import { integerOf, rangeOf } from './integers.ts';
import { fieldKinds } from './names.ts';
import type { Body, Extent, Formula, IntegerBody, Layout, Part, Program, ProtoProgram, Scale } from './program.ts';

type Path = readonly (string | number)[];
type OfType<T extends StructureField['type']> = Extract<StructureField, { type: T }>;
type IntegerField = Exclude<
	StructureField,
	OfType<'text' | 'bytes' | 'checksum' | 'padding' | 'value' | 'struct' | 'array' | 'switch' | 'f16' | 'f32' | 'f64'>
>;
type FloatField = OfType<'f16' | 'f32' | 'f64'>;

/** A program, or everything that is wrong in the document. */
export type Compiled =
	| { readonly ok: true; readonly program: Program }
	| { readonly ok: false; readonly faults: readonly StructureFault[] };

/** Resolves the references of a structure and parses its expressions. */
export function compileStructure(structure: Structure): Compiled {
	const compiler = new Compiler(structure);
	const program = compiler.program();
	return compiler.faults.length === 0 ? { ok: true, program } : { ok: false, faults: compiler.faults };
}

class Compiler {
	readonly faults: StructureFault[] = [];
	readonly #structure: Structure;
	readonly #types = new Map<string, Layout>();
	readonly #enums = new Map<string, ReadonlyMap<bigint, string>>();
	readonly #known: Known;

	constructor(structure: Structure) {
		this.#structure = structure;
		const members = new Map<string, ReadonlyMap<string, bigint>>();
		for (const [name, values] of Object.entries(structure.enums ?? {})) {
			const entries = Object.entries(values).map(([key, member]) => [integerOf(key), member] as const);
			if (entries.length > STRUCTURE_LIMITS.members)
				this.#fault(['enums', name], saidFault('structureManyMembers', { most: STRUCTURE_LIMITS.members }));
			this.#enums.set(name, new Map(entries));
			members.set(name, new Map(entries.map(([value, member]) => [member, value])));
		}
		this.#known = { fields: fieldKinds(structure), enums: members };
	}

	program(): Program {
		const { id, title = id, ports = {}, bits, fields, types = {} } = this.#structure;
		if (isProtocol(id.toLowerCase())) this.#fault(['id'], saidFault('structureOwnId', { id }));
		for (const name of Object.keys(types)) this.#types.set(name, { parts: [] });
		for (const [name, { fields: own }] of Object.entries(types))
			this.#types.get(name)?.parts.push(...this.#parts(own, ['types', name, 'fields'], 0));
		const layout = { parts: this.#parts(fields, ['fields'], 0) };
		for (const one of [layout, ...this.#types.values()]) inferSizes(one);
		const { enums, fields: kinds } = this.#known;
		const proto = this.#proto();
		return { id, title, ports: defined(ports), bits, layout, fields: kinds, enums, proto };
	}

	#proto(): ProtoProgram | undefined {
		const { proto, fields } = this.#structure;
		if ((proto === undefined) === (fields.length === 0))
			this.#fault(proto === undefined ? ['fields'] : ['proto'], saidFault('structureNoFields'));
		if (proto === undefined) return undefined;
		try {
			const schema = parseProto(proto.text);
			const decoder = protoDecoder(schema, proto.message);
			return { decoder, fields: protoFields(schema, decoder.title) };
		} catch (error) {
			if (!(error instanceof WirebenchError) || error.details.says === undefined) throw error;
			return this.#fault(['proto'], { message: error.message, says: error.details.says });
		}
	}

	#fault(path: Path, said: Said, position?: number): undefined {
		this.faults.push({ path, ...said, ...(position === undefined ? {} : { position }) });
		return undefined;
	}

	#parts(fields: readonly StructureField[], path: Path, depth: number): Part[] {
		const seen = new Map<string, boolean>();
		return fields.map((field, i) => {
			const { name } = field;
			if (name === undefined && field.type !== 'padding') this.#fault([...path, i], saidFault('structureNoName'));
			if (name !== undefined) {
				const isConditional = field.if !== undefined;
				if (seen.has(name) && !(isConditional && seen.get(name) === true))
					this.#fault([...path, i, 'name'], saidFault('structureTwice', { name }));
				seen.set(name, isConditional);
			}
			return this.#part(field, [...path, i], depth);
		});
	}

	#part(field: StructureField, path: Path, depth: number): Part {
		const { name } = field;
		if (name !== undefined && RESERVED.has(name))
			this.#fault([...path, 'name'], saidFault('structureReserved', { name }));
		return {
			name: name ?? (field.type === 'padding' ? 'padding' : ''),
			isUnnamed: name === undefined,
			if: this.#formula(field.if, [...path, 'if']),
			at: this.#formula(field.at, [...path, 'at']),
			body: this.#body(field, path, depth),
		};
	}

	#formula(written: string | number | undefined, path: Path, hasItem = false): Formula | undefined {
		if (written === undefined) return undefined;
		const text = String(written);
		try {
			const expression = parseExpression(text);
			checkExpression(expression, this.#known, hasItem);
			return { text, expression };
		} catch (error) {
			if (!(error instanceof ExpressionFault)) throw error;
			return this.#fault(path, error.said, error.at);
		}
	}

	/** A formula that has to be there. */
	#needed(written: string | number, path: Path): Formula {
		return this.#formula(written, path) ?? { text: '', expression: { type: 'literal', value: 0n, at: 0 } };
	}

	#body(field: StructureField, path: Path, depth: number): Body {
		if (depth > STRUCTURE_LIMITS.depth) {
			this.#fault(path, saidFault('structureDeep', { most: STRUCTURE_LIMITS.depth }));
			return { kind: 'padding', length: undefined, align: 1, fill: 0 };
		}
		const formula = (key: string, written: string | number | undefined) => this.#formula(written, [...path, key]);
		switch (field.type) {
			case 'text':
				return {
					kind: 'text',
					...this.#extent(field, path),
					charset: field.charset ?? this.#structure.charset,
					pad: field.pad,
					only: this.#text(field.const, field, [...path, 'const']),
					fallback: this.#text(field.default, field, [...path, 'default']),
				};
			case 'bytes':
				return {
					kind: 'bytes',
					...this.#extent(field, path),
					only: this.#bytes(field.const, [...path, 'const']),
					fallback: this.#bytes(field.default, [...path, 'default']),
				};
			case 'checksum':
				for (const end of ['from', 'to'] as const) this.#checkName(field[end], [...path, end]);
				return {
					kind: 'checksum',
					algorithm: field.algorithm,
					bytes: checksumOf(new Uint8Array(), field.algorithm).length,
					order: field.order ?? checksumOrder(field.algorithm),
					from: field.from,
					to: field.to,
				};
			case 'padding':
				this.#exactlyOne(field, ['length', 'align'], path);
				return { kind: 'padding', length: formula('length', field.length), align: field.align, fill: field.fill };
			case 'value':
				return {
					kind: 'value',
					value: this.#needed(field.value, [...path, 'value']),
					names: this.#enum(field.enum, [...path, 'enum']),
					unit: field.unit ?? '',
				};
			case 'struct':
				this.#exactlyOne(field, ['of', 'fields'], path);
				return { kind: 'struct', layout: this.#layout(field, path, depth), length: formula('length', field.length) };
			case 'array':
				this.#atMostOne(field, ['count', 'until'], path);
				return {
					kind: 'array',
					item: this.#part(field.item, [...path, 'item'], depth + 1),
					count: formula('count', field.count),
					until: this.#formula(field.until, [...path, 'until'], true),
					length: formula('length', field.length),
				};
			case 'switch':
				return {
					kind: 'switch',
					on: this.#needed(field.on, [...path, 'on']),
					cases: field.cases.map(({ when, field: inner }, i) => ({
						when: this.#when(when, [...path, 'cases', i, 'when']),
						part: this.#part(inner, [...path, 'cases', i, 'field'], depth + 1),
					})),
					otherwise: field.else && this.#part(field.else, [...path, 'else'], depth + 1),
				};
			case 'f16':
			case 'f32':
			case 'f64':
				return this.#float(field, path);
			default:
				return this.#integer(field, path);
		}
	}

	#layout({ of, fields = [] }: OfType<'struct'>, path: Path, depth: number): Layout {
		if (of === undefined) {
			const layout = { parts: this.#parts(fields, [...path, 'fields'], depth + 1) };
			inferSizes(layout);
			return layout;
		}
		const layout = this.#types.get(of);
		if (layout === undefined) this.#unknown([...path, 'of'], 'structureNoType', of, [...this.#types.keys()]);
		return layout ?? { parts: [] };
	}

	#unknown(
		path: Path,
		says: 'structureNoType' | 'structureNoEnum' | 'structureNoField',
		name: string,
		known: readonly string[],
	): void {
		this.#fault(path, saidFault(says, { name, names: likelyNames(name, known) }));
	}

	#checkName(name: string | undefined, path: Path): void {
		if (name !== undefined && !this.#known.fields.has(name))
			this.#unknown(path, 'structureNoField', name, [...this.#known.fields.keys()]);
	}

	#enum(name: string | undefined, path: Path): ReadonlyMap<bigint, string> | undefined {
		if (name === undefined) return undefined;
		const found = this.#enums.get(name);
		if (found === undefined) this.#unknown(path, 'structureNoEnum', name, [...this.#enums.keys()]);
		return found;
	}

	#exactlyOne<K extends string>(field: { readonly [key in K]?: unknown }, keys: readonly K[], path: Path): void {
		if (keys.filter((key) => field[key] !== undefined).length !== 1)
			this.#fault(path, saidFault('structureOneOf', { keys: keys.join(', ') }));
	}

	#atMostOne<K extends string>(field: { readonly [key in K]?: unknown }, keys: readonly K[], path: Path): void {
		if (keys.filter((key) => field[key] !== undefined).length > 1)
			this.#fault(path, saidFault('structureOneOf', { keys: keys.join(', ') }));
	}

	#extent(
		{ length, terminator }: { readonly length?: string | number | undefined; readonly terminator?: string | undefined },
		path: Path,
	): Extent {
		const end = this.#bytes(terminator, [...path, 'terminator']);
		if (end?.length === 0) this.#fault([...path, 'terminator'], saidFault('structureEmptyBytes'));
		return { length: this.#formula(length, [...path, 'length']), terminator: end };
	}

	#bytes(written: string | undefined, path: Path): Uint8Array | undefined {
		if (written === undefined) return undefined;
		const parsed = parseHex(written);
		return parsed.ok ? parsed.bytes : this.#fault(path, parsed, parsed.position);
	}

	/** A text that is in the charset of its field. */
	#text(text: string | undefined, { charset }: OfType<'text'>, path: Path): string | undefined {
		if (text === undefined) return undefined;
		const encoded = encodeText(text, charsetNamed(charset ?? this.#structure.charset));
		return encoded.ok ? text : this.#fault(path, encoded, encoded.position);
	}

	#when(written: number | string | readonly (number | string)[], path: Path): ReadonlySet<bigint | string> {
		const values = typeof written === 'object' ? written : [written];
		return new Set(values.flatMap((value) => this.#caseValues(value, path)));
	}

	/** A text is a number, the name of members of enums, or itself. */
	#caseValues(value: number | string, path: Path): (bigint | string)[] {
		if (typeof value === 'number') return [BigInt(value)];
		if (WHOLE_NUMBER.test(value)) return [integerOf(value), value];
		const [, of, name] = /^(\w+)::(.+)$/.exec(value) ?? [];
		if (of !== undefined && name !== undefined) {
			const member = this.#known.enums.get(of)?.get(name);
			if (member !== undefined) return [member];
			this.#unknown(path, 'structureNoEnum', value, [...this.#known.enums.keys()]);
		}
		const members = [...this.#known.enums.values()].flatMap((one) => one.get(value) ?? []);
		return [...members, value];
	}

	#scale({
		scale,
		offset,
	}: {
		readonly scale?: number | undefined;
		readonly offset?: number | undefined;
	}): Scale | undefined {
		return scale === undefined && offset === undefined ? undefined : { scale: scale ?? 1, offset: offset ?? 0 };
	}

	#float(field: FloatField, path: Path): Body {
		const scale = this.#scale(field);
		if (scale !== undefined && (field.type === 'f64' || scale.scale === 0))
			this.#fault([...path, 'scale'], saidFault('structureScale'));
		return {
			kind: 'float',
			bytes: field.type === 'f16' ? 2 : field.type === 'f32' ? 4 : 8,
			order: field.order ?? this.#structure.order,
			fallback: field.default,
			scale,
			unit: field.unit ?? '',
		};
	}

	#integer(field: IntegerField, path: Path): IntegerBody {
		const bits = Number(field.type.slice(1));
		const isSigned = field.type.startsWith('i');
		const scale = this.#scale(field);
		if (
			scale !== undefined &&
			(bits > 53 || scale.scale === 0 || field.enum !== undefined || field.flags !== undefined)
		)
			this.#fault([...path, 'scale'], saidFault('structureScale'));
		const constant = (key: 'const' | 'default') => {
			const written = field[key];
			if (written === undefined) return undefined;
			const value = integerOf(written);
			const [least, most] = rangeOf(bits, isSigned);
			if (value < least || value > most)
				this.#fault([...path, key], saidFault('structureBeyond', { least: String(least), most: String(most) }));
			return value;
		};
		for (const [name, bit] of Object.entries(field.flags ?? {}))
			if (bit >= bits) this.#fault([...path, 'flags', name], saidFault('structureBit', { bits }));
		return {
			kind: 'integer',
			bits,
			isSigned,
			order: field.order ?? this.#structure.order,
			only: constant('const'),
			fallback: constant('default'),
			compute: this.#formula(field.compute, [...path, 'compute']),
			names: this.#enum(field.enum, [...path, 'enum']),
			flags: field.flags && new Map(Object.entries(field.flags)),
			show: field.show ?? 'decimal',
			scale,
			unit: field.unit ?? '',
		};
	}
}

/** Without keys that are undefined. */
function defined({ stream, datagram }: NonNullable<Structure['ports']>): Program['ports'] {
	return { ...(stream && { stream }), ...(datagram && { datagram }) };
}
