import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { Program } from '../../../../common/structure/index.ts';
import { type CheckedStructure, checkStructureText, type StructureProblem } from '../../../../common/structure/read.ts';
import { findingSays } from '../../../../common/workspace/index.ts';
import { say } from '../terminal/console.ts';
import { faultText } from '../terminal/language.ts';
import { readNamedText } from './named-text.ts';

/** What a structure file has, and what is wrong in it. */
export function checkedFile(file: string): CheckedStructure {
	return checkStructureText(readNamedText(file));
}

/** Problems of a file, a line each, with their places. */
export function problemLines(file: string, problems: readonly StructureProblem[]): string[] {
	return problems.map((one) => `${file}: ${faultText(findingSays(one))}`);
}

/** Says all lines but the last, and returns the error that says it: each is a sentence of its own. */
export function lastOf(lines: readonly string[]): WirebenchError {
	say(...lines.slice(0, -1));
	return new WirebenchError('bad-input', lines.at(-1) ?? '');
}

/** The structure of a file. Throws `bad-input` with all that is wrong in it, and says which keys are not known. */
export function structureIn(file: string): NonNullable<CheckedStructure['usable']> {
	const { problems, unknown, usable } = checkedFile(file);
	if (usable === undefined) throw lastOf(problemLines(file, problems));
	say(...problemLines(file, unknown));
	return usable;
}

/** The same, ready to read and write messages. */
export function programIn(file: string): Program {
	return structureIn(file).program;
}
