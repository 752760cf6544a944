import { useEffect } from 'react';
import { create } from 'zustand';
import { FilterError, type KnownProtocols, parseFilter } from '../../../common/filter/index.ts';
import type { Worded } from '../../../common/words/sentence/in-words.ts';
import { useErrorTexts } from '../../words/errors.ts';
import { useKnownProtocols } from './known-protocols.ts';

type RegexCheck = (text: string, known: KnownProtocols) => void;

/** The check of regular expressions, loaded when the first one is written. */
const useRegexCheck = create<{ readonly check: RegexCheck | undefined }>()(() => ({ check: undefined }));

/** Text that may be a regular expression. */
const SLASHES = /\/.+\//s;

/** The fault of a filter text; undefined for a valid or blank one, and for a regular expression before whenChecked. */
export function faultOf(text: string): FilterError | undefined {
	if (text.trim() === '') return undefined;
	try {
		const { known: all, named: known = all } = useKnownProtocols.getState();
		parseFilter(text, known);
		useRegexCheck.getState().check?.(text, known);
		return undefined;
	} catch (error) {
		if (error instanceof FilterError) return error;
		throw error;
	}
}

/** What is wrong with a filter, in the page's language. */
export interface FilterFault {
	readonly position: number;
	readonly length: number;
	readonly message: string;
	readonly hint?: string;
}

const NO_FAULT: Worded = { message: '', details: {} };

/** The same for a component: it renders again when a regular expression has been checked, and when the language or structures change. */
export function useFault(text: string): FilterFault | undefined {
	useRegexCheck();
	useKnownProtocols();
	useEffect(() => whenChecked(text, () => undefined), [text]);
	const fault = faultOf(text);
	const words = useErrorTexts(fault?.sentence ?? NO_FAULT);
	return fault === undefined ? undefined : { position: fault.position, length: fault.length, ...words };
}

/** Calls `then` once faultOf checks all of this filter: at once where nothing has to be loaded for it. */
export function whenChecked(text: string, then: () => void): void {
	if (useRegexCheck.getState().check !== undefined || !SLASHES.test(text)) {
		then();
		return;
	}
	void import('../../../common/filter/regex.ts')
		.then(({ checkRegexes }) => useRegexCheck.setState({ check: checkRegexes }))
		// Without it the host reports the fault.
		.finally(then);
}
