import { openExplanation } from '../../state/window/help.ts';

/** What a name and its button belong to. */
const NAMED = '.ui-field, .ui-check-line, .ui-card, .explained';

/** Buttons with an explanation. */
export const EXPLAINS = 'data-explains';

/** Explains what has the focus: its field, box or card, else the selected event; where there is nothing of these, lists all. */
export function explainFocused(): void {
	const named = document.activeElement?.closest(NAMED);
	const place = named ?? document.querySelector('[data-pane="inspector"]');
	const button = place?.querySelector<HTMLElement>(`[${EXPLAINS}]`);
	if (button) button.click();
	else openExplanation();
}
