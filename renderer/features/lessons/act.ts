import { isIdle } from '../../../common/contract/base/endpoint-status.ts';
import type { KeptLesson } from '../../../common/contract/calls/settings.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { isTopicId } from '../../../common/explain/topic-id.ts';
import { filledFilter, type Lesson, type LessonEndpoint, type LessonOffer } from '../../../common/lessons/index.ts';
import { offers, startingConfig } from '../../app/shared/offers/offers.ts';
import { targetAt } from '../../app/shared/targets.ts';
import { useLiveCapture } from '../../app/state/capture/capture-status.ts';
import { applyFilter } from '../../app/state/capture/filter.ts';
import { connectClient, proxyInFront } from '../../app/state/endpoints/clients.ts';
import { createEndpoint, startEndpoint } from '../../app/state/endpoints/endpoint-actions.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { useCentre } from '../../app/state/window/centre.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { openExplanation } from '../../app/state/window/help.ts';
import { keepLesson } from '../../app/state/window/lessons.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { useSocketView } from '../../app/state/window/socket-view.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { words } from '../../words/index.ts';
import { isAsPreset, madeOf, presetConfig } from './endpoint.ts';

/** Begins a lesson at its first step: only events from now on count. Its endpoint stays. */
export function startLesson({ id }: Lesson): void {
	const { id: capture, received } = useLiveCapture.getState();
	const before = useSettings.getState().lessons.kept[id];
	const kept: KeptLesson = { capture, began: received, shown: [], finished: before?.finished ?? false };
	keepLesson(id, { ...kept, ...(before?.endpoint === undefined ? {} : { endpoint: before.endpoint }) });
}

/** What an offer is about. */
export interface OfferPlace {
	readonly lesson: Lesson;
	readonly at: LessonEndpoint;
	/** The endpoint of the step, once there is one. */
	readonly state: EndpointState | undefined;
}

/** Does what the button of a step offers. */
export function takeOffer(offer: LessonOffer, { lesson, at, state }: OfferPlace): void {
	if ('preset' in offer) void startPreset(lesson, offer.preset, state);
	else if ('client' in offer) {
		if (state !== undefined) void connectClient(state.id);
	} else if ('proxy' in offer) {
		if (state !== undefined) void proxyInFront(state.id);
	} else if ('filter' in offer) applyFilter(filledFilter(offer.filter, at));
	else if ('code' in offer) showCode(offer.code);
	else if ('explain' in offer) {
		if (isTopicId(offer.explain)) openExplanation(offer.explain);
	} else showView(offer.view);
}

/** Whether there is something that an offer could be about. */
export function isOfferReady(offer: LessonOffer, { state }: OfferPlace): boolean {
	return state !== undefined || !('client' in offer || 'proxy' in offer);
}

/** Shows a preset as a program. */
export function showCode(preset: string): void {
	openDialog({ kind: 'code', source: { of: 'endpoint', config: presetConfig(preset) } });
}

function showView(view: Extract<LessonOffer, { readonly view: unknown }>['view']): void {
	useCentre.getState().show(view === 'conversation' ? 'conversation' : 'socket');
	if (view === 'calls' || view === 'states') useSocketView.setState({ part: view });
}

/**
 * Starts an endpoint of a preset, which becomes the lesson's: one that stands there stopped and still does what the preset does, else a
 * new one. Its port is that of the preset even where another program has it: what that causes is part of learning. A proxy leads to the
 * endpoint that the lesson has started before.
 */
async function startPreset(lesson: Lesson, preset: string, before: EndpointState | undefined): Promise<void> {
	const offer = offers.find((one) => one.id === preset);
	if (offer === undefined) throw new Error(`No preset is named ${preset}.`);
	try {
		const endpoints = [...useWorkbench.getState().endpoints.values()];
		const first = lesson.preset === preset ? undefined : madeOf(lesson.preset, endpoints);
		const targets = first === undefined ? [] : targetAt(first);
		const isReady = before !== undefined && isIdle(before) && isAsPreset(before, preset);
		const endpoint = isReady ? before.id : await createEndpoint(startingConfig(offer, endpoints, targets));
		const kept = useSettings.getState().lessons.kept[lesson.id];
		if (kept !== undefined) keepLesson(lesson.id, { ...kept, endpoint });
		await startEndpoint(endpoint);
	} catch (error) {
		toastError(words().notices.notCreated(presetConfig(preset).name), error);
	}
}
