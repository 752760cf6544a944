import type { Verdict } from './verdict.ts';

/** The options of a measurement. */
export interface Options {
	/** Seconds instead of minutes, to check that it runs: its figures are meaningless. */
	readonly quick: boolean;
	/** Rounds of interleaved pairs. */
	readonly rounds: number;
	/** Duration of a measurement that can have any; left out: its own. */
	readonly seconds?: number | undefined;
	/** A folder for output; it is removed at the end of the run. */
	readonly scratch: string;
	/** Prints a line for people at once. */
	say(line: string): void;
}

export interface Bench {
	/** What is measured, in a line. */
	readonly title: string;
	/** Throws when a byte was wrong or nothing could be measured. */
	run(options: Options): Promise<Verdict[]>;
}
