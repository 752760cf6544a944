import { workspaces } from '../../../../common/words/en/cli/workspaces.ts';
import { secretNames } from '../../../../common/words/en/dialogs/secret-names.ts';
import {
	environmentUses,
	findingSays,
	type MissingSecret,
	type UsingParts,
	type WorkspaceFinding,
} from '../../../../common/workspace/index.ts';
import type { WorkspaceReport } from '../../../app/workspace/check-workspace.ts';
import { environmentNotes } from '../../../app/workspace/environment-note.ts';
import { faultText, gapAfter, spoken } from '../terminal/language.ts';

const words = () => spoken('workspaces', workspaces).check;

/** The problems of a workspace file, a line each. */
export function problemLines(file: string, { problems }: Pick<WorkspaceReport, 'problems'>): string[] {
	return problems.map((one) => `${file}: ${faultText(findingSays(one))}`);
}

/** The keys that are not known, a line each. */
export function unknownLines(file: string, { unknown }: Pick<WorkspaceReport, 'unknown'>): string[] {
	return unknown.map((one) => {
		const text = faultText(findingSays(one));
		return `${file}: ${text}${gapAfter(text)}${words().keptKey}`;
	});
}

/** The secrets of `owner` that are neither in the file nor kept for it, a line each. */
export function missingLines(owner: string, missing: readonly MissingSecret[]): string[] {
	return missing.map(({ path, env }) => {
		const text = words().missing(owner, spoken('secretNames', secretNames)[path], path);
		return env === undefined ? text : `${text}${gapAfter(text)}${words().unset(env)}`;
	});
}

/** The variables of the environment that a person lets the file use by running it: one line where there are any. */
export function environmentLines(file: string, parts: UsingParts): string[] {
	return environmentNotes(file, environmentUses(parts)).map(faultText);
}

/** The same as data: what a program reads of `workspace check --json`. */
export function reportData(file: string, { problems, unknown, endpoints, payloads, tests }: WorkspaceReport): unknown {
	const data =
		(severity: 'error' | 'warning') =>
		({ says: _says, ...one }: WorkspaceFinding) => ({ severity, ...one });
	return {
		file,
		ok: problems.length === 0,
		endpoints,
		payloads,
		tests,
		findings: [...problems.map(data('error')), ...unknown.map(data('warning'))],
	};
}
