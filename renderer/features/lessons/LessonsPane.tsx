import { X } from 'lucide-react';
import { useEffect } from 'react';
import { LESSONS } from '../../app/shared/lessons/lessons.ts';
import { closeLessons, focusAwaited } from '../../app/state/window/lessons.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { LessonList } from './LessonList.tsx';
import { LessonView } from './LessonView.tsx';
import './lessons.css';

/** The open lesson, or the list of them, beside the traffic. */
export function LessonsPane() {
	const { lessons: text } = useDialogWords();
	const open = useSettings(({ lessons }) => lessons.open);
	const lesson = LESSONS.find(({ id }) => id === open);
	// They were opened before this was loaded.
	useEffect(focusAwaited, []);
	return (
		<section className="lessons" aria-label={text.title}>
			<PanelHeader title={text.title}>
				<IconButton label={text.close} onClick={closeLessons}>
					<X size={14} />
				</IconButton>
			</PanelHeader>
			{lesson === undefined ? <LessonList /> : <LessonView key={lesson.id} lesson={lesson} />}
		</section>
	);
}
