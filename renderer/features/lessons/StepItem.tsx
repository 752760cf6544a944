import { Circle, CircleCheck, CircleDot } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { Marked } from './Marked.tsx';

const ICONS = { done: CircleCheck, current: CircleDot, waiting: Circle } as const;

interface StepItemProps {
	readonly title: string;
	readonly state: keyof typeof ICONS;
	/** What to do and why. */
	readonly text: string;
	/** What the current step has besides. */
	readonly children: ReactNode;
}

/** One step in the list: the current one is open, of the others the text can be opened. */
export function StepItem({ title, state, text, children }: StepItemProps) {
	const { lessons } = useDialogWords();
	const [opened, setOpened] = useState(false);
	const body = useId();
	const Icon = ICONS[state];
	const isOpen = state === 'current' || opened;
	return (
		<li className={`lesson-step lesson-step-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
			<h4>
				<button
					type="button"
					data-pane-focus={state === 'current' ? '' : undefined}
					aria-expanded={isOpen}
					aria-controls={body}
					aria-disabled={state === 'current' ? true : undefined}
					onClick={() => setOpened(!opened)}
				>
					<Icon size={15} aria-hidden="true" />
					{title} <VisuallyHidden>({lessons.states[state]})</VisuallyHidden>
				</button>
			</h4>
			<div id={body} hidden={!isOpen} className="lesson-step-body">
				<p>
					<Marked text={text} />
				</p>
				{children}
			</div>
		</li>
	);
}
