import { toHex } from '../../payload/index.ts';
import type { StructureField, StructureInput } from '../document/schema.ts';
import { type Finding, sizeOf } from './finding.ts';

type Known = Extract<Finding, { kind: 'length' | 'counter' | 'time' | 'constant' }>;

/** What is known of messages. */
export interface Layout {
	readonly id: string;
	/** By their offsets. */
	readonly known: readonly Known[];
	/** Where the part begins that differs in length; of messages of one size, where the tail does. */
	readonly begin: number;
	/** Bytes behind that part. */
	readonly tail: number;
	/** Of all messages. */
	readonly size: number | undefined;
	readonly text: Extract<Finding, { kind: 'text' }> | undefined;
	readonly checksum: Extract<Finding, { kind: 'checksum' }> | undefined;
	readonly end: Uint8Array | undefined;
}

/** A structure of what is known; what is between is bytes, to be corrected by hand. */
export function compose({ id, known, begin, tail, size, text, checksum, end }: Layout): StructureInput {
	const names = new Map<string, number>();
	const named = (name: string): string => {
		const count = (names.get(name) ?? 0) + 1;
		names.set(name, count);
		return count === 1 ? name : `${name}${count}`;
	};
	const fields: StructureField[] = [];
	/** The name of the field that begins at an offset. */
	const starts = new Map<number, string>();
	const add = (at: number, field: StructureField & { readonly name: string }) => {
		starts.set(at, field.name);
		fields.push(field);
	};
	// A checksum has to begin at a field.
	const cuts = new Set([checksum?.from ?? 0]);
	const fill = (from: number, to: number) => {
		const at = [...cuts].find((cut) => cut > from && cut < to);
		if (at !== undefined) {
			fill(from, at);
			fill(at, to);
		} else if (to > from) add(from, { type: 'bytes', name: named('unknown'), length: to - from });
	};
	let at = 0;
	for (const one of known) {
		fill(at, one.at);
		add(one.at, fieldOf(one, named(one.kind)));
		at = one.at + sizeOf(one);
	}
	fill(at, begin);
	if (size === undefined) {
		const bytes = lengthOf(known, begin, tail);
		const extent = bytes === undefined ? {} : { length: bytes };
		add(
			begin,
			text === undefined
				? { type: 'bytes', name: named('body'), ...extent }
				: { type: 'text', name: named('text'), charset: text.charset, ...extent },
		);
	}
	if (checksum !== undefined) {
		const { algorithm, order, from } = checksum;
		const first = starts.get(from);
		fields.push({
			type: 'checksum',
			name: named('checksum'),
			algorithm,
			order,
			...(from === 0 || first === undefined ? {} : { from: first }),
		});
	}
	if (end !== undefined && end.length > 0)
		fields.push({ type: 'bytes', name: named('end'), length: end.length, const: toHex(end) });
	return { structure: 1, id, fields };
}

/** What says the bytes between `begin` and the tail; undefined where they are all that is left. */
function lengthOf(known: readonly Known[], begin: number, tail: number): string | undefined {
	const length = known.find((one) => one.kind === 'length');
	if (length === undefined) return tail === 0 ? undefined : `remaining() - ${tail}`;
	const less = begin + tail - length.bias;
	if (less === 0) return 'length';
	return less > 0 ? `length - ${less}` : `length + ${-less}`;
}

function fieldOf(one: Known, name: string): StructureField & { readonly name: string } {
	if (one.kind === 'constant') return { type: 'bytes', name, length: one.value.length, const: toHex(one.value) };
	const { bytes, order } = one;
	return {
		type: INTEGERS[bytes] ?? 'u8',
		name,
		order,
		...(one.kind === 'time' ? { show: one.unit } : {}),
	};
}

const INTEGERS: Readonly<Record<number, 'u8' | 'u16' | 'u24' | 'u32' | 'u64'>> = {
	1: 'u8',
	2: 'u16',
	3: 'u24',
	4: 'u32',
	8: 'u64',
};
