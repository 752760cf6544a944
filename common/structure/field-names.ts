import type { NamedField, NamedType } from '../decode/field-names.ts';
import type { Body, Layout, Part, Program } from './program/program.ts';
import { switchParts } from './program/walk.ts';

/** Fields of one structure that are named, and levels of them: structures may be within themselves. */
const MOST = 2000;
const DEEPEST = 8;

/** The fields of a structure by their names in a filter. Elements of an array are named by their numbers: the first stands for all. */
export function structureFields({ id, layout, proto }: Program): readonly NamedField[] {
	if (proto !== undefined) return proto.fields.map(({ name, type }) => ({ name: `${id}.${name}`, type }));
	const found = new Map<string, NamedType>();
	const add = (name: string, type: NamedType) => {
		if (found.size < MOST && (!found.has(name) || type !== 'none')) found.set(name, type);
	};
	const inLayout = ({ parts }: Layout, around: string, depth: number): void => {
		if (depth > DEEPEST) return;
		for (const part of parts) inPart(part, part.name, around, depth);
	};
	const inPart = ({ body }: Part, name: string, around: string, depth: number): void => {
		const path = `${around}.${name}`;
		if (body.kind === 'switch') {
			for (const part of switchParts(body)) inPart(part, part.isUnnamed ? name : part.name, around, depth);
			return;
		}
		add(path, typeOf(body));
		if (body.kind === 'integer') for (const flag of body.flags?.keys() ?? []) add(`${path}.${flag}`, 'truth');
		if (body.kind === 'struct') inLayout(body.layout, path, depth + 1);
		if (body.kind === 'array' && depth < DEEPEST) inPart(body.item, '0', path, depth + 1);
	};
	inLayout(layout, id, 0);
	return [...found].map(([name, type]) => ({ name, type }));
}

function typeOf(body: Exclude<Body, { kind: 'switch' }>): NamedType {
	switch (body.kind) {
		case 'text':
			return 'textual';
		case 'bytes':
		case 'padding':
			return 'bytes';
		case 'struct':
		case 'array':
			return 'none';
		default:
			return 'number';
	}
}
