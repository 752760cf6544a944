import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { Expectation, SequenceStep } from '../../../common/contract/calls/protocol-tests.ts';
import type { LineEnding } from '../../../common/payload/schema.ts';
import { NumberField, wholeNumber } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { WrittenField } from '../../ui/WrittenField.tsx';

const ENDINGS = [
	{ value: 'none', label: 'no line end' },
	{ value: 'lf', label: 'LF' },
	{ value: 'crlf', label: 'CR LF' },
	{ value: 'cr', label: 'CR' },
] as const satisfies readonly { value: LineEnding; label: string }[];

const WAYS = [
	{ value: 'bytes', label: 'exactly' },
	{ value: 'contains', label: 'containing' },
	{ value: 'regex', label: 'matching' },
	{ value: 'any', label: 'anything' },
] as const satisfies readonly { value: Expectation['type']; label: string }[];

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
	const { expectation } = step;
	const set = (next: Expectation): void => onChange({ ...step, expectation: next });
	return (
		<>
			<Select
				label={`Step ${n}: how it is compared`}
				hideLabel
				className="tests-way"
				value={expectation.type}
				choices={WAYS}
				onChange={(type) => set(converted(expectation, type))}
			/>
			{expectation.type === 'regex' ? (
				<TextField
					label={`Step ${n}: regular expression`}
					hideLabel
					mono
					className="tests-wide"
					value={expectation.pattern}
					onChange={(pattern) => set({ ...expectation, pattern })}
					error={fault}
				/>
			) : expectation.type === 'any' ? (
				<span className="tests-wide" />
			) : (
				<WrittenField
					label={`Step ${n}: bytes`}
					value={expectation.pattern}
					onChange={(pattern) => set({ ...expectation, pattern })}
					error={fault}
				/>
			)}
			<Milliseconds
				label={`Step ${n}: within milliseconds`}
				word="within"
				value={step.withinMs}
				onChange={(withinMs) => onChange({ ...step, withinMs })}
			/>
		</>
	);
}

/** Another comparison with the same text. */
function converted(from: Expectation, type: Expectation['type']): Expectation {
	const text = from.type === 'any' ? '' : from.type === 'regex' ? from.pattern : from.pattern.text;
	if (type === 'any') return { type };
	if (type === 'regex') return { type, pattern: text, ignoreCase: false };
	const format = from.type === 'bytes' || from.type === 'contains' ? from.pattern.format : 'text';
	return { type, pattern: { format, text } };
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
