import { useMemo } from 'react';
import type { LineEnding } from '../../../common/payload/schema.ts';
import type { SequenceStep } from '../../../common/protocol-tests/step-schema.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { ComposedFields } from '../../app/shared/structures/compose/ComposedFields.tsx';
import { Select } from '../../ui/Select.tsx';
import { TemplateSwitch } from '../../ui/TemplateSwitch.tsx';
import { WrittenField } from '../../ui/WrittenField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { ExpectationFields } from './expectation/ExpectationFields.tsx';
import { useTestVariables } from './expectation/variables.ts';
import { Milliseconds } from './Milliseconds.tsx';

/** The line ends but none. */
const ENDINGS = [
	{ value: 'lf', label: 'LF' },
	{ value: 'crlf', label: 'CR LF' },
	{ value: 'cr', label: 'CR' },
] as const satisfies readonly { value: LineEnding; label: string }[];

interface StepFieldsProps<Step extends SequenceStep = SequenceStep> {
	/** As the beginning of accessible names: `Step 3`. */
	readonly name: string;
	readonly step: Step;
	readonly fault: string | undefined;
	readonly onChange: (step: SequenceStep) => void;
}

/** The parameters of a step, but not the steps in it. */
export function StepFields({ step, ...rest }: StepFieldsProps) {
	const { steps: text } = useDialogWords().tests;
	switch (step.type) {
		case 'send':
			return <SendFields step={step} {...rest} />;
		case 'send-fields':
			return <SendMessageFields step={step} {...rest} />;
		case 'expect':
			return <ExpectFields step={step} {...rest} />;
		case 'expect-end':
		case 'accept':
		case 'branch':
			return (
				<>
					{step.type === 'branch' || rest.fault === undefined ? (
						<span className="tests-wide">{step.type === 'branch' ? text.onReceived : ''}</span>
					) : (
						<span className="tests-wide tests-failed">{rest.fault}</span>
					)}
					<Milliseconds
						label={text.within(rest.name)}
						aside={<ExplainButton explains="testing.within" />}
						word={text.withinWord}
						value={step.withinMs}
						onChange={(withinMs) => rest.onChange({ ...step, withinMs })}
					/>
				</>
			);
		case 'wait':
			return (
				<Milliseconds
					label={text.ms(rest.name)}
					aside={<ExplainButton explains="steps.wait" />}
					word=""
					value={step.ms}
					onChange={(ms) => rest.onChange({ ...step, ms })}
				/>
			);
		default:
			return rest.fault === undefined || step.type === 'repeat' ? (
				<span className="tests-wide" />
			) : (
				<span className="tests-wide tests-failed">{rest.fault}</span>
			);
	}
}

function SendFields({ name, step, fault, onChange }: StepFieldsProps<SequenceStep & { type: 'send' }>) {
	const { steps: text } = useDialogWords().tests;
	return (
		<>
			<WrittenField
				label={text.bytes(name)}
				aside={<ExplainButton explains="fields.written" />}
				value={step.payload}
				onChange={(payload) => onChange({ ...step, payload })}
				error={fault}
			/>
			<Select
				label={text.lineEnd(name)}
				aside={<ExplainButton explains="testing.lineEnd" />}
				hideLabel
				className="tests-ending"
				value={step.lineEnding}
				choices={[{ value: 'none', label: text.noLineEnd }, ...ENDINGS]}
				onChange={(lineEnding) => onChange({ ...step, lineEnding })}
			/>
			<TemplateSwitch name={name} template={step.template} onChange={(template) => onChange({ ...step, template })} />
		</>
	);
}

function SendMessageFields({ name, step, fault, onChange }: StepFieldsProps<SequenceStep & { type: 'send-fields' }>) {
	const variables = useTestVariables();
	const sources = useMemo(() => ({ variables }), [variables]);
	return (
		<span className="tests-wide tests-compose">
			<ComposedFields
				name={name}
				message={step}
				sources={sources}
				error={fault}
				onChange={(message) => onChange({ ...step, ...message })}
			/>
		</span>
	);
}

function ExpectFields({ name, step, fault, onChange }: StepFieldsProps<SequenceStep & { type: 'expect' }>) {
	const { steps: text } = useDialogWords().tests;
	return (
		<>
			<ExpectationFields name={name} expecting={step} fault={fault} onChange={onChange} />
			<Milliseconds
				label={text.within(name)}
				aside={<ExplainButton explains="testing.within" />}
				word={text.withinWord}
				value={step.withinMs}
				onChange={(withinMs) => onChange({ ...step, withinMs })}
			/>
		</>
	);
}
