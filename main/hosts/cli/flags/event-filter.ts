import { type Command, InvalidArgumentError } from 'commander';
import {
	compileFilter,
	type EventFacts,
	FilterError,
	type FilterTest,
	parseFilter,
	plainFinder,
	YES,
} from '../../../../common/filter/index.ts';

/** A filter that a person gave on the command line. */
export interface EventFilter {
	/** As it was written. */
	readonly text: string;
	/** Whether it lets an event through. Its content has to be there. */
	readonly passes: (event: EventFacts & { readonly content: Uint8Array }) => boolean;
}

/** Reads a filter. Throws FilterError. */
export function eventFilter(text: string): EventFilter {
	const test: FilterTest = compileFilter(parseFilter(text), plainFinder);
	return { text, passes: (event) => test(event) === YES };
}

/** Adds `--filter` to a command: its option `filter` is then an EventFilter, or absent. One that cannot be read ends it as wrong usage. */
export function addFilterOption(command: Command): Command {
	return command.option(
		'--filter <text>',
		'print only the events that this lets through, as in "dir:in len>=100"',
		(text) => {
			try {
				return eventFilter(text);
			} catch (error) {
				if (error instanceof FilterError) throw new InvalidArgumentError(explain(text, error));
				throw error;
			}
		},
	);
}

/** The filter with a caret under the place where it goes wrong, and what was expected there. */
function explain(text: string, { position, length, message, hint }: FilterError): string {
	// Line ends and tabs would move the caret away from what it points at.
	const shown = text.replaceAll(/[\r\n\t]/g, ' ');
	const line = `  ${shown}\n  ${' '.repeat([...text.slice(0, position)].length)}${'^'.repeat(Math.max(1, length))}`;
	return `\n${line}\nAt ${position + 1}: ${message}${hint === undefined ? '' : ` ${hint}`}`;
}
