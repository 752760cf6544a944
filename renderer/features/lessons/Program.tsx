import { Copy, Terminal } from 'lucide-react';
import type { LessonStep } from '../../../common/lessons/index.ts';
import { writeClipboard } from '../../app/shared/clipboard.ts';
import { toast, toastError } from '../../app/state/window/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { dialogWords, useDialogWords } from '../../words/dialogs.ts';

interface ProgramProps {
	readonly language: NonNullable<LessonStep['program']>['language'];
	readonly code: string;
	/** Of the step. */
	readonly title: string;
}

/** The command that runs a Python program, for a shell. */
const asCommand = (code: string) => ["python3 - <<'END'", code.trimEnd(), 'END', ''].join('\n');

function copy(text: string): void {
	writeClipboard(text).then(
		() => toast({ tone: 'info', title: dialogWords().lessons.copied }),
		(error: unknown) => toastError(dialogWords().lessons.notCopied, error),
	);
}

/** What a person runs as their own program. */
export function Program({ language, code, title }: ProgramProps) {
	const { lessons: text } = useDialogWords();
	return (
		<section className="lesson-program" aria-label={text.program[language]}>
			<h5>{text.program[language]}</h5>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls with the keyboard, and its text is selected there */}
			<section className="lesson-code" aria-label={title} tabIndex={0}>
				<pre>{code}</pre>
			</section>
			<div className="lesson-actions">
				{language === 'python' ? (
					<>
						<Button variant="primary" icon={<Terminal size={14} />} onClick={() => copy(asCommand(code))}>
							{text.copyCommand}
						</Button>
						<Button icon={<Copy size={14} />} onClick={() => copy(code)}>
							{text.copy}
						</Button>
					</>
				) : (
					<Button variant="primary" icon={<Copy size={14} />} onClick={() => copy(code)}>
						{text.copy}
					</Button>
				)}
			</div>
			<p className="lesson-note">{text.run[language]}</p>
		</section>
	);
}
