/// <reference types="vite/types/importMeta.d.ts" />
import { type Lesson, lessonSchema } from '../../../../common/lessons/index.ts';

const FILES = import.meta.glob<unknown>('../../../../assets/lessons/*.json', { eager: true, import: 'default' });

/** The lessons, in their order. */
export const lessons: readonly Lesson[] = Object.keys(FILES)
	.toSorted()
	.map((file) => lessonSchema.parse(FILES[file]));
