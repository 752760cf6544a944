import type { Structure } from '../document/schema.ts';
import { compileStructure } from './compile.ts';
import type { Program } from './program.ts';

/** Structures that can be used, by their ids. */
export type Programs = ReadonlyMap<string, Program>;

export const NO_PROGRAMS: Programs = new Map();

/** Those with these ids. */
export function programsNamed(ids: readonly string[], programs: Programs): Programs {
	return new Map([...programs].filter(([id]) => ids.includes(id)));
}

const compiled = new WeakMap<Structure, Program | undefined>();

/** The programs of structures; those with faults have none. Each is compiled once. */
export function programsOf(structures: readonly Structure[]): Programs {
	const programs = new Map<string, Program>();
	for (const structure of structures) {
		const program = compiled.has(structure) ? compiled.get(structure) : programOf(structure);
		compiled.set(structure, program);
		if (program !== undefined) programs.set(structure.id, program);
	}
	return programs;
}

function programOf(structure: Structure): Program | undefined {
	const result = compileStructure(structure);
	return result.ok ? result.program : undefined;
}
