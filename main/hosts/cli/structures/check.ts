import type { Command } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { CheckedStructure } from '../../../../common/structure/read.ts';
import { decoding } from '../../../../common/words/en/cli/decoding.ts';
import { checkedFile, problemLines } from '../files/read-structure.ts';
import { jsonLine } from '../output/format.ts';
import { stdout } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('decoding', decoding).structure;

interface CheckOptions {
	readonly json?: boolean;
}

/** A file that cannot be read is one with a problem: the other files are still looked at. */
function looked(file: string): CheckedStructure {
	try {
		return checkedFile(file);
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
		return { problems: [{ path: '', message: error.message, says: error.details.says }], unknown: [] };
	}
}

function lines(file: string, { problems, unknown, usable }: CheckedStructure): string[] {
	const end = usable === undefined ? words().unusable(file, problems.length) : words().fine(file, usable.program.id);
	return [...problemLines(file, problems), ...problemLines(file, unknown), end];
}

function data(file: string, { problems, unknown }: CheckedStructure): unknown {
	const findings = [
		...problems.map(({ says: _says, ...problem }) => ({ severity: 'error', ...problem })),
		...unknown.map(({ says: _says, ...problem }) => ({ severity: 'warning', ...problem })),
	];
	return { file, ok: problems.length === 0, findings };
}

/** Prints what is wrong in each file; returns the exit code. */
function check(files: readonly string[], { json }: CheckOptions): number {
	let code: number = EXIT.done;
	for (const file of files) {
		const found = looked(file);
		stdout().lines(json ? [jsonLine(data(file, found))] : lines(file, found));
		if (found.problems.length > 0) code = EXIT.usage;
	}
	return code;
}

export function addCheck(structure: Command, done: (code: number) => void): void {
	structure
		.command('check')
		.summary(words().checkSummary)
		.description(words().checkDescription)
		.argument('<file...>', words().files)
		.option('--json', words().json)
		.action((files: string[], options: CheckOptions) => done(check(files, options)));
}
