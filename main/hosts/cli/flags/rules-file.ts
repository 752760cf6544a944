import type { Programs } from '../../../../common/structure/index.ts';
import { readJson } from '../files/json-file.ts';
import { type BesideStructures, withoutStructures } from '../files/structures-beside.ts';

/** The file of `--rules` among options. */
interface RulesChoice {
	readonly rules?: string | undefined;
}

/** Each is read once: it may be a pipe. */
const read = new WeakMap<RulesChoice, BesideStructures>();

/** What is in the file of rules that options name. Throws `bad-input`. */
export function rulesIn(choices: RulesChoice, file: string): BesideStructures {
	const known = read.get(choices) ?? withoutStructures(file, readJson(file));
	read.set(choices, known);
	return known;
}

/** The structures in the file of rules that options name. As `rulesIn`. */
export function structuresFor(choices: RulesChoice): Programs | undefined {
	return choices.rules === undefined ? undefined : rulesIn(choices, choices.rules).programs;
}
