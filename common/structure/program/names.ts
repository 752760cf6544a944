import type { Structure, StructureField } from '../document/schema.ts';

/** What the values of a field can be, as far as that is known before a message is read. */
export type Kind = 'number' | 'text' | 'bytes' | 'group' | 'any';

/** Each name that a field of the structure has, with its kind: `any` where fields of one name differ. */
export function fieldKinds({ fields, types = {} }: Structure): ReadonlyMap<string, Kind> {
	const kinds = new Map<string, Kind>();
	const add = (name: string, kind: Kind) => {
		const known = kinds.get(name);
		kinds.set(name, known === undefined || known === kind ? kind : 'any');
	};
	const walk = (field: StructureField, name = field.name): void => {
		if (name !== undefined) add(name, kindOf(field));
		if ('flags' in field) for (const flag of Object.keys(field.flags ?? {})) add(flag, 'number');
		if (field.type === 'struct') for (const one of field.fields ?? []) walk(one);
		if (field.type === 'array') walk(field.item);
		if (field.type === 'switch') {
			for (const { field: one } of field.cases) walk(one, one.name ?? name);
			if (field.else !== undefined) walk(field.else, field.else.name ?? name);
		}
	};
	for (const field of [...fields, ...Object.values(types).flatMap((type) => type.fields)]) walk(field);
	return kinds;
}

function kindOf(field: StructureField): Kind {
	switch (field.type) {
		case 'text':
			return 'text';
		case 'bytes':
		case 'padding':
			return 'bytes';
		case 'struct':
		case 'array':
			return 'group';
		case 'switch':
		case 'value':
			return 'any';
		default:
			return 'number';
	}
}
