import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { WrittenField } from '../../../ui/WrittenField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { MatchDraft } from '../draft/match-draft.ts';

const MATCHES = ['any', 'equals', 'starts', 'ends', 'contains', 'regex'] as const;

interface MatchFieldsProps {
	readonly rule: MatchDraft;
	readonly onChange: (patch: Partial<MatchDraft>) => void;
	readonly error: string | undefined;
	/** It was added just now: its pattern gets the focus. */
	readonly fresh?: boolean;
}

/** The condition of a rule. */
export function MatchFields({ rule, onChange, error, fresh = false }: MatchFieldsProps) {
	const { match: words } = useDialogWords().endpointForm.rules;
	return (
		<div className="rule-line">
			<span className="rule-word">{words.when}</span>
			<Select
				label={words.when}
				hideLabel
				className="rule-match"
				value={rule.match}
				choices={MATCHES.map((value) => ({ value, label: words[value] }))}
				onChange={(match) => onChange({ match })}
			/>
			{rule.match === 'any' ? null : rule.match === 'regex' ? (
				<div className="written">
					<TextField
						label={words.expression}
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
						checked={rule.ignoreCase}
						onChange={(ignoreCase) => onChange({ ignoreCase })}
					/>
				</div>
			) : (
				<WrittenField
					label={words.pattern}
					value={{ format: rule.patternFormat, text: rule.pattern }}
					onChange={({ format, text }) => onChange({ patternFormat: format, pattern: text })}
					error={error}
				/>
			)}
		</div>
	);
}
