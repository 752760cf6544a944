export { filled, filledFilter, type LessonEndpoint } from './fill.ts';
export {
	type DoneWhen,
	type Lesson,
	type LessonOffer,
	type LessonStep,
	type LessonText,
	lessonSchema,
	presetAt,
	presetsOf,
} from './lesson.ts';
export {
	counted,
	type FoundEvent,
	mistakesNow,
	NOTHING,
	progress,
	type Sought,
	soughtNow,
	type Tally,
} from './progress.ts';
