import { TextField } from '../../../ui/TextField.tsx';
import type { RuleDraft } from '../draft/answers-draft.ts';

interface StateFieldsProps {
	readonly rule: Pick<RuleDraft, 'when' | 'next'>;
	/** The number of the rule: part of the accessible names. */
	readonly number: number;
	readonly errors: Readonly<Record<'when' | 'next', string | undefined>>;
	readonly onChange: (patch: Partial<Pick<RuleDraft, 'when' | 'next'>>) => void;
}

/** In which state of the connection a rule holds, and which state follows its answer. */
export function StateFields({ rule, number, errors, onChange }: StateFieldsProps) {
	return (
		<div className="rule-line">
			<span className="rule-word">in state</span>
			<TextField
				label={`Rule ${number}: state in which it holds`}
				hideLabel
				className="rule-state"
				placeholder="any"
				value={rule.when}
				onChange={(when) => onChange({ when })}
				error={errors.when}
			/>
			<span className="rule-word">then</span>
			<TextField
				label={`Rule ${number}: state that follows`}
				hideLabel
				className="rule-state"
				placeholder="the same"
				value={rule.next}
				onChange={(next) => onChange({ next })}
				error={errors.next}
			/>
		</div>
	);
}
