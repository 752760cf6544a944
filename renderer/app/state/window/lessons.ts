import { flushSync } from 'react-dom';
import type { KeptLesson } from '../../../../common/contract/calls/settings.ts';
import { updateSettings, useSettings } from './settings.ts';

/** The list of the lessons, in place of one. */
export const LESSON_LIST = '';

/** A person has opened the lessons before their code was loaded: the focus goes there then. */
let isAwaited = false;

/** Shows a lesson, or the list, beside the traffic, and moves the focus there. */
export function openLessons(lesson = LESSON_LIST): void {
	const { lessons } = useSettings.getState();
	flushSync(() => updateSettings({ lessons: { ...lessons, open: lesson } }));
	isAwaited = true;
	focusAwaited();
}

/** Moves the focus to the lessons, if a person has opened them and it is not there yet. */
export function focusAwaited(): void {
	const pane = document.querySelector('[data-pane="lessons"]');
	const target = pane?.querySelector<HTMLElement>('[data-pane-focus]');
	if (!isAwaited || target === null || target === undefined) return;
	isAwaited = false;
	target.focus();
}

export function closeLessons(): void {
	updateSettings({ lessons: { ...useSettings.getState().lessons, open: null } });
}

/** Keeps how far a person is in a lesson. */
export function keepLesson(id: string, kept: KeptLesson): void {
	const { lessons } = useSettings.getState();
	updateSettings({ lessons: { ...lessons, kept: { ...lessons.kept, [id]: kept } } });
}
