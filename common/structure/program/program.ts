import type { Decoder } from '../../decode/core/decoder.ts';
import type { ByteOrder } from '../../decode/core/uint.ts';
import type { NamedField } from '../../decode/field-names.ts';
import type { CharsetName, ChecksumKind } from '../../payload/names.ts';
import type { Expression } from '../expression/ast.ts';
import type { Kind } from './names.ts';

/** An expression of a structure, with its text and its place in the document. */
export interface Formula {
	readonly text: string;
	readonly expression: Expression;
}

/** Fields in order. Its list is filled after it is made: structures name each other. */
export interface Layout {
	readonly parts: Part[];
}

/** A field, with its references resolved. */
export interface Part {
	/** Empty: that of the array or switch around it. */
	readonly name: string;
	/** It has no value of its own among those of the message. */
	readonly isUnnamed: boolean;
	readonly if: Formula | undefined;
	readonly at: Formula | undefined;
	readonly body: Body;
}

/** value = raw × scale + offset. */
export interface Scale {
	readonly scale: number;
	readonly offset: number;
}

export interface IntegerBody {
	readonly kind: 'integer';
	readonly bits: number;
	readonly isSigned: boolean;
	readonly order: ByteOrder;
	readonly only: bigint | undefined;
	readonly fallback: bigint | undefined;
	/** What computes it; `isInferred`: from a field whose length or count it is. */
	compute: (Formula & { readonly isInferred?: boolean }) | undefined;
	readonly names: ReadonlyMap<bigint, string> | undefined;
	readonly flags: ReadonlyMap<string, number> | undefined;
	readonly show: 'decimal' | 'hex' | 'seconds' | 'milliseconds';
	readonly scale: Scale | undefined;
	readonly unit: string;
}

export interface FloatBody {
	readonly kind: 'float';
	readonly bytes: 2 | 4 | 8;
	readonly order: ByteOrder;
	readonly fallback: number | undefined;
	readonly scale: Scale | undefined;
	readonly unit: string;
}

/** Where text or bytes end: at the end of what is read, where there is neither. */
export interface Extent {
	readonly length: Formula | undefined;
	readonly terminator: Uint8Array | undefined;
}

export interface TextBody extends Extent {
	readonly kind: 'text';
	readonly charset: CharsetName;
	readonly pad: number | undefined;
	readonly only: string | undefined;
	readonly fallback: string | undefined;
}

export interface BytesBody extends Extent {
	readonly kind: 'bytes';
	readonly only: Uint8Array | undefined;
	readonly fallback: Uint8Array | undefined;
}

export interface ChecksumBody {
	readonly kind: 'checksum';
	readonly algorithm: Exclude<ChecksumKind, 'none'>;
	readonly bytes: number;
	readonly order: ByteOrder;
	readonly from: string | undefined;
	readonly to: string | undefined;
}

export interface PaddingBody {
	readonly kind: 'padding';
	readonly length: Formula | undefined;
	readonly align: number | undefined;
	readonly fill: number;
}

export interface ValueBody {
	readonly kind: 'value';
	readonly value: Formula;
	readonly names: ReadonlyMap<bigint, string> | undefined;
	readonly unit: string;
}

export interface StructBody {
	readonly kind: 'struct';
	readonly layout: Layout;
	readonly length: Formula | undefined;
}

export interface ArrayBody {
	readonly kind: 'array';
	readonly item: Part;
	readonly count: Formula | undefined;
	readonly until: Formula | undefined;
	readonly length: Formula | undefined;
}

export interface SwitchBody {
	readonly kind: 'switch';
	readonly on: Formula;
	readonly cases: readonly { readonly when: ReadonlySet<bigint | string>; readonly part: Part }[];
	readonly otherwise: Part | undefined;
}

export type Body =
	| IntegerBody
	| FloatBody
	| TextBody
	| BytesBody
	| ChecksumBody
	| PaddingBody
	| ValueBody
	| StructBody
	| ArrayBody
	| SwitchBody;

/** A structure that is ready to read and write messages. */
export interface Program {
	readonly id: string;
	readonly title: string;
	readonly ports: { readonly stream?: readonly number[]; readonly datagram?: readonly number[] };
	/** The first field in a byte has its high bits, or its low ones. */
	readonly bits: 'high' | 'low';
	readonly layout: Layout;
	/** Each name of a field, with the kind of its values. */
	readonly fields: ReadonlyMap<string, Kind>;
	/** Values of members, by the name of the enum. */
	readonly enums: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
	/** What reads messages of Protocol Buffers, which have no layout. */
	readonly proto?: ProtoProgram | undefined;
}

/** A message of a .proto text. */
export interface ProtoProgram {
	readonly decoder: Decoder;
	/** Its fields by their paths. */
	readonly fields: readonly NamedField[];
}
