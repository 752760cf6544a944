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

/** The programs of structures by their ids; those with faults have none. */
export function programsOf(structures: readonly Structure[]): Programs {
	const programs = new Map<string, Program>();
	for (const structure of structures) {
		const program = programOf(structure);
		if (program !== undefined) programs.set(structure.id, program);
	}
	return programs;
}

/** The program of a structure, which is compiled once; undefined where it has faults. */
export function programOf(structure: Structure): Program | undefined {
	if (compiled.has(structure)) return compiled.get(structure);
	const result = compileStructure(structure);
	const program = result.ok ? result.program : undefined;
	compiled.set(structure, program);
	return program;
}
