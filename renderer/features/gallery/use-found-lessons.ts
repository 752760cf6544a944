import { useEffect, useState } from 'react';
import type { Lesson } from '../../../common/lessons/index.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { dialogWords } from '../../words/dialogs.ts';
import { useLanguage } from '../../words/store.ts';

/** A lesson in the language of the page. */
interface FoundLesson {
	readonly id: string;
	readonly title: string;
}

/** At most so many stand above the entries. */
const MOST = 3;

/** The lessons that contain all words of a query, by their titles and summaries; none for an empty one and until they are loaded. */
export function useFoundLessons(query: string): readonly FoundLesson[] {
	const language = useLanguage((state) => state.language);
	const [lessons, setLessons] = useState<readonly Lesson[]>([]);
	const parts = query.toLowerCase().split(/\s+/).filter(Boolean);
	const wanted = parts.length > 0;
	useEffect(() => {
		if (!wanted) return;
		// A chunk that the pane of the lessons has as well.
		import('../../app/shared/lessons/lessons.ts').then(
			({ LESSONS }) => setLessons(LESSONS),
			(error: unknown) => toastError(dialogWords().gallery.lessons.notRead, error),
		);
	}, [wanted]);
	if (!wanted) return [];
	return lessons
		.map(({ id, title, summary }) => ({ id, title: title[language], text: `${title[language]} ${summary[language]}` }))
		.filter(({ text }) => parts.every((part) => text.toLowerCase().includes(part)))
		.slice(0, MOST);
}
