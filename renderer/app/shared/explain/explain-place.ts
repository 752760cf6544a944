import type { TopicId } from '../../../../common/explain/topic-id.ts';
import { openExplanation } from '../../state/window/help.ts';
import { EXPLAINS } from './explains.ts';

/** What a name and its button belong to. */
const NAMED = '.ui-field, .ui-check-line, .ui-card, .explained';

/** Switches and fields that have no button, because their bars are full: what they are in, narrower places first. */
const PLACES: readonly (readonly [place: string, topic: TopicId])[] = [
	['.top-bar-theme', 'settings.look'],
	['.filter', 'dialogs.filter'],
	['.ui-segmented:has(.centre-view-word)', 'views.centre'],
	['.log-listing', 'views.listing'],
	['.timeline-measure', 'views.timeline'],
	['.data-tabs', 'views.payload'],
	['.text-charset', 'fields.charset'],
	['.bytes-find, .talk-find', 'views.find'],
	['.jump-bar', 'views.jump'],
	['.endpoint-search, .ui-search, .talk-picker-panel, .sequence-picker, .composer-history', 'views.list'],
	['.event-note-field', 'views.note'],
	['.talk-bar', 'views.conversation'],
	['.calls-head', 'views.calls'],
	['.socket .ui-panel-header', 'views.socket'],
	['.statistics .ui-panel-header', 'views.statistics'],
	['.plot-tools', 'dialogs.measure'],
	['.composer-charset', 'fields.charset'],
	['.composer-ending', 'testing.lineEnd'],
	['.composer-destination', 'fields.remote'],
	['.composer-to', 'views.to'],
	['.composer', 'fields.written'],
];

/** What explains a switch or a field: the button of its name, or the topic of its place. */
export function explanationAt(element: Element): HTMLElement | TopicId | undefined {
	const button = element.closest(NAMED)?.querySelector<HTMLElement>(`[${EXPLAINS}]`);
	return button ?? PLACES.find(([place]) => element.closest(place) !== null)?.[1];
}

/** Explains an element: its field, box, card or bar, else the selected event; where there is nothing of these, lists all. */
export function explainPlace(element: Element | null): void {
	const event = document.querySelector<HTMLElement>(`[data-pane="inspector"] [${EXPLAINS}]`);
	const explained = (element === null ? undefined : explanationAt(element)) ?? event;
	if (explained instanceof HTMLElement) explained.click();
	else openExplanation(explained ?? undefined);
}
