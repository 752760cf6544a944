import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { NumberingDraft } from './draft.ts';

const TYPES = [
	{ value: 'header', label: 'in a header (with time and stream)' },
	{ value: 'text', label: 'in a text' },
] as const;

interface NumberingFieldsProps {
	readonly draft: NumberingDraft;
	readonly onChange: (draft: NumberingDraft) => void;
	readonly error: string | undefined;
}

/** The place of the number in a message. */
export function NumberingFields({ draft, onChange, error }: NumberingFieldsProps) {
	return (
		<div className="load-test-grid">
			<Select
				label="The number stands"
				value={draft.type}
				choices={TYPES}
				onChange={(type) => onChange({ ...draft, type })}
			/>
			{draft.type === 'text' ? (
				<TextField
					label="Text, with %d for the number"
					mono
					value={draft.text}
					onChange={(text) => onChange({ ...draft, text })}
					error={error}
				/>
			) : null}
		</div>
	);
}
