import { Check, Circle, CircleDashed, CircleStop, X } from 'lucide-react';
import type { SequenceRun, StepResult } from '../../../common/contract/calls/protocol-tests.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useDialogWords } from '../../words/dialogs.ts';

type Status = SequenceRun['status'] | StepResult['status'];

const SHAPES = {
	waiting: Circle,
	running: CircleDashed,
	passed: Check,
	failed: X,
	stopped: CircleStop,
} as const;

/** The result as a shape as well as a colour. */
export function StatusMark({ status }: { readonly status: Status }) {
	const { status: text } = useDialogWords().tests;
	const Shape = SHAPES[status];
	return (
		<span className={`tests-mark tests-${status}`}>
			<Shape size={13} aria-hidden="true" />
			<VisuallyHidden>{text[status]}</VisuallyHidden>
		</span>
	);
}
