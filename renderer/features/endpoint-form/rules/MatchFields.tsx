import { Select } from '../../../ui/Select.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { MatchDraft } from '../draft/match-draft.ts';
import { PatternFields } from './PatternFields.tsx';

/** How bytes are compared. */
export const BYTE_MATCHES = ['any', 'equals', 'starts', 'ends', 'contains', 'regex'] as const;

interface MatchFieldsProps {
	readonly rule: MatchDraft;
	readonly onChange: (patch: Partial<MatchDraft>) => void;
	readonly error: string | undefined;
}

/** The condition of a rule over bytes. */
export function MatchFields({ rule, onChange, error }: MatchFieldsProps) {
	const { match: words } = useDialogWords().endpointForm.rules;
	return (
		<div className="rule-line">
			<span className="rule-word">{words.when}</span>
			<Select
				label={words.when}
				hideLabel
				className="rule-match"
				value={rule.match}
				choices={BYTE_MATCHES.map((value) => ({ value, label: words[value] }))}
				onChange={(match) => onChange({ match })}
			/>
			<PatternFields rule={rule} onChange={onChange} error={error} fresh={false} />
		</div>
	);
}
