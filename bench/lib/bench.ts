import type { Verdict } from './verdict.ts';

/** What a measurement is given. */
export interface Options {
	/** Seconds instead of minutes, to see that it runs: its figures say nothing. */
	readonly quick: boolean;
	/** Rounds of interleaved pairs. */
	readonly rounds: number;
	/** A folder for whatever is written; it goes away with the run. */
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
