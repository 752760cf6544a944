import { GENERATOR_FRAMINGS } from '../../../common/contract/calls/generator.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import type { PlanDraft } from './draft.ts';
import { NumberingFields } from './NumberingFields.tsx';

const PACES = ['paced', 'free'] as const;

interface PlanFieldsProps {
	readonly draft: PlanDraft;
	readonly onChange: (draft: PlanDraft) => void;
	readonly errors: Readonly<Record<string, string>>;
	/** For a stream, where the receiver has to find the end of a message. */
	readonly stream: boolean;
}

/** What is sent, how much and how fast. */
export function PlanFields({ draft, onChange, errors, stream }: PlanFieldsProps) {
	const change = (patch: Partial<PlanDraft>) => onChange({ ...draft, ...patch });
	const isText = draft.numbering.type === 'text';
	const text = useDialogWords().loadTest.plan;
	return (
		<>
			<div className="load-test-grid">
				<Select
					label={text.send}
					aside={<ExplainButton explains="fields.rate" />}
					value={draft.paced ? 'paced' : 'free'}
					choices={PACES.map((value) => ({ value, label: text.paces[value] }))}
					onChange={(pace) => change({ paced: pace === 'paced' })}
				/>
				{draft.paced ? (
					<NumberField
						label={text.rate}
						aside={<ExplainButton explains="fields.rate" />}
						min={1}
						max={10_000_000}
						value={draft.rate}
						onChange={(rate) => change({ rate })}
						error={errors.rate}
					/>
				) : null}
			</div>
			<div className="load-test-grid">
				<NumberField
					label={text.count}
					aside={<ExplainButton explains="fields.messageSize" />}
					min={1}
					placeholder={text.noEnd}
					value={draft.count}
					onChange={(count) => change({ count })}
					error={errors.count}
				/>
				{isText ? null : (
					<NumberField
						label={text.size}
						aside={<ExplainButton explains="fields.messageSize" />}
						min={32}
						max={65_507}
						value={draft.size}
						onChange={(size) => change({ size })}
						error={errors.size}
					/>
				)}
			</div>
			<NumberingFields
				draft={draft.numbering}
				onChange={(numbering) => change({ numbering })}
				error={errors.numbering}
			/>
			{stream ? (
				<div className="load-test-grid">
					<Select
						label={text.framing}
						aside={<ExplainButton explains="fields.lengthField" />}
						value={draft.framing}
						choices={GENERATOR_FRAMINGS.map((value) => ({ value, label: text.framings[value] }))}
						onChange={(framing) => change({ framing })}
						hint={text.framingHint}
					/>
				</div>
			) : null}
		</>
	);
}
