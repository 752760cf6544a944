export { filled, filledFilter, type LessonEndpoint } from './fill.ts';
export {
	type DoneWhen,
	LESSON_VIEWS,
	type Lesson,
	type LessonOffer,
	type LessonStep,
	type LessonText,
	lessonSchema,
} from './lesson.ts';
export {
	counted,
	type FoundEvent,
	type LessonPlace,
	mistakesNow,
	NOTHING,
	type Progress,
	progress,
	type Sought,
	soughtNow,
	type Tally,
} from './progress.ts';
