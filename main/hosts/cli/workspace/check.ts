import type { Command } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { counted } from '../../../../common/words/counted.ts';
import { reportOn, type WorkspaceReport } from '../../../app/workspace/check-workspace.ts';
import { readNamedText } from '../flags/named-text.ts';
import { jsonLine } from '../output/format.ts';
import { stdout } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { problemLines, reportData, unknownLines } from './report.ts';

interface CheckOptions {
	readonly json?: boolean;
}

/** A file that cannot be read is one with a problem: the other files are still looked at. */
function reportOnFile(file: string): WorkspaceReport {
	try {
		return reportOn(readNamedText(file));
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
		return { problems: [{ path: '', message: error.message }], unknown: [], endpoints: 0, payloads: 0, tests: 0 };
	}
}

function words(file: string, report: WorkspaceReport): string[] {
	const count = report.problems.length;
	const end =
		count === 0 ? `${file} is fine: ${contents(report)}.` : `${file} cannot be used: ${counted(count, 'problem')}.`;
	return [...problemLines(file, report), ...unknownLines(file, report), end];
}

/** What a file has, as in “2 endpoints, 1 test”. */
function contents({ endpoints, payloads, tests }: WorkspaceReport): string {
	const others = [counted(payloads, 'payload'), counted(tests, 'test')].filter((one) => !one.startsWith('0 '));
	return [counted(endpoints, 'endpoint'), ...others].join(', ');
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
		.summary('say what is wrong in workspace files')
		.description(
			'Prints every problem of each file with its JSON path and the name of the endpoint, and keys that Wirebench does not ' +
				'know. The exit code is 0 when all files can be used, else 2. Nothing is started or changed.',
		)
		.argument('<file...>', 'workspace files, as in demo.wirebench.json')
		.option(
			'--json',
			'print one JSON object for each file: file, ok, endpoints, payloads, tests, findings (severity, path, endpoint, message)',
		)
		.action((files: string[], options: CheckOptions) => done(check(files, options)));
}
