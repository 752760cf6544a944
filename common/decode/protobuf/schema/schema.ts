/** Types of fields that are one value (protobuf.dev, Language Guide: Scalar Value Types). */
export const SCALARS = [
	'double',
	'float',
	'int32',
	'int64',
	'uint32',
	'uint64',
	'sint32',
	'sint64',
	'fixed32',
	'fixed64',
	'sfixed32',
	'sfixed64',
	'bool',
	'string',
	'bytes',
] as const;
export type Scalar = (typeof SCALARS)[number];

/** What a field has: a value, or the full name of a message or an enumeration. */
export type FieldType =
	| { readonly kind: 'scalar'; readonly scalar: Scalar }
	| { readonly kind: 'message' | 'enum'; readonly name: string }
	| { readonly kind: 'map'; readonly key: Scalar; readonly value: FieldType };

export interface ProtoField {
	readonly name: string;
	readonly number: number;
	readonly type: FieldType;
	readonly repeated: boolean;
	readonly required: boolean;
}

/** Fields by their numbers. */
export type ProtoMessage = ReadonlyMap<number, ProtoField>;

/** What a .proto text describes, by full names without a dot before them. */
export interface ProtoSchema {
	readonly messages: ReadonlyMap<string, ProtoMessage>;
	/** The names of values by their numbers. */
	readonly enums: ReadonlyMap<string, ReadonlyMap<number, string>>;
	/** What is called over gRPC, by its path: `/pkg.Service/Method`. */
	readonly methods: ReadonlyMap<string, { readonly request: string; readonly response: string }>;
}
