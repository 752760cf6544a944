import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { StepResult } from '../../../common/contract/calls/protocol-tests.ts';
import type { SequenceStep } from '../../../common/protocol-tests/step-schema.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { blankStep, type StepType } from './blank.ts';
import { StepFields } from './StepFields.tsx';
import { StepOutcome } from './StepOutcome.tsx';

const TYPES = [
	{ value: 'send', label: 'send' },
	{ value: 'expect', label: 'expect' },
	{ value: 'expect-end', label: 'expect end' },
	{ value: 'wait', label: 'wait' },
	{ value: 'end', label: 'end our side' },
	{ value: 'close', label: 'close' },
	{ value: 'reset', label: 'reset' },
] as const satisfies readonly { value: StepType; label: string }[];

interface StepRowProps {
	/** From 1. */
	readonly n: number;
	readonly step: SequenceStep;
	readonly last: boolean;
	readonly result: StepResult | undefined;
	/** The fault of its bytes or pattern. */
	readonly fault: string | undefined;
	readonly onChange: (step: SequenceStep) => void;
	readonly onMove: (by: 1 | -1) => void;
	readonly onRemove: () => void;
}

/** A step: its action, its parameters, and its result. */
export function StepRow({ n, step, last, result, fault, onChange, onMove, onRemove }: StepRowProps) {
	return (
		<li className="tests-step" aria-label={`Step ${n}`}>
			<div className="tests-line">
				<span className="tests-n">{n}</span>
				<Select
					label={`Step ${n}`}
					hideLabel
					className="tests-type"
					value={step.type}
					choices={TYPES}
					onChange={(type) => onChange(blankStep(type))}
				/>
				<StepFields n={n} step={step} fault={fault} onChange={onChange} />
				<span className="tests-buttons">
					<IconButton label={`Move step ${n} up`} tip={false} size="s" disabled={n === 1} onClick={() => onMove(-1)}>
						<ArrowUp size={13} />
					</IconButton>
					<IconButton label={`Move step ${n} down`} tip={false} size="s" disabled={last} onClick={() => onMove(1)}>
						<ArrowDown size={13} />
					</IconButton>
					<IconButton label={`Remove step ${n}`} tip={false} size="s" danger onClick={onRemove}>
						<Trash2 size={13} />
					</IconButton>
				</span>
			</div>
			<StepOutcome result={result} />
		</li>
	);
}
