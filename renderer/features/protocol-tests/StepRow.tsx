import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { SequenceStep } from '../../../common/protocol-tests/step-schema.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { BranchFields } from './BranchFields.tsx';
import { blankStep, type StepType } from './blank.ts';
import { ConnectionSelect } from './ConnectionSelect.tsx';
import { RepeatFields } from './RepeatFields.tsx';
import { StepFields } from './StepFields.tsx';
import { StepOutcome } from './StepOutcome.tsx';
import { useStepContext } from './step-context.ts';

const TYPES = [
	'send',
	'send-fields',
	'expect',
	'expect-end',
	'wait',
	'branch',
	'repeat',
	'leave',
	'open',
	'accept',
	'end',
	'close',
	'reset',
] as const satisfies readonly StepType[];

interface StepRowProps {
	/** From 1, by level: `2.1`. */
	readonly number: string;
	readonly path: readonly (string | number)[];
	readonly depth: number;
	readonly step: SequenceStep;
	readonly first: boolean;
	readonly last: boolean;
	readonly onChange: (step: SequenceStep) => void;
	readonly onMove: (by: 1 | -1) => void;
	readonly onRemove: () => void;
}

/** Another kind of step on the same connection. */
function ofType(type: StepType, before: SequenceStep): SequenceStep {
	const step = blankStep(type);
	if (!('on' in before) || before.on === undefined) return step;
	const isOnNone = step.type === 'wait' || step.type === 'leave' || step.type === 'repeat';
	return isOnNone ? step : { ...step, on: before.on };
}

/** A step: its action, its parameters, its result, and the steps in it. */
export function StepRow({ number, path, depth, step, first, last, onChange, onMove, onRemove }: StepRowProps) {
	const { steps: text } = useDialogWords().tests;
	const { result, fault } = useStepContext();
	const name = text.step(number);
	const wrong = fault(path);
	const onKeyDown = (event: KeyboardEvent): void => {
		if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
		// There the key opens the list.
		if (event.target instanceof HTMLSelectElement) return;
		event.preventDefault();
		// The step around it stays.
		event.stopPropagation();
		if (event.key === 'ArrowUp' ? !first : !last) onMove(event.key === 'ArrowUp' ? -1 : 1);
	};
	return (
		<li className="tests-step" aria-label={name} onKeyDown={onKeyDown}>
			<div className="tests-line">
				<span className="tests-n">{number}</span>
				<Select
					label={name}
					aside={<ExplainButton explains={`steps.${step.type}`} />}
					hideLabel
					className="tests-type"
					value={step.type}
					choices={TYPES.map((value) => ({ value, label: text.types[value] }))}
					onChange={(type) => onChange(ofType(type, step))}
				/>
				{step.type === 'wait' || step.type === 'leave' || step.type === 'repeat' ? null : (
					<ConnectionSelect name={name} on={step.on} onChange={(on) => onChange({ ...step, on })} />
				)}
				<StepFields name={name} step={step} fault={wrong} onChange={onChange} />
				<span className="tests-buttons">
					<ExplainButton explains={`steps.${step.type}`} />
					<IconButton label={text.up(number)} tip={false} size="s" disabled={first} onClick={() => onMove(-1)}>
						<ArrowUp size={13} />
					</IconButton>
					<IconButton label={text.down(number)} tip={false} size="s" disabled={last} onClick={() => onMove(1)}>
						<ArrowDown size={13} />
					</IconButton>
					<IconButton label={text.remove(number)} tip={false} size="s" danger onClick={onRemove}>
						<Trash2 size={13} />
					</IconButton>
				</span>
			</div>
			<StepOutcome result={result(path)} />
			{step.type === 'branch' ? (
				<BranchFields number={number} path={path} depth={depth} step={step} fault={wrong} onChange={onChange} />
			) : null}
			{step.type === 'repeat' ? (
				<RepeatFields number={number} path={path} depth={depth} step={step} fault={wrong} onChange={onChange} />
			) : null}
		</li>
	);
}
