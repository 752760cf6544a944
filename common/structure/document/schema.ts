import { z } from 'zod';
import { INPUT_SENTENCES } from '../../contract/base/input-sentences.ts';
import { LIMITS } from '../../contract/base/limits.ts';
import { CHARSETS, CHECKSUMS } from '../../payload/names.ts';
import {
	BIT_ORDERS,
	BYTE_ORDERS,
	FLOAT_TYPES,
	INTEGER_TYPES,
	SHOWN_AS,
	STRUCTURE_LIMITS,
	STRUCTURE_VERSION,
	WHOLE_NUMBER,
} from './names.ts';

/** A name of a field, a type or an enum: letters, digits and “_”, and begins with no digit. */
const nameSchema = z
	.string()
	.max(64)
	.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, INPUT_SENTENCES.fieldName);

/** A number, or an expression over the fields read before: `len - 4`. */
export const expressionSchema = z.union([
	z.number(),
	z
		.string()
		.min(1)
		.max(LIMITS.nameChars * 5),
]);

/** A whole number of up to 64 bits; as text in decimal or with 0x in front. */
export const wholeNumberSchema = z.union([
	z.number().int(),
	z.string().regex(WHOLE_NUMBER, INPUT_SENTENCES.wholeNumber),
]);

/** Bytes in hexadecimal, in any notation that programs print. */
export const hexBytesSchema = z.string().max(LIMITS.findBytes);

const byteOrderSchema = z.enum(BYTE_ORDERS);

/** What each field can have. */
export const fieldParts = {
	/** In expressions, filters and values. Needed in a list of fields, except of padding. */
	name: nameSchema.optional(),
	/** What it is, for people. */
	doc: z.string().max(LIMITS.noteChars).optional(),
	/** The field is there only where this holds. */
	if: expressionSchema.optional(),
	/** Where the field is, in bytes from the start of the message, when it is not behind the one before. */
	at: expressionSchema.optional(),
};

/** How a number is shown: value = raw × scale + offset. */
export const scaleParts = {
	/** By what the raw number is multiplied. */
	scale: z.number().optional(),
	/** What is added to it then. */
	offset: z.number().optional(),
	/** Its unit, as `°C`. */
	unit: z.string().max(32).optional(),
};

/** Where a text or bytes end: behind so many bytes, at a terminator, or, without both, at the end of what is read. */
export const extentParts = {
	/** The number of bytes. */
	length: expressionSchema.optional(),
	/** The bytes behind it, in hexadecimal, which belong to the field. With a length, the rest is padding. */
	terminator: z.string().max(64).optional(),
};

/** An integer of 1 to 64 bits. */
export const integerFieldSchema = z.object({
	type: z.enum(INTEGER_TYPES),
	...fieldParts,
	/** The order of its bytes; left out: that of the structure. */
	order: byteOrderSchema.optional(),
	/** The only value that it may have. */
	const: wholeNumberSchema.optional(),
	/** The value in a composed message that gives none. */
	default: wholeNumberSchema.optional(),
	/** What its value is: computed in composed messages, and compared in read ones, as `length(body) + 2`. */
	compute: expressionSchema.optional(),
	/** The enum that names its values. */
	enum: nameSchema.optional(),
	/** Bits that have a name, by the number of the bit; 0 is the lowest. */
	flags: z.record(nameSchema, z.number().int().min(0).max(63)).optional(),
	/** How it is shown. */
	show: z.enum(SHOWN_AS).optional(),
	...scaleParts,
});

/** A number of IEEE 754. */
export const floatFieldSchema = z.object({
	type: z.enum(FLOAT_TYPES),
	...fieldParts,
	/** The order of its bytes; left out: that of the structure. */
	order: byteOrderSchema.optional(),
	/** The value in a composed message that gives none. */
	default: z.number().optional(),
	...scaleParts,
});

/** Text in a charset. */
export const textFieldSchema = z.object({
	type: z.literal('text'),
	...fieldParts,
	...extentParts,
	/** Left out: that of the structure. */
	charset: z.enum(CHARSETS).optional(),
	/** The byte that fills up the length behind the text; 0 is usual, 32 is a blank. */
	pad: z.number().int().min(0).max(255).optional(),
	/** The only text that it may be. */
	const: z.string().max(LIMITS.nameChars).optional(),
	/** The text in a composed message that gives none. */
	default: z.string().max(LIMITS.nameChars).optional(),
});

/** Bytes as they are. */
export const bytesFieldSchema = z.object({
	type: z.literal('bytes'),
	...fieldParts,
	...extentParts,
	/** The only bytes that it may be. */
	const: hexBytesSchema.optional(),
	/** The bytes in a composed message that gives none. */
	default: hexBytesSchema.optional(),
});

/** A checksum over a range of fields, which are all those before it unless `from` or `to` say otherwise. */
export const checksumFieldSchema = z.object({
	type: z.literal('checksum'),
	...fieldParts,
	/** How it is computed. Its width is that of the algorithm. */
	algorithm: z.enum(CHECKSUMS).exclude(['none']),
	/** The first field that it is over; left out: the first one of the message. */
	from: nameSchema.optional(),
	/** The last field that it is over; left out: the one before it. Where it is in its own range, its bytes count as 0. */
	to: nameSchema.optional(),
	/** The order of its bytes; left out: that of the algorithm. */
	order: byteOrderSchema.optional(),
});

/** Bytes that only fill. */
export const paddingFieldSchema = z.object({
	type: z.literal('padding'),
	...fieldParts,
	/** The number of bytes. */
	length: expressionSchema.optional(),
	/** In place of a length: up to a multiple of so many bytes from the start of the message. */
	align: z.number().int().min(1).max(65536).optional(),
	/** The value of each byte. */
	fill: z.number().int().min(0).max(255).default(0),
});

/** A value that is computed and has no bytes. */
export const valueFieldSchema = z.object({
	type: z.literal('value'),
	...fieldParts,
	/** What it is. */
	value: expressionSchema,
	/** The enum that names it. */
	enum: nameSchema.optional(),
	/** Its unit. */
	unit: z.string().max(32).optional(),
});

/** Fields together, under one name. */
export const structFieldSchema = z.object({
	type: z.literal('struct'),
	name: fieldParts.name,
	doc: fieldParts.doc,
	if: fieldParts.if,
	at: fieldParts.at,
	/** The named structure; in place of `fields`. */
	of: nameSchema.optional(),
	/** Its fields, in order. */
	get fields(): z.ZodOptional<z.ZodArray<typeof fieldSchema>> {
		return z.array(fieldSchema).max(STRUCTURE_LIMITS.fields).optional();
	},
	/** The number of bytes that its fields are in; left out: as many as they have. */
	length: expressionSchema.optional(),
});

/** Several of a kind: so many, up to a condition, or, without both, to the end of what is read. */
export const arrayFieldSchema = z.object({
	type: z.literal('array'),
	name: fieldParts.name,
	doc: fieldParts.doc,
	if: fieldParts.if,
	at: fieldParts.at,
	/** What each element is. It needs no name. */
	get item(): typeof fieldSchema {
		return fieldSchema;
	},
	/** The number of elements. */
	count: expressionSchema.optional(),
	/** Ends behind the first element for which it holds; the element is `item`. */
	until: expressionSchema.optional(),
	/** The number of bytes that its elements are in. */
	length: expressionSchema.optional(),
});

/** A case of a switch. */
export const caseSchema = z.object({
	/** The values for which it is: numbers, texts, or names of members of the enum. */
	when: z.union([
		z.number().int(),
		z.string(),
		z
			.array(z.union([z.number().int(), z.string()]))
			.min(1)
			.max(256),
	]),
	/** What is there then. It needs no name. */
	get field(): typeof fieldSchema {
		return fieldSchema;
	},
});

/** One of several, by a value. */
export const switchFieldSchema = z.object({
	type: z.literal('switch'),
	name: fieldParts.name,
	doc: fieldParts.doc,
	if: fieldParts.if,
	at: fieldParts.at,
	/** The value that chooses. */
	on: expressionSchema,
	/** In order; the first that fits is taken. */
	cases: z.array(caseSchema).min(1).max(STRUCTURE_LIMITS.fields),
	/** What is there where no case fits; left out: nothing. */
	get else(): z.ZodOptional<typeof fieldSchema> {
		return z.optional(fieldSchema);
	},
});

/** A field: its type says what else it has. */
export const fieldSchema = z.discriminatedUnion('type', [
	integerFieldSchema,
	floatFieldSchema,
	textFieldSchema,
	bytesFieldSchema,
	checksumFieldSchema,
	paddingFieldSchema,
	valueFieldSchema,
	structFieldSchema,
	arrayFieldSchema,
	switchFieldSchema,
]);
export type StructureField = z.infer<typeof fieldSchema>;

/** A named structure. */
export const structTypeSchema = z.object({
	/** What it is, for people. */
	doc: z.string().max(LIMITS.noteChars).optional(),
	/** Its fields, in order. */
	fields: z.array(fieldSchema).max(STRUCTURE_LIMITS.fields),
});

/** Names by value: the key is a whole number in decimal or with 0x in front. */
export const enumTypeSchema = z.record(
	z.string().regex(WHOLE_NUMBER, INPUT_SENTENCES.wholeNumber),
	z.string().min(1).max(LIMITS.nameChars),
);

const portsSchema = z.array(z.number().int().min(1).max(65535)).max(32);

/** How messages of a protocol are built, in a form that people write. */
export const structureSchema = z.object({
	/** Where editors find the JSON Schema of this file; Wirebench does not read it. */
	$schema: z.string().optional(),
	/** The number of this format. */
	structure: z.literal(STRUCTURE_VERSION),
	/** Begins the names of its fields in filters: lower-case letters and digits. */
	id: z
		.string()
		.max(64)
		.regex(/^[a-z][A-Za-z0-9]*$/, INPUT_SENTENCES.structureId),
	/** For people. */
	title: z.string().trim().min(1, INPUT_SENTENCES.name).max(LIMITS.nameChars).optional(),
	/** What it is, and where it is specified. */
	doc: z.string().max(LIMITS.noteChars).optional(),
	/** The order of bytes in integers and numbers whose fields say nothing else. */
	order: byteOrderSchema.default('be'),
	/** Which bits of a byte come first: the high ones, as in diagrams of RFCs, or the low ones. */
	bits: z.enum(BIT_ORDERS).default('high'),
	/** The charset of texts whose fields say nothing else. */
	charset: z.enum(CHARSETS).default('utf-8'),
	/** The ports that servers of the protocol usually have. */
	ports: z.object({ stream: portsSchema.optional(), datagram: portsSchema.optional() }).optional(),
	/** The fields of a message, in order. At least one, unless there is `proto`. */
	fields: z.array(fieldSchema).max(STRUCTURE_LIMITS.fields).default([]),
	/** Messages of Protocol Buffers, in place of `fields`: the text of a .proto file, and the name of one of its messages. They are decoded, not composed. */
	proto: z
		.object({
			text: z.string().max(STRUCTURE_LIMITS.protoChars),
			message: z.string().max(STRUCTURE_LIMITS.messageChars),
		})
		.optional(),
	/** Structures that fields name with `of`. */
	types: z.record(nameSchema, structTypeSchema).optional(),
	/** Names of values that fields name with `enum`. */
	enums: z.record(nameSchema, enumTypeSchema).optional(),
});
export type Structure = z.infer<typeof structureSchema>;
/** A structure as a person may write it. */
export type StructureInput = z.input<typeof structureSchema>;
