import { type CheckedStructure, checkStructureText } from '../../../../common/structure/read.ts';

let last: { readonly text: string; readonly checked: CheckedStructure } | undefined;

/** The check of the edited text, which the dialog, its editor and its button ask for: a text is checked and compiled once. */
export function checkedText(text: string): CheckedStructure {
	if (last?.text !== text) last = { text, checked: checkStructureText(text) };
	return last.checked;
}
