import { CHARSETS, CHECKSUMS } from '../../../../common/payload/names.ts';
import {
	BIT_ORDERS,
	BYTE_ORDERS,
	FLOAT_TYPES,
	INTEGER_TYPES,
	SHOWN_AS,
} from '../../../../common/structure/document/names.ts';
import {
	arrayFieldSchema,
	bytesFieldSchema,
	caseSchema,
	checksumFieldSchema,
	floatFieldSchema,
	integerFieldSchema,
	paddingFieldSchema,
	structFieldSchema,
	structTypeSchema,
	structureSchema,
	switchFieldSchema,
	textFieldSchema,
	valueFieldSchema,
} from '../../../../common/structure/document/schema.ts';
import type { JsonPath } from './json-tree.ts';

const OTHER_FIELDS = {
	text: textFieldSchema,
	bytes: bytesFieldSchema,
	array: arrayFieldSchema,
	struct: structFieldSchema,
	switch: switchFieldSchema,
	checksum: checksumFieldSchema,
	padding: paddingFieldSchema,
	value: valueFieldSchema,
} as const;

/** The types that most fields have come first. */
const USUAL_TYPES = ['u8', 'u16', 'u32', 'u64', 'i8', 'i16', 'i32', 'i64', 'f32', 'f64'];
const FIELD_TYPES = [...new Set([...USUAL_TYPES, ...Object.keys(OTHER_FIELDS), ...FLOAT_TYPES, ...INTEGER_TYPES])];

const EXPRESSIONS: ReadonlySet<string | number> = new Set([
	'if',
	'at',
	'length',
	'count',
	'until',
	'compute',
	'on',
	'value',
]);

/** What an object at a place of a structure is. */
function kindOf(path: JsonPath): 'structure' | 'field' | 'case' | 'type' | 'ports' | 'free' {
	const last = path.at(-1);
	const before = path.at(-2);
	if (last === undefined) return 'structure';
	if (typeof last === 'number') return before === 'cases' ? 'case' : before === 'fields' ? 'field' : 'free';
	if (last === 'item' || last === 'else' || (last === 'field' && typeof before === 'number')) return 'field';
	if (before === 'types' && path.length === 2) return 'type';
	return last === 'ports' && path.length === 1 ? 'ports' : 'free';
}

/** The keys that an object at a place can have. @param type of a field, as far as it is written */
export function keysOf(path: JsonPath, type: string | undefined): readonly string[] {
	switch (kindOf(path)) {
		case 'structure':
			return Object.keys(structureSchema.shape);
		case 'field':
			return fieldKeys(type);
		case 'case':
			return Object.keys(caseSchema.shape);
		case 'type':
			return Object.keys(structTypeSchema.shape);
		case 'ports':
			return ['stream', 'datagram'];
		case 'free':
			return [];
	}
}

function fieldKeys(type: string | undefined): readonly string[] {
	if (type === undefined) return ['name', 'type', 'doc', 'if', 'at'];
	const other = Object.entries(OTHER_FIELDS).find(([name]) => name === type)?.[1];
	const { shape } = other ?? (/^f/.test(type) ? floatFieldSchema : integerFieldSchema);
	return ['name', ...Object.keys(shape).filter((key) => key !== 'name')];
}

/** The texts that a value at a place can be; none where it is anything. */
export function valuesOf(path: JsonPath): readonly string[] {
	switch (path.at(-1)) {
		case 'type':
			return kindOf(path.slice(0, -1)) === 'field' ? FIELD_TYPES : [];
		case 'order':
			return BYTE_ORDERS;
		case 'bits':
			return path.length === 1 ? BIT_ORDERS : [];
		case 'show':
			return SHOWN_AS;
		case 'charset':
			return CHARSETS;
		case 'algorithm':
			return CHECKSUMS.filter((name) => name !== 'none');
		default:
			return [];
	}
}

/** Whether what stands at a place is an expression. */
export function isExpression(path: JsonPath): boolean {
	const last = path.at(-1);
	return last !== undefined && EXPRESSIONS.has(last) && kindOf(path.slice(0, -1)) === 'field';
}
