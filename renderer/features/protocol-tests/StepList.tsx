import { Plus } from 'lucide-react';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { Button } from '../../ui/Button.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { blankStep } from './blank.ts';
import { useListKeys } from './list-keys.ts';
import { StepRow } from './StepRow.tsx';
import { type StepListProps, useStepContext } from './step-context.ts';

/** Steps in their order, and a button for another one. */
export function StepList({ label, steps, path, prefix, depth, onChange }: StepListProps) {
	const { keys, add, remove, move } = useListKeys(steps.length);
	const { steps: text } = useDialogWords().tests;
	const { mayAdd } = useStepContext();
	const addStep = (): void => {
		add();
		onChange([...steps, blankStep(steps.at(-1)?.type === 'send' ? 'expect' : 'send')]);
	};
	const moveStep = (at: number, by: 1 | -1): void => {
		const moved = [...steps];
		moved.splice(at + by, 0, ...moved.splice(at, 1));
		move(at, by);
		onChange(moved);
	};
	return (
		<>
			<ol className="tests-steps" aria-label={label}>
				{steps.map((step, at) => (
					<StepRow
						key={keys[at]}
						number={`${prefix}${at + 1}`}
						path={[...path, at]}
						depth={depth}
						step={step}
						first={at === 0}
						last={at === steps.length - 1}
						onChange={(changed) => onChange(steps.toSpliced(at, 1, changed))}
						onMove={(by) => moveStep(at, by)}
						onRemove={() => {
							remove(at);
							onChange(steps.toSpliced(at, 1));
						}}
					/>
				))}
			</ol>
			{depth === 0 ? (
				<Button icon={<Plus size={13} />} onClick={addStep} disabled={!mayAdd} className="tests-add">
					{text.add}
				</Button>
			) : (
				<Button
					variant="ghost"
					icon={<Plus size={13} />}
					onClick={addStep}
					disabled={!mayAdd || depth > LIMITS.stepDepth}
					className="tests-add"
					aria-label={text.addTo(label)}
				>
					{text.add}
				</Button>
			)}
		</>
	);
}
