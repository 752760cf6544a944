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

/** A filter from the command line. */
export interface EventFilter {
	/** As written. */
	readonly text: string;
	/** Whether an event matches. Its content must be present. */
	readonly passes: (event: EventFacts & { readonly content: Uint8Array }) => boolean;
}

/** Parses a filter. Throws FilterError. */
export function eventFilter(text: string): EventFilter {
	const test: FilterTest = compileFilter(parseFilter(text), plainFinder);
	return { text, passes: (event) => test(event) === YES };
}

/** Adds `--filter` to a command: its option `filter` is then an EventFilter, or absent. An invalid one ends it as wrong usage. */
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

/** The filter with a caret under the fault, and what was expected there. */
function explain(text: string, { position, length, message, hint }: FilterError): string {
	// Line ends and tabs would misplace the caret.
	const shown = text.replaceAll(/[\r\n\t]/g, ' ');
	const line = `  ${shown}\n  ${' '.repeat([...text.slice(0, position)].length)}${'^'.repeat(Math.max(1, length))}`;
	return `\n${line}\nAt ${position + 1}: ${message}${hint === undefined ? '' : ` ${hint}`}`;
}
