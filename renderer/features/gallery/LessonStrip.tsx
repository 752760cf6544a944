import { GraduationCap } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useFoundLessons } from './use-found-lessons.ts';

interface LessonStripProps {
	readonly query: string;
	/** `lesson`: left out for the list of them. */
	readonly onOpen: (lesson?: string) => void;
}

/** A way to the lessons from where a person looks for something to start; with a query, to those that are about it. */
export function LessonStrip({ query, onOpen }: LessonStripProps) {
	const text = useDialogWords().gallery.lessons;
	const found = useFoundLessons(query);
	const isBlank = query.trim() === '';
	if (!isBlank && found.length === 0) return null;
	return (
		<section className="gallery-lessons" aria-label={text.title}>
			{isBlank ? (
				<>
					<span>{text.intro}</span>
					<Button icon={<GraduationCap size={14} />} onClick={() => onOpen()}>
						{text.open}
					</Button>
				</>
			) : (
				found.map(({ id, title }) => (
					<Button key={id} variant="ghost" icon={<GraduationCap size={14} />} onClick={() => onOpen(id)}>
						{text.one(title)}
					</Button>
				))
			)}
		</section>
	);
}
