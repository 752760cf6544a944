import { dirname, resolve } from 'node:path';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { isObject } from '../../../../common/json/is-object.ts';
import { NO_PROGRAMS, type Programs } from '../../../../common/structure/index.ts';
import { type CheckedStructure, checkStructure } from '../../../../common/structure/read.ts';
import { decoding } from '../../../../common/words/en/cli/decoding.ts';
import { spoken } from '../terminal/language.ts';
import { checkedFile, lastOf, problemLines } from './read-structure.ts';

/** What a file has beside its list of structures. */
export interface BesideStructures {
	readonly rest: unknown;
	readonly programs: Programs;
}

/**
 * Takes the list `structures` off the JSON of a file: structures, or paths of their files, which begin in the folder of the file.
 * Throws `bad-input` with all that is wrong in one.
 */
export function withoutStructures(file: string, written: unknown): BesideStructures {
	if (!isObject(written) || !Object.hasOwn(written, 'structures')) return { rest: written, programs: NO_PROGRAMS };
	const { structures, ...rest } = written;
	if (!Array.isArray(structures)) {
		throw new WirebenchError('bad-input', spoken('decoding', decoding).structuresList(file));
	}
	const programs = structures.map((one: unknown, at) => {
		const [name, checked] = checkedOne(file, one, at);
		const { problems, usable } = checked;
		if (usable === undefined) throw lastOf(problemLines(name, problems));
		return [usable.structure.id, usable.program] as const;
	});
	return { rest, programs: new Map(programs) };
}

function checkedOne(file: string, one: unknown, at: number): [name: string, checked: CheckedStructure] {
	if (typeof one !== 'string') return [`${file}: structures[${at}]`, checkStructure(one)];
	const path = resolve(dirname(resolve(file)), one);
	return [path, checkedFile(path)];
}
