import { CircleCheck } from 'lucide-react';
import type { Lesson } from '../../../common/lessons/index.ts';
import { LESSONS, useLessonText } from '../../app/shared/lessons/lessons.ts';
import { openLessons } from '../../app/state/window/lessons.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { useDialogWords } from '../../words/dialogs.ts';

/** The lessons, and what was done of each. */
export function LessonList() {
	const { lessons: text } = useDialogWords();
	return (
		<div className="lessons-body">
			<p className="lessons-intro">{text.intro}</p>
			<ol className="lesson-list">
				{LESSONS.map((lesson, i) => (
					<Entry key={lesson.id} lesson={lesson} isFirst={i === 0} />
				))}
			</ol>
		</div>
	);
}

function Entry({ lesson, isFirst }: { readonly lesson: Lesson; readonly isFirst: boolean }) {
	const { lessons: text } = useDialogWords();
	const say = useLessonText();
	const kept = useSettings(({ lessons }) => lessons.kept[lesson.id]);
	const done = kept?.shown.length ?? 0;
	const isUnderway = done > 0 && done < lesson.steps.length;
	return (
		<li>
			<button
				type="button"
				className="lesson-entry"
				data-pane-focus={isFirst ? '' : undefined}
				onClick={() => openLessons(lesson.id)}
			>
				<span className="lesson-entry-title">{say(lesson.title)}</span>
				<span className="lesson-entry-summary">{say(lesson.summary)}</span>
				<span className="lesson-entry-state">
					{text.minutes(lesson.minutes)}
					{isUnderway ? <span>{text.done(done, lesson.steps.length)}</span> : null}
					{kept?.finished ? (
						<span className="lesson-finished">
							<CircleCheck size={12} aria-hidden="true" /> {text.finished}
						</span>
					) : null}
				</span>
			</button>
		</li>
	);
}
