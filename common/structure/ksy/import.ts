import { parseDocument } from 'yaml';
import { isObject } from '../../json/is-object.ts';
import { charsetLabelled, toHex } from '../../payload/index.ts';
import type { StructureField, StructureInput } from '../document/schema.ts';
import { saidFault } from '../sentences/said.ts';
import { fieldName, translated } from './expression.ts';
import { type KsyFinding, objectOf, textIn } from './words.ts';

type Path = readonly (string | number)[];
type Field = StructureField;

/** A structure of a .ksy file, and what of the file it does not have. */
export interface ImportedKsy {
	/** Undefined: the file is none. */
	readonly structure: StructureInput | undefined;
	readonly outside: readonly KsyFinding[];
}

/** Keys of attributes that are imported, or that change nothing in how bytes are read. */
const KNOWN = new Set(
	'id type repeat repeat-expr repeat-until if contents size size-eos terminator consume include eos-error pad-right encoding enum doc doc-ref process value pos -orig-id'.split(
		' ',
	),
);

/** Imports the part of Kaitai Struct (doc.kaitai.io/ksy_reference.html) that structures have. */
export function importKsy(text: string): ImportedKsy {
	const document = parseDocument(text, { prettyErrors: true });
	const [error] = document.errors;
	const outside: KsyFinding[] = [];
	if (error !== undefined) {
		const [place] = error.linePos ?? [];
		const said = saidFault('ksyNotYaml', { line: place?.line ?? 1, column: place?.col ?? 1 });
		return { structure: undefined, outside: [{ path: [], ...said }] };
	}
	const whole: unknown = document.toJS();
	if (!isObject(whole) || !Array.isArray(whole.seq)) {
		return { structure: undefined, outside: [{ path: ['seq'], ...saidFault('ksyNoSeq') }] };
	}
	const importer = new Importer(outside);
	return { structure: importer.whole(whole), outside };
}

class Importer {
	readonly #outside: KsyFinding[];
	readonly #types: Record<string, { fields: Field[] }> = {};
	readonly #enums: Record<string, Record<string, string>> = {};
	#order: 'be' | 'le' = 'be';
	#charset: ReturnType<typeof charsetLabelled>;

	constructor(outside: KsyFinding[]) {
		this.#outside = outside;
	}

	whole(ksy: Readonly<Record<string, unknown>>): StructureInput {
		const meta = objectOf(ksy.meta);
		if (typeof meta.endian === 'object' && meta.endian !== null) this.#leave(['meta', 'endian'], 'switch-on');
		this.#order = meta.endian === 'le' ? 'le' : 'be';
		for (const key of ['imports', 'opaque-types']) if (meta[key] !== undefined) this.#leave(['meta', key], key);
		this.#charset = this.#encoding(meta.encoding, ['meta', 'encoding']);
		const fields = this.#body(ksy, [], true);
		const title = textIn(meta.title);
		const doc = textIn(ksy.doc);
		return {
			structure: 1,
			id: idOf(textIn(meta.id) ?? 'imported'),
			...(title === undefined ? {} : { title: title.slice(0, 200) }),
			...(doc === undefined ? {} : { doc: doc.trim().slice(0, 2000) }),
			order: this.#order,
			bits: meta['bit-endian'] === 'le' ? 'low' : 'high',
			...(this.#charset === undefined ? {} : { charset: this.#charset }),
			fields,
			...(Object.keys(this.#types).length === 0 ? {} : { types: this.#types }),
			...(Object.keys(this.#enums).length === 0 ? {} : { enums: this.#enums }),
		};
	}

	#leave(path: Path, what: string): void {
		this.#outside.push({ path, ...saidFault('ksyOutside', { what }) });
	}

	#encoding(written: unknown, path: Path): ReturnType<typeof charsetLabelled> {
		if (written === undefined) return undefined;
		const label = String(written);
		const charset = charsetLabelled(/^ascii$/i.test(label) ? 'utf-8' : label);
		if (charset === undefined) this.#leave(path, label);
		return charset;
	}

	/** The fields of a type; the types and enums in it become those of the structure. */
	#body(type: Readonly<Record<string, unknown>>, path: Path, isRoot: boolean): Field[] {
		for (const key of ['params', 'to-string']) if (type[key] !== undefined) this.#leave([...path, key], key);
		if (!isRoot && objectOf(type.meta).endian !== undefined && objectOf(type.meta).endian !== this.#order)
			this.#leave([...path, 'meta', 'endian'], 'endian');
		for (const [name, members] of Object.entries(objectOf(type.enums)))
			this.#enum(name, members, [...path, 'enums', name]);
		for (const [name, inner] of Object.entries(objectOf(type.types))) {
			const at = [...path, 'types', name];
			if (Object.hasOwn(this.#types, name)) this.#leave(at, name);
			else {
				// It may name itself.
				const own: { fields: Field[] } = { fields: [] };
				this.#types[name] = own;
				own.fields.push(...this.#body(objectOf(inner), at, false));
			}
		}
		const seq: readonly unknown[] = Array.isArray(type.seq) ? type.seq : [];
		const fields = seq.map((one, i) => this.#field(objectOf(one), [...path, 'seq', i], `field${i + 1}`));
		for (const [name, one] of Object.entries(objectOf(type.instances)))
			this.#instance(fields, name, objectOf(one), [...path, 'instances', name], isRoot);
		return fields;
	}

	#enum(name: string, members: unknown, path: Path): void {
		if (Object.hasOwn(this.#enums, name)) {
			this.#leave(path, name);
			return;
		}
		const entries = Object.entries(objectOf(members)).map(([value, member]) => [
			value,
			textIn(member) ?? textIn(objectOf(member).id) ?? value,
		]);
		this.#enums[name] = Object.fromEntries(entries);
	}

	/** Instances are read when they are used: here a value stands behind the last field that it needs, and one with a place at the end. */
	#instance(fields: Field[], name: string, one: Readonly<Record<string, unknown>>, path: Path, isRoot: boolean): void {
		if (one.value !== undefined) {
			const value = this.#expression(one.value, [...path, 'value']);
			if (value === undefined) return;
			const words = new Set(value.match(/[A-Za-z_]\w*/g) ?? []);
			const last = fields.findLastIndex((field) => field.name !== undefined && words.has(field.name));
			const named = textIn(one.enum)?.split('::').at(-1);
			fields.splice(last + 1, 0, {
				type: 'value',
				name: fieldName(name),
				value,
				...(named === undefined ? {} : { enum: named }),
				...this.#condition(one, path),
			});
		} else if (one.pos === undefined || one.io !== undefined || !isRoot)
			this.#leave(path, one.io === undefined ? 'pos' : 'io');
		else fields.push(this.#field({ ...one, id: name }, path, name));
	}

	#expression(written: unknown, path: Path): string | undefined {
		const text = textIn(written);
		const result = text === undefined ? undefined : translated(text);
		if (result?.ok === true) return result.text;
		if (result === undefined) this.#leave(path, JSON.stringify(written));
		else this.#outside.push({ path, ...saidFault('ksyExpression', { expression: text ?? '', reason: result.said }) });
		return undefined;
	}

	#condition(one: Readonly<Record<string, unknown>>, path: Path): { readonly if?: string } {
		const condition = one.if === undefined ? undefined : this.#expression(one.if, [...path, 'if']);
		return condition === undefined ? {} : { if: condition };
	}

	#field(one: Readonly<Record<string, unknown>>, path: Path, otherwise: string): Field {
		for (const key of Object.keys(one)) if (!KNOWN.has(key) && !key.startsWith('-')) this.#leave([...path, key], key);
		if (one.process !== undefined) this.#leave([...path, 'process'], String(one.process));
		if (one.consume === false || one.include === true)
			this.#leave(path, one.include === true ? 'include: true' : 'consume: false');
		const doc = textIn(one.doc);
		const at = one.pos === undefined ? undefined : this.#expression(one.pos, [...path, 'pos']);
		const parts = {
			name: fieldName(textIn(one.id) ?? otherwise),
			...(doc === undefined ? {} : { doc: doc.trim().slice(0, 2000) }),
			...this.#condition(one, path),
			...(at === undefined ? {} : { at }),
		};
		if (one.repeat === undefined) return { ...this.#single(one, path), ...parts };
		const count = one.repeat === 'expr' ? this.#expression(one['repeat-expr'], [...path, 'repeat-expr']) : undefined;
		const until = one.repeat === 'until' ? this.#expression(one['repeat-until'], [...path, 'repeat-until']) : undefined;
		return {
			type: 'array',
			...parts,
			item: this.#single(one, path),
			...(count === undefined ? {} : { count }),
			...(until === undefined ? {} : { until }),
		};
	}

	/** One element, without a name. */
	#single(one: Readonly<Record<string, unknown>>, path: Path): Field {
		const { type } = one;
		const size = one.size === undefined ? undefined : this.#expression(one.size, [...path, 'size']);
		const extent = {
			...(size === undefined ? {} : { length: size }),
			...(one.terminator === undefined ? {} : { terminator: byteHex(Number(one.terminator)) }),
		};
		if (one.contents !== undefined) {
			const hex = contentsHex(one.contents);
			return { type: 'bytes', length: hex.length / 2, const: hex };
		}
		if (type === undefined) return { type: 'bytes', ...extent };
		if (typeof type === 'object') return this.#switch(objectOf(type), one, path);
		const name = String(type);
		const integer = integerOf(name, this.#order);
		if (integer !== undefined) {
			const of = textIn(one.enum)?.split('::').at(-1);
			return {
				type: integer.type,
				...(integer.order === undefined ? {} : { order: integer.order }),
				...(of === undefined ? {} : { enum: of }),
			};
		}
		const [, bytes, order] = /^f([48])(le|be)?$/.exec(name) ?? [];
		if (bytes !== undefined)
			return { type: bytes === '4' ? 'f32' : 'f64', ...(order === 'le' || order === 'be' ? { order } : {}) };
		if (name === 'str' || name === 'strz') {
			const charset = this.#encoding(one.encoding, [...path, 'encoding']);
			return {
				type: 'text',
				...extent,
				...(name === 'strz' && one.terminator === undefined ? { terminator: '00' } : {}),
				...(charset === undefined ? {} : { charset }),
				...(one['pad-right'] === undefined ? {} : { pad: Number(one['pad-right']) }),
			};
		}
		const of = name.split('::').at(-1) ?? name;
		if (name.includes('(')) this.#leave([...path, 'type'], name);
		return { type: 'struct', of: of.replace(/\(.*/, ''), ...(size === undefined ? {} : { length: size }) };
	}

	#switch(type: Readonly<Record<string, unknown>>, one: Readonly<Record<string, unknown>>, path: Path): Field {
		const on = this.#expression(type['switch-on'], [...path, 'type', 'switch-on']) ?? '0';
		const cases = Object.entries(objectOf(type.cases)).map(
			([when, of]) => [when, this.#single({ ...one, type: of }, [...path, 'type', 'cases', when])] as const,
		);
		const rest = cases.find(([when]) => when === '_')?.[1];
		// Without a type for other values, what has a size is bytes.
		const otherwise = rest ?? (one.size === undefined ? undefined : this.#single({ ...one, type: undefined }, path));
		return {
			type: 'switch',
			on,
			cases: cases.filter(([when]) => when !== '_').map(([when, field]) => ({ when: caseValue(when), field })),
			...(otherwise === undefined ? {} : { else: otherwise }),
		};
	}
}

/** `"text"` is a text, everything else a number or a member. */
function caseValue(when: string): string {
	const [, quoted] = /^["'](.*)["']$/.exec(when) ?? [];
	return quoted ?? when.split('::').slice(-2).join('::');
}

function byteHex(byte: number): string {
	return toHex(Uint8Array.of(byte));
}

/** Fixed bytes: a text, or a list of texts and bytes. */
function contentsHex(contents: unknown): string {
	const list: readonly unknown[] = Array.isArray(contents) ? contents : [contents];
	const bytes = list.flatMap((one) =>
		typeof one === 'number' ? [one & 0xff] : [...String(one)].map((character) => character.charCodeAt(0) & 0xff),
	);
	return toHex(Uint8Array.from(bytes));
}

/** An integer of bytes or bits; `order` only where it is not that of the file. */
function integerOf(name: string, usual: 'be' | 'le') {
	const [, bits] = /^b([1-9]|[1-5]\d|6[0-4])(?:le|be)?$/.exec(name) ?? [];
	if (bits !== undefined) return { type: `u${Number(bits)}` as const, order: undefined };
	const [, sign, bytes, order] = /^([us])([1248])(le|be)?$/.exec(name) ?? [];
	if (bytes === undefined) return undefined;
	const own = order === 'le' || order === 'be' ? order : usual;
	return { type: `${sign === 's' ? 'i' : 'u'}${8 * Number(bytes)}` as const, order: own === usual ? undefined : own };
}

/** An id as structures have it: `png_chunk` is `pngChunk`. */
function idOf(id: string): string {
	const [first = '', ...others] = id.toLowerCase().split(/[^a-z0-9]+/);
	const joined =
		first.replace(/^\d+/, '') + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
	return joined === '' ? 'imported' : joined.slice(0, 64);
}
