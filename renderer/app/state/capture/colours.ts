import { create } from 'zustand';
import { type ColourRule, ROW_COLOURS } from '../../../../common/filter/colours.ts';
import { asksForMarks, parseFilter } from '../../../../common/filter/index.ts';
import { words } from '../../../words/index.ts';
import { faultOf, whenChecked } from '../../shared/filter-fault.ts';
import { knownNow, useKnownProtocols } from '../../shared/known-protocols.ts';
import { session } from '../host/session.ts';
import { toastError } from '../window/toasts.ts';

/** The colour rules of the workspace, and those of them whose filter can be used. */
interface Colours {
	readonly rules: readonly ColourRule[];
	readonly usable: readonly ColourRule[];
}

export const useColours = create<Colours>()(() => ({ rules: [], usable: [] }));

/** Takes the rules as the host has them. */
export function takeColours(rules: readonly ColourRule[]): void {
	useColours.setState({ rules });
	whenChecked(rules.map(({ filter }) => filter).join(' '), () => {
		const now = useColours.getState();
		if (now.rules !== rules) return;
		const usable = rules.filter(({ filter }) => faultOf(filter) === undefined);
		const isSame = JSON.stringify(usable) === JSON.stringify(now.usable);
		if (!isSame) useColours.setState({ usable });
	});
}

// A rule that names a structure can be used while there is one.
useKnownProtocols.subscribe(() => takeColours(useColours.getState().rules));

/** Whether a change of marks can change colours. */
export function coloursAskForMarks(): boolean {
	return useColours.getState().usable.some(({ filter }) => asksForMarks(parseFilter(filter, knownNow())));
}

/** Stores the rules in the workspace, and shows them at once. */
export function setColours(rules: readonly ColourRule[]): void {
	const before = useColours.getState().rules;
	takeColours(rules);
	session.call('coloursSet', { colours: [...rules] }).catch((error: unknown) => {
		takeColours(before);
		toastError(words().captureActions.coloursUnsaved, error);
	});
}

/** The rules with another one for a filter: a colour that no rule has, if there is one. */
export function withColourRule(rules: readonly ColourRule[], filter: string): ColourRule[] {
	const colour = ROW_COLOURS.find((one) => rules.every((rule) => rule.colour !== one)) ?? ROW_COLOURS[0];
	return [...rules, { filter, colour }];
}
