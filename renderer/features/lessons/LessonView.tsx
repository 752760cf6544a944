import { ArrowLeft, RotateCcw } from 'lucide-react';
import { useEffect } from 'react';
import type { KeptLesson } from '../../../common/contract/calls/settings.ts';
import { filled, type Lesson, type LessonText, presetAt } from '../../../common/lessons/index.ts';
import { LESSONS, useLessonText } from '../../app/shared/lessons/lessons.ts';
import { useLiveCapture } from '../../app/state/capture/capture-status.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { openLessons } from '../../app/state/window/lessons.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import { type OfferPlace, showCode, startLesson } from './act.ts';
import { CurrentStep, OwnProgram } from './CurrentStep.tsx';
import { lessonEndpoint, lessonState } from './endpoint.ts';
import { Marked } from './Marked.tsx';
import { StepItem } from './StepItem.tsx';
import { useProgress } from './use-progress.ts';

/** A lesson: its steps, and where the person is. */
export function LessonView({ lesson }: { readonly lesson: Lesson }) {
	const { lessons: text } = useDialogWords();
	const say = useLessonText();
	const kept = useSettings(({ lessons }) => lessons.kept[lesson.id]);
	const capture = useLiveCapture(({ id }) => id);
	const isNew = kept === undefined && capture !== '';
	useEffect(() => {
		if (isNew) startLesson(lesson);
	}, [isNew, lesson]);
	return (
		<div className="lessons-body">
			<div className="lesson-head">
				<IconButton label={text.all} size="s" onClick={() => openLessons()}>
					<ArrowLeft size={14} />
				</IconButton>
				<h3>{say(lesson.title)}</h3>
				<IconButton label={text.restart} size="s" onClick={() => startLesson(lesson)}>
					<RotateCcw size={13} />
				</IconButton>
			</div>
			<p className="lessons-intro">{say(lesson.summary)}</p>
			{kept === undefined ? null : <Steps lesson={lesson} kept={kept} />}
		</div>
	);
}

function Steps({ lesson, kept }: { readonly lesson: Lesson; readonly kept: KeptLesson }) {
	const { lessons: text } = useDialogWords();
	const say = useLessonText();
	const endpoints = useWorkbench((state) => state.endpoints);
	const placeOf = (index: number): OfferPlace => {
		const state = lessonState(lesson, index, kept.endpoint, endpoints);
		return { lesson, at: lessonEndpoint(presetAt(lesson, index), state), state };
	};
	const places = lesson.steps.map((_, i) => placeOf(i));
	const current = kept.shown.length;
	const place = places[current] ?? placeOf(current);
	const facts = useProgress(lesson, kept, place.at);
	const words = (one: LessonText, { at }: OfferPlace = place) => filled(say(one), at);
	const step = lesson.steps[current];
	return (
		<>
			<VisuallyHidden>
				<span role="status">
					{step === undefined ? text.end : text.step(current + 1, lesson.steps.length, words(step.title))}
				</span>
			</VisuallyHidden>
			<ol className="lesson-steps" aria-label={text.steps}>
				{lesson.steps.map((one, i) => (
					<StepItem
						key={one.id}
						title={words(one.title, places[i])}
						state={i < current ? 'done' : i === current ? 'current' : 'waiting'}
						text={words(one.text, places[i])}
					>
						{i === current ? <CurrentStep step={one} facts={facts} place={place} words={words} /> : null}
						{i < current ? <OwnProgram step={one} place={places[i] ?? place} words={words} /> : null}
					</StepItem>
				))}
			</ol>
			{step === undefined ? <End lesson={lesson} words={words} /> : null}
		</>
	);
}

interface EndProps {
	readonly lesson: Lesson;
	readonly words: (text: LessonText) => string;
}

/** What was seen, and where a person goes on. */
function End({ lesson, words }: EndProps) {
	const { lessons: text } = useDialogWords();
	const { asCode } = useWords().captureActions;
	const say = useLessonText();
	const next = LESSONS[LESSONS.findIndex(({ id }) => id === lesson.id) + 1];
	return (
		<section className="lesson-end" aria-label={text.end}>
			<h4>{text.end}</h4>
			<p>
				<Marked text={words(lesson.end)} />
			</p>
			<div className="lesson-actions">
				<Button variant="primary" data-pane-focus="" onClick={() => showCode(lesson.preset)}>
					{asCode}
				</Button>
				{next === undefined ? null : <Button onClick={() => openLessons(next.id)}>{text.next(say(next.title))}</Button>}
			</div>
		</section>
	);
}
