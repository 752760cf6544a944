import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { RuleDraft } from '../draft/answers-draft.ts';

interface StateFieldsProps {
	readonly rule: Pick<RuleDraft, 'when' | 'next'>;
	/** The name of the rule: part of the accessible names. */
	readonly name: string;
	readonly error: (field: 'when' | 'next') => string | undefined;
	readonly onChange: (patch: Partial<Pick<RuleDraft, 'when' | 'next'>>) => void;
}

/** In which state of the connection a rule holds, and which state follows its answer. */
export function StateFields({ rule, name, error, onChange }: StateFieldsProps) {
	const { state: words } = useDialogWords().endpointForm.rules;
	return (
		<div className="rule-line">
			<span className="rule-word">{words.in}</span>
			<TextField
				label={words.whenOf(name)}
				aside={<ExplainButton explains="answers.state" />}
				hideLabel
				className="rule-state"
				placeholder={words.any}
				value={rule.when}
				onChange={(when) => onChange({ when })}
				error={error('when')}
			/>
			<span className="rule-word">{words.follows}</span>
			<TextField
				label={words.nextOf(name)}
				aside={<ExplainButton explains="answers.state" />}
				hideLabel
				className="rule-state"
				placeholder={words.same}
				value={rule.next}
				onChange={(next) => onChange({ next })}
				error={error('next')}
			/>
		</div>
	);
}
