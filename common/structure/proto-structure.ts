import type { FieldType, ProtoSchema } from '../decode/protobuf/schema/schema.ts';
import { STRUCTURE_VERSION } from './document/names.ts';
import type { StructureInput } from './document/schema.ts';

/** A structure of a message of a .proto text. `message`: its full name, whose last part names the structure. */
export function protoStructure(text: string, message: string): StructureInput {
	const last = (message.split('.').at(-1) ?? '').replaceAll(/[^A-Za-z0-9]/g, '').replace(/^[^A-Za-z]+/, '');
	const id = last === '' ? 'message' : last.charAt(0).toLowerCase() + last.slice(1, 64);
	return { structure: STRUCTURE_VERSION, id, title: message, proto: { message, text } };
}

/** The message of a text that is most probably sent: the first that is in no other one; undefined where there is none. */
export function mainMessage({ messages }: ProtoSchema): string | undefined {
	const own = [...messages.keys()].filter((name) => !name.startsWith('google.protobuf.'));
	const within = new Set(
		own.flatMap((name) =>
			[...(messages.get(name)?.values() ?? [])].map(({ type }) => messageIn(type)).filter((part) => part !== name),
		),
	);
	return own.find((name) => !within.has(name)) ?? own[0];
}

function messageIn(type: FieldType): string | undefined {
	if (type.kind === 'message') return type.name;
	return type.kind === 'map' ? messageIn(type.value) : undefined;
}
