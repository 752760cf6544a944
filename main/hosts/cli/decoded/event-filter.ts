import type { Command } from 'commander';
import { FilterError, type FilterHint, filterHints, filterSentence } from '../../../../common/filter/index.ts';
import { compileFilter, type EventFacts, readFilter, YES } from '../../../../common/filter/run.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { errorTexts, gapAfter, spoken } from '../terminal/language.ts';
import { refuse } from './invalid.ts';
import { decodersOf, knownOf, type StructuresChoice } from './structures.ts';

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
export function eventFilter(text: string, choice: StructuresChoice = {}): EventFilter {
	const known = knownOf(choice);
	const test = compileFilter(readFilter(text, known), undefined, decodersOf(choice));
	const hint = filterHints(text, known).find(({ written }) => FIELD_LIKE.test(written));
	if (hint !== undefined) throw mistyped(hint);
	return { text, passes: (event) => test(event) === YES };
}

/**
 * Adds `--filter` to a command: its option `filter` is an EventFilter in its action, or absent. An invalid one ends it as wrong usage.
 * It is read once all options are: structures name its fields.
 */
export function addFilterOption(command: Command): Command {
	return command.option('--filter <text>', words().option).hook('preAction', (_program, action) => {
		const { filter, ...choice } = action.opts<StructuresChoice & { readonly filter?: string }>();
		if (filter === undefined) return;
		try {
			action.setOptionValue('filter', eventFilter(filter, choice));
		} catch (error) {
			if (!(error instanceof FilterError)) throw error;
			refuse(action, 'filter', filter, explain(filter, error));
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
