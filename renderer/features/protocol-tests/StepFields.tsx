import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { LineEnding } from '../../../common/payload/schema.ts';
import type { SequenceStep } from '../../../common/protocol-tests/step-schema.ts';
import { NumberField, wholeNumber } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { WrittenField } from '../../ui/WrittenField.tsx';
import { ExpectationFields } from './ExpectationFields.tsx';

const ENDINGS = [
	{ value: 'none', label: 'no line end' },
	{ value: 'lf', label: 'LF' },
	{ value: 'crlf', label: 'CR LF' },
	{ value: 'cr', label: 'CR' },
] as const satisfies readonly { value: LineEnding; label: string }[];

interface StepFieldsProps<Step extends SequenceStep = SequenceStep> {
	readonly n: number;
	readonly step: Step;
	readonly fault: string | undefined;
	readonly onChange: (step: SequenceStep) => void;
}

/** The parameters of a step. */
export function StepFields({ step, ...rest }: StepFieldsProps) {
	switch (step.type) {
		case 'send':
			return <SendFields step={step} {...rest} />;
		case 'expect':
			return <ExpectFields step={step} {...rest} />;
		case 'expect-end':
			return (
				<Milliseconds
					label={`Step ${rest.n}: within milliseconds`}
					word="within"
					value={step.withinMs}
					onChange={(withinMs) => rest.onChange({ ...step, withinMs })}
				/>
			);
		case 'wait':
			return (
				<Milliseconds
					label={`Step ${rest.n}: milliseconds`}
					word=""
					value={step.ms}
					onChange={(ms) => rest.onChange({ ...step, ms })}
				/>
			);
		default:
			return <span className="tests-wide" />;
	}
}

function SendFields({ n, step, fault, onChange }: StepFieldsProps<SequenceStep & { type: 'send' }>) {
	return (
		<>
			<WrittenField
				label={`Step ${n}: bytes`}
				value={step.payload}
				onChange={(payload) => onChange({ ...step, payload })}
				error={fault}
			/>
			<Select
				label={`Step ${n}: line end`}
				hideLabel
				className="tests-ending"
				value={step.lineEnding}
				choices={ENDINGS}
				onChange={(lineEnding) => onChange({ ...step, lineEnding })}
			/>
		</>
	);
}

function ExpectFields({ n, step, fault, onChange }: StepFieldsProps<SequenceStep & { type: 'expect' }>) {
	return (
		<>
			<ExpectationFields
				name={`Step ${n}`}
				expectation={step.expectation}
				fault={fault}
				onChange={(expectation) => onChange({ ...step, expectation })}
			/>
			<Milliseconds
				label={`Step ${n}: within milliseconds`}
				word="within"
				value={step.withinMs}
				onChange={(withinMs) => onChange({ ...step, withinMs })}
			/>
		</>
	);
}

interface MillisecondsProps {
	readonly label: string;
	readonly word: string;
	readonly value: number;
	readonly onChange: (value: number) => void;
}

function Milliseconds({ label, word, value, onChange }: MillisecondsProps) {
	return (
		<span className="tests-ms">
			{word === '' ? null : <span>{word}</span>}
			<NumberField
				label={label}
				hideLabel
				className="tests-number"
				min={1}
				max={LIMITS.delayMs}
				value={value === 0 ? '' : String(value)}
				onChange={(text) => onChange(Math.min(LIMITS.delayMs, wholeNumber(text) ?? 0))}
			/>
			<span>ms</span>
		</span>
	);
}
