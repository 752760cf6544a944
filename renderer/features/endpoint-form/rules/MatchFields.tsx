import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { WrittenField } from '../../../ui/WrittenField.tsx';
import type { MatchDraft } from '../draft/match-draft.ts';

const MATCHES = [
	{ value: 'any', label: 'anything comes' },
	{ value: 'equals', label: 'it equals' },
	{ value: 'starts', label: 'it starts with' },
	{ value: 'ends', label: 'it ends with' },
	{ value: 'contains', label: 'it contains' },
	{ value: 'regex', label: 'it matches the regex' },
] as const;

interface MatchFieldsProps {
	readonly rule: MatchDraft;
	readonly onChange: (patch: Partial<MatchDraft>) => void;
	readonly error: string | undefined;
	/** It was added just now: its pattern gets the focus. */
	readonly fresh?: boolean;
}

/** The condition of a rule. */
export function MatchFields({ rule, onChange, error, fresh = false }: MatchFieldsProps) {
	return (
		<div className="rule-line">
			<span className="rule-word">When</span>
			<Select
				label="When"
				hideLabel
				className="rule-match"
				value={rule.match}
				choices={MATCHES}
				onChange={(match) => onChange({ match })}
			/>
			{rule.match === 'any' ? null : rule.match === 'regex' ? (
				<div className="written">
					<TextField
						label="Regular expression"
						hideLabel
						mono
						autoFocus={fresh}
						placeholder="such as ^GET /(\w+)"
						value={rule.pattern}
						onChange={(pattern) => onChange({ pattern })}
						error={error}
					/>
					<Checkbox label="Ignore case" checked={rule.ignoreCase} onChange={(ignoreCase) => onChange({ ignoreCase })} />
				</div>
			) : (
				<WrittenField
					label="Pattern"
					value={{ format: rule.patternFormat, text: rule.pattern }}
					onChange={({ format, text }) => onChange({ patternFormat: format, pattern: text })}
					error={error}
				/>
			)}
		</div>
	);
}
