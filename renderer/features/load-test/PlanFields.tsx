import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import type { PlanDraft } from './draft.ts';
import { NumberingFields } from './NumberingFields.tsx';

const PACES = [
	{ value: 'paced', label: 'at a rate' },
	{ value: 'free', label: 'as fast as it can' },
] as const;

const FRAMINGS = [
	{ value: 'fixed', label: 'all of one size' },
	{ value: 'length2', label: 'length in front, 2 bytes' },
	{ value: 'length4', label: 'length in front, 4 bytes' },
] as const;

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
	const text = draft.numbering.type === 'text';
	return (
		<>
			<div className="load-test-grid">
				<Select
					label="Send"
					value={draft.paced ? 'paced' : 'free'}
					choices={PACES}
					onChange={(pace) => change({ paced: pace === 'paced' })}
				/>
				{draft.paced ? (
					<NumberField
						label="Messages a second"
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
					label="Messages in all"
					min={1}
					placeholder="no end"
					value={draft.count}
					onChange={(count) => change({ count })}
					error={errors.count}
				/>
				{text ? null : (
					<NumberField
						label="Bytes of a message"
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
						label="Messages in the stream"
						value={draft.framing}
						choices={FRAMINGS}
						onChange={(framing) => change({ framing })}
						hint="The receiver's framing has to say the same."
					/>
				</div>
			) : null}
		</>
	);
}
