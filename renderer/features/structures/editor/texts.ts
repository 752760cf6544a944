import type { StructureInput } from '../../../../common/structure/document/schema.ts';
import type { StructureDocument } from '../../../app/state/templates/structures.ts';

/** Characters of an object or a list that stands in one line. */
const LINE = 76;

/** The text of a structure for the editor: a field that is short has one line. */
export function structureText(structure: StructureDocument | StructureInput): string {
	return `${jsonText(structure, '')}\n`;
}

function jsonText(value: unknown, indent: string): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const line = lineText(value);
	if (line.length <= LINE && indent !== '') return line;
	const inner = `${indent}  `;
	const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
	const parts = Array.isArray(value)
		? value.map((one: unknown) => jsonText(one, inner))
		: writtenEntries(value).map(([key, one]) => `${JSON.stringify(key)}: ${jsonText(one, inner)}`);
	return `${open}\n${parts.map((part) => `${inner}${part}`).join(',\n')}\n${indent}${close}`;
}

function lineText(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(lineText).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const parts = writtenEntries(value).map(([key, one]) => `${JSON.stringify(key)}: ${lineText(one)}`);
	return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

const writtenEntries = (value: object): [string, unknown][] =>
	Object.entries(value).filter(([, one]: [string, unknown]) => one !== undefined);

/** A structure to begin with: a length, and the bytes that it counts. */
export const FRESH: StructureInput = {
	structure: 1,
	id: 'message',
	fields: [
		{ name: 'length', type: 'u16' },
		{ name: 'body', type: 'bytes', length: 'length' },
	],
};
