import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { Expectation } from '../../../../common/protocol-tests/expectation-schema.ts';
import type { BranchCase } from '../../../../common/protocol-tests/step-schema.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { firstStructure } from '../../../app/state/templates/structures.ts';
import { NumberField, wholeNumber } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TemplateSwitch } from '../../../ui/TemplateSwitch.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { WrittenField } from '../../../ui/WrittenField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { FieldsExpectation } from './FieldsExpectation.tsx';

const WAYS = [
	'bytes',
	'contains',
	'regex',
	'hex',
	'length',
	'fields',
	'any',
] as const satisfies readonly Expectation['type'][];

/** A step, a case or a condition. */
type Expecting = Pick<BranchCase, 'expectation' | 'template'>;

interface ExpectationFieldsProps<One extends Expecting> {
	/** What it belongs to, as the beginning of accessible names: `Step 3`. */
	readonly name: string;
	readonly expecting: One;
	readonly fault: string | undefined;
	readonly onChange: (changed: One) => void;
}

/** How received data is compared, and with what. Only literal bytes can be a template. */
export function ExpectationFields<One extends Expecting>({
	name,
	expecting,
	fault,
	onChange,
}: ExpectationFieldsProps<One>) {
	const { expectation: text } = useDialogWords().tests;
	const { expectation, template } = expecting;
	const set = (changed: Expectation): void => onChange({ ...expecting, expectation: changed });
	return (
		<>
			<Select
				label={text.way(name)}
				aside={<ExplainButton explains="testing.comparison" />}
				hideLabel
				className="tests-way"
				value={expectation.type}
				choices={WAYS.map((value) => ({ value, label: text.ways[value] }))}
				onChange={(type) => set(converted(expectation, type))}
			/>
			<Pattern name={name} expectation={expectation} fault={fault} onChange={set} />
			{expectation.type === 'bytes' || expectation.type === 'contains' ? (
				<TemplateSwitch
					name={name}
					template={template}
					onChange={(changed) => onChange({ ...expecting, template: changed })}
				/>
			) : null}
		</>
	);
}

interface PatternProps {
	readonly name: string;
	readonly expectation: Expectation;
	readonly fault: string | undefined;
	readonly onChange: (expectation: Expectation) => void;
}

function Pattern({ name, expectation, fault, onChange }: PatternProps) {
	const { expectation: text, steps } = useDialogWords().tests;
	switch (expectation.type) {
		case 'bytes':
		case 'contains':
			return (
				<WrittenField
					label={steps.bytes(name)}
					aside={<ExplainButton explains="testing.comparison" />}
					value={expectation.pattern}
					onChange={(pattern) => onChange({ ...expectation, pattern })}
					error={fault}
				/>
			);
		case 'regex':
		case 'hex':
			return (
				<TextField
					label={expectation.type === 'regex' ? text.regex(name) : text.hex(name)}
					aside={<ExplainButton explains={expectation.type === 'regex' ? 'answers.expression' : 'testing.wildcards'} />}
					hideLabel
					mono
					className="tests-wide"
					placeholder={expectation.type === 'regex' ? 'id=(?P<id>\\d+)' : 'aa ?? b? *'}
					value={expectation.pattern}
					onChange={(pattern) => onChange({ ...expectation, pattern })}
					error={fault}
				/>
			);
		case 'length':
			return <LengthFields name={name} expectation={expectation} fault={fault} onChange={onChange} />;
		case 'fields':
			return <FieldsExpectation name={name} expectation={expectation} fault={fault} onChange={onChange} />;
		case 'any':
			return <span className="tests-wide" />;
	}
}

type Length = Expectation & { type: 'length' };

interface LengthFieldsProps extends Omit<PatternProps, 'expectation'> {
	readonly expectation: Length;
}

/** From the least to the most bytes; both the same: exactly. */
function LengthFields({ name, expectation: { bytes, min, max }, fault, onChange }: LengthFieldsProps) {
	const { expectation: text } = useDialogWords().tests;
	const [least, most] = [bytes ?? min, bytes ?? max];
	const set = (from: number | undefined, to: number | undefined): void => onChange(lengthOf(from, to));
	return (
		<span className="tests-wide tests-length">
			<ByteCount label={text.least(name)} value={least} onChange={(count) => set(count, most)} />
			<span>{text.to}</span>
			<ByteCount label={text.most(name)} value={most} onChange={(count) => set(least, count)} />
			<span>{text.bytes}</span>
			{fault === undefined ? null : <span className="tests-fault">{fault}</span>}
		</span>
	);
}

interface ByteCountProps {
	readonly label: string;
	readonly value: number | undefined;
	readonly onChange: (value: number | undefined) => void;
}

function ByteCount({ label, value, onChange }: ByteCountProps) {
	return (
		<NumberField
			label={label}
			aside={<ExplainButton explains="testing.byteCount" />}
			hideLabel
			className="tests-number"
			min={0}
			max={LIMITS.sequenceBytes}
			value={value === undefined ? '' : String(value)}
			onChange={(typed) => onChange(bounded(typed))}
		/>
	);
}

function bounded(text: string): number | undefined {
	const value = wholeNumber(text);
	return value === undefined ? undefined : Math.min(LIMITS.sequenceBytes, value);
}

function lengthOf(min: number | undefined, max: number | undefined): Length {
	if (min !== undefined && min === max) return { type: 'length', bytes: min };
	return { type: 'length', ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** Another comparison with the same text. */
function converted(from: Expectation, type: Expectation['type']): Expectation {
	const text = !('pattern' in from) ? '' : typeof from.pattern === 'string' ? from.pattern : from.pattern.text;
	switch (type) {
		case 'any':
			return { type };
		case 'length':
			return { type, bytes: 1 };
		case 'fields':
			return { type, structure: firstStructure(), condition: '' };
		case 'regex':
			return { type, pattern: text, ignoreCase: false };
		case 'hex':
			return { type, pattern: text };
		case 'bytes':
		case 'contains': {
			const format = from.type === 'bytes' || from.type === 'contains' ? from.pattern.format : 'text';
			return { type, pattern: { format: from.type === 'hex' ? 'hex' : format, text } };
		}
	}
}
