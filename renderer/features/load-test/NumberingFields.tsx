import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import type { NumberingDraft } from './draft.ts';

const TYPES = ['header', 'text'] as const;

interface NumberingFieldsProps {
	readonly draft: NumberingDraft;
	readonly onChange: (draft: NumberingDraft) => void;
	readonly error: string | undefined;
}

/** The place of the number in a message. */
export function NumberingFields({ draft, onChange, error }: NumberingFieldsProps) {
	const words = useDialogWords().loadTest.numbering;
	return (
		<div className="load-test-grid">
			<Select
				label={words.label}
				aside={<ExplainButton explains="fields.numbering" />}
				value={draft.type}
				choices={TYPES.map((value) => ({ value, label: words.types[value] }))}
				onChange={(type) => onChange({ ...draft, type })}
			/>
			{draft.type === 'text' ? (
				<TextField
					label={words.text}
					aside={<ExplainButton explains="fields.numbering" />}
					mono
					value={draft.text}
					onChange={(text) => onChange({ ...draft, text })}
					error={error}
				/>
			) : null}
		</div>
	);
}
