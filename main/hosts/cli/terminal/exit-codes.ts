import { exitCodes } from '../../../../common/words/en/cli/exit-codes.ts';
import { program } from '../../../../common/words/en/cli/program.ts';
import { spoken } from './language.ts';

/** Exit codes of every command, by name. */
export const EXIT = {
	/** It succeeded, or was interrupted. */
	done: 0,
	/** The operation failed; a sentence is on stderr. */
	failed: 1,
	/** The command line, or an instruction file, was invalid; nothing was started. */
	usage: 2,
	/** Output or a file could not be written. */
	output: 3,
	/** A second request to stop ended the process at once: a shell's code for an interrupt. */
	interrupted: 130,
} as const;

const EXIT_NAMES = ['done', 'failed', 'usage', 'output', 'interrupted'] as const;

/** An exit code, for the help and the docs. */
export interface ExitCode {
	readonly code: number;
	/** What it means for every command. */
	readonly meaning: string;
	/** What it means for single commands, by their names. */
	readonly of: Readonly<Record<string, string>>;
}

/** Every exit code: a promise to scripts. */
export function exitCodeTable(): ExitCode[] {
	const texts = spoken('exitCodes', exitCodes);
	return EXIT_NAMES.map((name) => ({ code: EXIT[name], ...texts[name] }));
}

/** The meanings, a line each. */
export function exitHelp(): string {
	return [
		spoken('program', program).exitCodes,
		...exitCodeTable().map(({ code, meaning }) => `  ${code}  ${meaning}`),
	].join('\n');
}

/** The whole table, for a terminal. */
export function exitCodeLines(): string[] {
	return exitCodeTable().flatMap(({ code, meaning, of }) => [
		`${String(code).padEnd(5)}${meaning}`,
		...Object.entries(of).map(([command, text]) => `       ${command}: ${text}`),
	]);
}
