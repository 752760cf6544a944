import type { Command } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { workspaces } from '../../../../common/words/en/cli/workspaces.ts';
import { reportOn, type WorkspaceReport } from '../../../app/workspace/check-workspace.ts';
import { readNamedText } from '../files/named-text.ts';
import { jsonLine } from '../output/format.ts';
import { stdout } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { spoken } from '../terminal/language.ts';
import { problemLines, reportData, unknownLines } from './report.ts';

const texts = () => spoken('workspaces', workspaces).check;

interface CheckOptions {
	readonly json?: boolean;
}

/** A file that cannot be read is one with a problem: the other files are still looked at. */
function reportOnFile(file: string): WorkspaceReport {
	try {
		return reportOn(readNamedText(file));
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
		const { message, details } = error;
		const problem = { path: '', message, says: details.says };
		return { problems: [problem], unknown: [], endpoints: 0, payloads: 0, tests: 0 };
	}
}

function words(file: string, report: WorkspaceReport): string[] {
	const count = report.problems.length;
	const end = count === 0 ? texts().fine(file, contents(report)) : texts().unusable(file, count);
	return [...problemLines(file, report), ...unknownLines(file, report), end];
}

/** What a file has, as in “2 endpoints, 1 test”. */
function contents({ endpoints, payloads, tests }: WorkspaceReport): string[] {
	return [
		texts().endpoints(endpoints),
		...(payloads === 0 ? [] : [texts().payloads(payloads)]),
		...(tests === 0 ? [] : [texts().tests(tests)]),
	];
}

/** Prints what is wrong in each file; returns the exit code. */
function check(files: readonly string[], { json }: CheckOptions): number {
	let code: number = EXIT.done;
	for (const file of files) {
		const report = reportOnFile(file);
		stdout().lines(json ? [jsonLine(reportData(file, report))] : words(file, report));
		if (report.problems.length > 0) code = EXIT.usage;
	}
	return code;
}

export function addCheck(workspace: Command, done: (code: number) => void): void {
	workspace
		.command('check')
		.summary(texts().summary)
		.description(texts().description)
		.argument('<file...>', texts().files)
		.option('--json', texts().json)
		.action((files: string[], options: CheckOptions) => done(check(files, options)));
}
