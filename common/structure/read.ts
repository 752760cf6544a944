import { issueSays } from '../json/issue-says.ts';
import { pathText } from '../json/issue-text.ts';
import { parseJson, whyNotJson } from '../json/parse.ts';
import { unknownPaths } from '../json/unknown-keys.ts';
import { type Structure, structureSchema } from './document/schema.ts';
import { compileStructure } from './program/compile.ts';
import type { Program } from './program/program.ts';
import { type Said, saidFault } from './sentences/said.ts';

/** Something that is wrong in a structure, or that is not known. */
export interface StructureProblem {
	/** Its place, as in `fields[2].length`; empty: the whole. */
	readonly path: string;
	/** Offset in the expression, or in the text, at that place. */
	readonly position?: number;
	/** A sentence. */
	readonly message: string;
	/** Left out: a sentence that has no code. */
	readonly says?: Said['says'] | undefined;
}

/** A structure that was looked at as a whole. */
export interface CheckedStructure {
	/** Everything that is wrong; empty: it can be used. */
	readonly problems: readonly StructureProblem[];
	/** Keys that this version does not know: typing errors, or of a later version. */
	readonly unknown: readonly StructureProblem[];
	/** Where nothing is wrong. */
	readonly usable?: { readonly structure: Structure; readonly program: Program };
}

/** Checks the text of a structure file. */
export function checkStructureText(text: string): CheckedStructure {
	let document: unknown;
	try {
		document = parseJson(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		const said = saidFault('structureUnreadable', { why: whyNotJson(error, text) });
		return { problems: [{ path: '', ...said }], unknown: [] };
	}
	return checkStructure(document);
}

/** Checks the JSON of a structure. */
export function checkStructure(document: unknown): CheckedStructure {
	const parsed = structureSchema.safeParse(document);
	if (!parsed.success) {
		const problems = parsed.error.issues.map((issue) => ({ path: pathText(issue.path), ...issueSays(issue) }));
		return { problems, unknown: [] };
	}
	const unknown = unknownPaths(document, parsed.data).map((path) => ({
		path: pathText(path),
		...saidFault('structureUnknownKey'),
	}));
	const compiled = compileStructure(parsed.data);
	if (compiled.ok) return { problems: [], unknown, usable: { structure: parsed.data, program: compiled.program } };
	return { problems: compiled.faults.map((fault) => ({ ...fault, path: pathText(fault.path) })), unknown };
}
