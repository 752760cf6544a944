import { type Command, InvalidArgumentError } from 'commander';
import { FilterError, type FilterHint, filterHints, filterSentence } from '../../../../common/filter/index.ts';
import { compileFilter, type EventFacts, readFilter, YES } from '../../../../common/filter/run.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { errorTexts, gapAfter, spoken } from '../terminal/language.ts';

const words = () => spoken('printing', printing).filter;

/** A filter from the command line. */
export interface EventFilter {
	/** As written. */
	readonly text: string;
	/** Whether an event matches. Its content must be present. */
	readonly passes: (event: EventFacts & { readonly content: Uint8Array }) => boolean;
}

/** A name and a sign, as in `lenght>100`. */
const FIELD_LIKE = /^[A-Za-z]+[:<>=!]/;

/** Parses a filter. Throws FilterError: also for a word that was probably meant as a field, which nobody here could click. */
export function eventFilter(text: string): EventFilter {
	const test = compileFilter(readFilter(text));
	const hint = filterHints(text).find(({ written }) => FIELD_LIKE.test(written));
	if (hint !== undefined) throw mistyped(hint);
	return { text, passes: (event) => test(event) === YES };
}

/** Adds `--filter` to a command: its option `filter` is then an EventFilter, or absent. An invalid one ends it as wrong usage. */
export function addFilterOption(command: Command): Command {
	return command.option('--filter <text>', words().option, (text) => {
		try {
			return eventFilter(text);
		} catch (error) {
			if (error instanceof FilterError) throw new InvalidArgumentError(explain(text, error));
			throw error;
		}
	});
}

function mistyped({ position, length, written, meant }: FilterHint): FilterError {
	return new FilterError(filterSentence('bad-input', 'filterMistyped', { written, meant }), position, length);
}

/** The filter with a caret under the fault, and what was expected there. */
function explain(text: string, { position, length, sentence }: FilterError): string {
	const { message, hint } = errorTexts(sentence);
	// Line ends and tabs would misplace the caret.
	const shown = text.replaceAll(/[\r\n\t]/g, ' ');
	const line = `  ${shown}\n  ${' '.repeat([...text.slice(0, position)].length)}${'^'.repeat(Math.max(1, length))}`;
	return `\n${line}\n${words().at(position + 1, message)}${hint === undefined ? '' : `${gapAfter(message)}${hint}`}`;
}
