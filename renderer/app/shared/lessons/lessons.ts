import { type Lesson, type LessonText, lessonSchema } from '../../../../common/lessons/index.ts';
import { useLanguage } from '../../../words/store.ts';

const FILES = import.meta.glob<unknown>('../../../../assets/lessons/*.json', { eager: true, import: 'default' });

/** The lessons, in their order. */
export const LESSONS: readonly Lesson[] = Object.keys(FILES)
	.toSorted()
	.map((file) => lessonSchema.parse(FILES[file]));

/** What a text of a lesson says in the language of the page. */
export function useLessonText(): (text: LessonText) => string {
	const language = useLanguage((state) => state.language);
	return (text) => text[language];
}
