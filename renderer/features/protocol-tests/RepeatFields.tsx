import { LIMITS } from '../../../common/contract/base/limits.ts';
import { type Condition, conditionSchema, type SequenceStep } from '../../../common/protocol-tests/step-schema.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { NumberField, wholeNumber } from '../../ui/NumberField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import type { NestingFieldsProps } from './BranchFields.tsx';
import { ConnectionSelect } from './ConnectionSelect.tsx';
import { ExpectationFields } from './expectation/ExpectationFields.tsx';
import { Milliseconds } from './Milliseconds.tsx';
import { useStepContext } from './step-context.ts';

type Repeat = SequenceStep & { type: 'repeat' };

/** When a loop is over, and its steps. */
export function RepeatFields({ number, path, depth, step, fault, onChange }: NestingFieldsProps<Repeat>) {
	const { repeat: text, steps } = useDialogWords().tests;
	const { faultIn, Steps } = useStepContext();
	const faultOf = (key: 'while' | 'until') => faultIn([...path, key, 'expectation']);
	const isOfCondition = faultOf('while') !== undefined || faultOf('until') !== undefined;
	const name = steps.step(number);
	const set = (key: 'while' | 'until', condition: Condition | undefined): void => {
		const { [key]: _gone, ...rest } = step;
		onChange(condition === undefined ? rest : { ...rest, [key]: condition });
	};
	return (
		<div className="tests-nested">
			<div className="tests-line">
				<span className="tests-ms">
					<span>{step.while === undefined && step.until === undefined ? '' : text.atMost}</span>
					<NumberField
						label={text.timesOf(name)}
						aside={<ExplainButton explains="steps.repeat" />}
						hideLabel
						className="tests-number"
						min={1}
						max={LIMITS.sequenceRounds}
						value={step.times === undefined ? '' : String(step.times)}
						onChange={(typed) => {
							const { times: _before, ...rest } = step;
							const times = wholeNumber(typed);
							onChange(times === undefined ? rest : { ...rest, times: Math.min(times, LIMITS.sequenceRounds) });
						}}
					/>
					<span>{text.times}</span>
				</span>
				{fault === undefined || isOfCondition ? null : <span className="tests-failed">{fault}</span>}
			</div>
			{(['while', 'until'] as const).map((key) => (
				<ConditionLine
					key={key}
					name={key === 'while' ? text.whileOf(number) : text.untilOf(number)}
					word={text[key]}
					condition={step[key]}
					fault={faultOf(key)}
					onChange={(condition) => set(key, condition)}
				/>
			))}
			<Steps
				label={steps.in(number)}
				steps={step.steps}
				path={[...path, 'steps']}
				prefix={`${number}.`}
				depth={depth + 1}
				onChange={(steps) => onChange({ ...step, steps })}
			/>
		</div>
	);
}

interface ConditionLineProps {
	readonly name: string;
	readonly word: string;
	readonly condition: Condition | undefined;
	readonly fault: string | undefined;
	readonly onChange: (condition: Condition | undefined) => void;
}

function ConditionLine({ name, word, condition, fault, onChange }: ConditionLineProps) {
	const { steps: text } = useDialogWords().tests;
	return (
		<div className="tests-line tests-condition">
			<Checkbox
				label={word}
				aside={<ExplainButton explains="steps.repeat" />}
				checked={condition !== undefined}
				onChange={(checked) =>
					onChange(checked ? conditionSchema.parse({ expectation: { type: 'any' }, withinMs: 500 }) : undefined)
				}
			/>
			{condition === undefined ? null : (
				<>
					<ConnectionSelect name={name} on={condition.on} onChange={(on) => onChange({ ...condition, on })} />
					<ExpectationFields name={name} expecting={condition} fault={fault} onChange={onChange} />
					<Milliseconds
						label={text.within(name)}
						aside={<ExplainButton explains="testing.within" />}
						word={text.withinWord}
						value={condition.withinMs}
						onChange={(withinMs) => onChange({ ...condition, withinMs })}
					/>
				</>
			)}
		</div>
	);
}
