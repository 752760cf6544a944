import { GENERATOR_FRAMINGS } from '../../../common/contract/calls/generator.ts';
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
					value={draft.paced ? 'paced' : 'free'}
					choices={PACES.map((value) => ({ value, label: text.paces[value] }))}
					onChange={(pace) => change({ paced: pace === 'paced' })}
				/>
				{draft.paced ? (
					<NumberField
						label={text.rate}
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
					min={1}
					placeholder={text.noEnd}
					value={draft.count}
					onChange={(count) => change({ count })}
					error={errors.count}
				/>
				{isText ? null : (
					<NumberField
						label={text.size}
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
