import { type StructureInput, structureSchema } from './document/schema.ts';
import { type FieldData, type Program, readMessage, writeMessage } from './index.ts';
import { compileStructure } from './program/compile.ts';

/** The program of a structure that has no fault. */
export function programOf(structure: Omit<StructureInput, 'structure' | 'id'>): Program {
	const compiled = compileStructure(structureSchema.parse({ structure: 1, id: 'test', ...structure }));
	if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
	return compiled.program;
}

/** The bytes of a message. Throws an error with the faults of its values. */
export function written(program: Program, values: FieldData): Uint8Array {
	const result = writeMessage(program, values);
	if (!result.ok) throw new Error(result.faults.map(({ message }) => message).join(' '));
	return result.bytes;
}

/** The values of a message in which nothing is wrong. */
export function read(program: Program, bytes: Uint8Array): FieldData {
	const { note, values, length } = readMessage(program, bytes);
	if (note !== undefined || length !== bytes.length)
		throw new Error(`${JSON.stringify(note)} at ${length} of ${bytes.length}`);
	return values;
}
