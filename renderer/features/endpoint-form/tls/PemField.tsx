import type { TopicId } from '../../../../common/explain/topic-id.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { PemDraft } from '../draft/tls-draft.ts';

interface PemFieldProps {
	readonly label: string;
	readonly explains: TopicId;
	/** What it means to have none; left out: one is required. */
	readonly none?: string;
	readonly draft: PemDraft;
	readonly onChange: (draft: PemDraft) => void;
	readonly error: string | undefined;
}

/** A certificate or a key: in a file on the host, or as text. */
export function PemField({ label, explains, none, draft, onChange, error }: PemFieldProps) {
	const { pem: words } = useDialogWords().endpointForm.tls;
	const aside = <ExplainButton explains={explains} />;
	const choices = [
		...(none === undefined ? [] : [{ value: 'none', label: none } as const]),
		{ value: 'file', label: words.file } as const,
		{ value: 'text', label: words.text } as const,
	];
	return (
		<div className="form-pem">
			<Select
				label={label}
				aside={aside}
				value={draft.from}
				choices={choices}
				onChange={(from) => onChange({ ...draft, from })}
			/>
			{draft.from === 'file' ? (
				<TextField
					label={words.path(label)}
					aside={aside}
					mono
					placeholder="/path/on/the/host.pem"
					value={draft.path}
					onChange={(path) => onChange({ ...draft, path })}
					error={error}
				/>
			) : null}
			{draft.from === 'text' ? (
				<TextArea
					label={words.pem(label)}
					aside={aside}
					mono
					rows={4}
					placeholder="-----BEGIN …"
					value={draft.pem}
					onChange={(pem) => onChange({ ...draft, pem })}
					error={error}
				/>
			) : null}
		</div>
	);
}
