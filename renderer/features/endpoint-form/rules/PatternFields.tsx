import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { WrittenField } from '../../../ui/WrittenField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { MatchDraft } from '../draft/match-draft.ts';

interface PatternFieldsProps {
	readonly rule: MatchDraft;
	readonly onChange: (patch: Partial<Omit<MatchDraft, 'match'>>) => void;
	readonly error: string | undefined;
	/** It was added just now: its pattern gets the focus. */
	readonly fresh: boolean;
}

/** What bytes are compared with. */
export function PatternFields({ rule, onChange, error, fresh }: PatternFieldsProps) {
	const { match: words } = useDialogWords().endpointForm.rules;
	if (rule.match === 'any') return null;
	return rule.match === 'regex' ? (
		<div className="written">
			<TextField
				label={words.expression}
				aside={<ExplainButton explains="answers.expression" />}
				hideLabel
				mono
				autoFocus={fresh}
				placeholder={words.example}
				value={rule.pattern}
				onChange={(pattern) => onChange({ pattern })}
				error={error}
			/>
			<Checkbox
				label={words.ignoreCase}
				aside={<ExplainButton explains="answers.ignoreCase" />}
				checked={rule.ignoreCase}
				onChange={(ignoreCase) => onChange({ ignoreCase })}
			/>
		</div>
	) : (
		<WrittenField
			label={words.pattern}
			aside={<ExplainButton explains="answers.pattern" />}
			value={{ format: rule.patternFormat, text: rule.pattern }}
			onChange={({ format, text }) => onChange({ patternFormat: format, pattern: text })}
			error={error}
		/>
	);
}
