import type { NamedField, NamedType } from '../../field-names.ts';
import { WIRE } from '../wire.ts';
import type { FieldType, ProtoSchema, Scalar } from './schema.ts';
import { WIRES } from './values.ts';

/** Fields of one message that are named, and levels of them: messages may be within themselves. */
const MOST = 2000;
const DEEPEST = 6;

const SCALAR_TYPES: ReadonlyMap<Scalar, NamedType> = new Map([
	['string', 'textual'],
	['bytes', 'bytes'],
	['bool', 'truth'],
]);

/** The fields of a message by their paths in it: those of a packed list and of a map are `value`, and `key`. */
export function protoFields({ messages }: ProtoSchema, message: string): readonly NamedField[] {
	const found = new Map<string, NamedType>();
	const add = (name: string, type: FieldType, depth: number): void => {
		if (found.size >= MOST || found.has(name)) return;
		found.set(name, typeOf(type));
		if (type.kind === 'message') inMessage(type.name, `${name}.`, depth + 1);
		if (type.kind !== 'map') return;
		add(`${name}.key`, { kind: 'scalar', scalar: type.key }, depth + 1);
		add(`${name}.value`, type.value, depth + 1);
	};
	const inMessage = (name: string, around: string, depth: number): void => {
		if (depth > DEEPEST) return;
		for (const field of messages.get(name)?.values() ?? []) {
			add(`${around}${field.name}`, field.type, depth);
			const isPacked =
				field.type.kind === 'enum' || (field.type.kind === 'scalar' && WIRES[field.type.scalar] !== WIRE.len);
			if (field.repeated && isPacked) add(`${around}${field.name}.value`, field.type, depth);
		}
	};
	inMessage(message, '', 0);
	return [...found].map(([name, type]) => ({ name, type }));
}

function typeOf(type: FieldType): NamedType {
	switch (type.kind) {
		case 'message':
		case 'map':
			return 'none';
		case 'enum':
			return 'number';
		case 'scalar':
			return SCALAR_TYPES.get(type.scalar) ?? 'number';
	}
}
