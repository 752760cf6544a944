import { dirname, resolve } from 'node:path';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { isObject } from '../../../../common/json/is-object.ts';
import type { Variables } from '../../../../common/payload/saved.ts';
import { type Sequence, sequenceSchema } from '../../../../common/protocol-tests/test-schema.ts';
import { type Programs, programsOf } from '../../../../common/structure/index.ts';
import { testing } from '../../../../common/words/en/cli/testing.ts';
import { EMPTY_WORKSPACE, findingSays, type Workspace } from '../../../../common/workspace/index.ts';
import { titleOf } from '../../../../common/workspace/named.ts';
import { defaultDataFolder } from '../../../app/folders/data-folder.ts';
import { reportOn, testFaults } from '../../../app/workspace/check-workspace.ts';
import { loadWorkspace } from '../../../app/workspace/load-workspace.ts';
import { checked, parseNamed } from '../files/json-file.ts';
import { readNamedText } from '../files/named-text.ts';
import { withoutStructures } from '../files/structures-beside.ts';
import { say } from '../terminal/console.ts';
import { faultText, spoken } from '../terminal/language.ts';
import { problemLines, unknownLines } from '../workspace/report.ts';

const words = () => spoken('testing', testing).test;

/** What a file of tests has. */
export interface ReadTests {
	readonly tests: readonly Sequence[];
	/** Where its endpoints and variables are; empty for a file with a single test. */
	readonly workspace: Workspace;
	/** The structures that they name. */
	readonly structures: Programs;
	/** The folder in which its relative paths begin. */
	readonly folder: string;
}

/** Reads a workspace file, or a file with a single test. `given`: variables of the command line. Throws `bad-input`, with the path of what is wrong. */
export async function readTests(file: string, given: Variables): Promise<ReadTests> {
	const text = readNamedText(file);
	const written = parseNamed(file, text);
	if (isObject(written) && !Object.hasOwn(written, 'wirebench')) {
		const { rest, programs: structures } = withoutStructures(file, written);
		const test = checked(file, sequenceSchema, { name: 'test', ...(isObject(rest) ? rest : {}) });
		const [fault] = testFaults([test], EMPTY_WORKSPACE, structures, given);
		if (fault !== undefined) {
			const single = { ...fault, path: fault.path.replace(/^tests\[0\]\.?/, '') };
			throw new WirebenchError('bad-input', `${file}: ${faultText(findingSays(single))}`);
		}
		return { tests: [test], workspace: EMPTY_WORKSPACE, structures, folder: dirname(resolve(file)) };
	}
	const report = reportOn(text, given);
	if (report.problems.length > 0) throw new WirebenchError('bad-input', problemLines(file, report).join('\n'));
	say(...unknownLines(file, report));
	const loaded = await loadWorkspace(file, text, resolve(defaultDataFolder()));
	if ('kind' in loaded) throw new WirebenchError('bad-input', `${file} ${faultText(loaded)}`);
	say(...loaded.notes.map(faultText));
	const { workspace, folder } = loaded;
	if (workspace.tests.length === 0) throw new WirebenchError('bad-input', words().none(file));
	return { tests: workspace.tests, workspace, structures: programsOf(workspace.structures), folder };
}

/** The tests with these names, as they are or after their folder; without any, all. Throws `bad-input` for another name. */
export function chosenTests(tests: readonly Sequence[], only: readonly string[]): readonly Sequence[] {
	if (only.length === 0) return tests;
	const isCalled = (test: Sequence, wanted: string): boolean => test.name === wanted || titleOf(test) === wanted;
	for (const wanted of only) {
		if (tests.some((test) => isCalled(test, wanted))) continue;
		const names = tests.map(({ name }) => name).join(', ');
		throw new WirebenchError('bad-input', words().unknown(wanted, names));
	}
	return tests.filter((test) => only.some((wanted) => isCalled(test, wanted)));
}
