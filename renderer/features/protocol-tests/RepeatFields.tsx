import { LIMITS } from '../../../common/contract/base/limits.ts';
import { type Condition, conditionSchema, type SequenceStep } from '../../../common/protocol-tests/step-schema.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { NumberField, wholeNumber } from '../../ui/NumberField.tsx';
import type { NestingFieldsProps } from './BranchFields.tsx';
import { ConnectionSelect } from './ConnectionSelect.tsx';
import { ExpectationFields } from './ExpectationFields.tsx';
import { Milliseconds } from './Milliseconds.tsx';
import { useStepContext } from './step-context.ts';

type Repeat = SequenceStep & { type: 'repeat' };

/** When a loop is over, and its steps. */
export function RepeatFields({ number, path, depth, step, fault, onChange }: NestingFieldsProps<Repeat>) {
	const { faultIn, Steps } = useStepContext();
	const faultOf = (key: 'while' | 'until') => faultIn([...path, key, 'expectation']);
	const isOfCondition = faultOf('while') !== undefined || faultOf('until') !== undefined;
	const name = `Step ${number}`;
	const set = (key: 'while' | 'until', condition: Condition | undefined): void => {
		const { [key]: _gone, ...rest } = step;
		onChange(condition === undefined ? rest : { ...rest, [key]: condition });
	};
	return (
		<div className="tests-nested">
			<div className="tests-line">
				<span className="tests-ms">
					<span>{step.while === undefined && step.until === undefined ? '' : 'at most'}</span>
					<NumberField
						label={`${name}: times`}
						hideLabel
						className="tests-number"
						min={1}
						max={LIMITS.sequenceRounds}
						value={step.times === undefined ? '' : String(step.times)}
						onChange={(text) => {
							const { times: _before, ...rest } = step;
							const times = wholeNumber(text);
							onChange(times === undefined ? rest : { ...rest, times: Math.min(times, LIMITS.sequenceRounds) });
						}}
					/>
					<span>times</span>
				</span>
				{fault === undefined || isOfCondition ? null : <span className="tests-failed">{fault}</span>}
			</div>
			{(['while', 'until'] as const).map((key) => (
				<ConditionLine
					key={key}
					name={`${name} ${key}`}
					word={key === 'while' ? 'while this is received' : 'until this is received'}
					condition={step[key]}
					fault={faultOf(key)}
					onChange={(condition) => set(key, condition)}
				/>
			))}
			<Steps
				label={`Steps of step ${number}`}
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
	return (
		<div className="tests-line tests-condition">
			<Checkbox
				label={word}
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
						label={`${name}: within milliseconds`}
						word="within"
						value={condition.withinMs}
						onChange={(withinMs) => onChange({ ...condition, withinMs })}
					/>
				</>
			)}
		</div>
	);
}
